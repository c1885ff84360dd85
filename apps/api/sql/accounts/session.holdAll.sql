-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- MarkGoodPoint
SELECT id FROM session WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE;
-- Plan:
--   LockRows
--     Sort
--       Seq Scan on session
