-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
SELECT consultation_id AS id, count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
FROM proposal
     WHERE consultation_id = ANY($1) AND status <> 'waiting' GROUP BY consultation_id;
-- Plan:
--   Aggregate
--     Seq Scan on proposal
