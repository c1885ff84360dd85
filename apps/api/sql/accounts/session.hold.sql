-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- MarkGoodPoint
SELECT id FROM session WHERE id = $1 FOR KEY SHARE;
-- Plan:
--   LockRows
--     Seq Scan on session
