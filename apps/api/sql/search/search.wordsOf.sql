-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Search
SELECT word FROM unnest($1::text[]) AS word
WHERE ts_lexize('english_stem', fold(word)) && $2::text[];
-- Plan:
--   Function Scan
