-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations
WITH received AS (
    SELECT about_kind AS kind, count(*)::int AS count FROM record_entry
    WHERE kind = 'sent' AND about_kind IN ('proposal','comment','evidence')
      AND ($1::uuid IS NULL OR consultation_id = $1)
    GROUP BY about_kind
  ), held AS (SELECT 'proposal' AS kind, status, count(*)::int AS count FROM proposal
WHERE $1::uuid IS NULL OR consultation_id = $1 GROUP BY status UNION ALL SELECT 'comment' AS kind, status, count(*)::int AS count FROM comment
WHERE $1::uuid IS NULL OR consultation_id = $1 GROUP BY status UNION ALL SELECT 'evidence' AS kind, status, count(*)::int AS count FROM evidence
WHERE $1::uuid IS NULL OR consultation_id = $1 GROUP BY status)
  SELECT each.kind,
    coalesce((SELECT count FROM received r WHERE r.kind = each.kind), 0) AS received,
    coalesce((SELECT json_object_agg(h.status, h.count) FROM held h WHERE h.kind = each.kind), '{}')
      AS "byStatus"
  FROM unnest('{proposal,comment,evidence}'::text[]) WITH ORDINALITY AS each(kind, place)
  ORDER BY each.place;
-- Plan:
--   Function Scan
--     SubPlan 1: Subquery Scan
--       Aggregate
--         Index Only Scan using record_entry_kind (kind, about_kind, about_kind) on record_entry
--     SubPlan 2: Aggregate
--       Append
--         Subquery Scan
--           Aggregate
--             Result
--               Seq Scan on proposal
--         Subquery Scan
--           Aggregate
--             Result
--               Index Only Scan using comment_consultation_status on comment
--         Subquery Scan
--           Aggregate
--             Result
--               Seq Scan on evidence
