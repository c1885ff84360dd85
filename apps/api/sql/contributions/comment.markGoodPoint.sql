-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- MarkGoodPoint
WITH changed AS (INSERT INTO good_point (comment_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1)
UPDATE comment SET good_points = good_points + (SELECT count(*) FROM changed)
WHERE id = $1;
-- Plan:
--   Update on comment
--     CTE changed: Insert on good_point
--       Result
--     InitPlan 2: Aggregate
--       CTE Scan on changed
--     Index Scan using comment_key (id) on comment
