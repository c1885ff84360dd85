-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Shell
SELECT id, kind, name, field, description, parent_id AS "parentId", "from", until, interest FROM body WHERE id = ANY($1);
-- Plan:
--   Seq Scan on body
