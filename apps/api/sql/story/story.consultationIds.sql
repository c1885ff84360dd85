-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
SELECT id FROM consultation WHERE phase <> 'preparing' ORDER BY id;
-- Plan:
--   Sort
--     Seq Scan on consultation
