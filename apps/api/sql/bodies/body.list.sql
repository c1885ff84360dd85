-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Proposals, Review
SELECT id, kind, name, field, description, parent_id AS "parentId", "from", until, interest FROM body
WHERE ($1::text[] IS NULL OR kind = ANY($1))
  AND ($2::date IS NULL OR ("from" IS NULL OR "from" <= $2) AND (until IS NULL OR until >= $2))
ORDER BY name, id;
-- Plan:
--   Sort
--     Seq Scan on body
