-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, Rankings
SELECT consultation_id AS id, sum(pieces)::int AS evidence,
coalesce(json_agg(body ORDER BY name, body_id) FILTER (WHERE place <= 5), '[]') AS "from"
     FROM (
SELECT e.consultation_id, e.body_id, b.name, count(*) AS pieces, CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END::jsonb AS body,
  row_number() OVER (PARTITION BY e.consultation_id ORDER BY b.name, b.id) AS place
FROM evidence e JOIN body b ON b.id = e.body_id WHERE e.consultation_id = ANY($1) AND e.status <> 'waiting'
GROUP BY e.consultation_id, e.body_id, b.id) given GROUP BY consultation_id;
-- Plan:
--   Aggregate
--     WindowAgg
--       Incremental Sort
--         Aggregate
--           Sort
--             Hash Join
--               Seq Scan on body
--               Hash
--                 Seq Scan on evidence
