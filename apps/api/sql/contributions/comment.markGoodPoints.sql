-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- MarkGoodPoint
WITH given AS MATERIALIZED (
  SELECT * FROM unnest($2::uuid[], $3::boolean[]) AS given(member_id, good) ORDER BY member_id
), added AS (
  INSERT INTO good_point (comment_id, member_id)
  SELECT $1::uuid, member_id FROM given WHERE good ON CONFLICT DO NOTHING RETURNING 1
), gone AS (
  DELETE FROM good_point p USING given
  WHERE p.comment_id = $1 AND p.member_id = given.member_id AND NOT given.good RETURNING 1)
UPDATE comment SET good_points = good_points + (SELECT count(*) FROM added)
  - (SELECT count(*) FROM gone)
WHERE id = $1;
-- Plan:
--   Update on comment
--     CTE given: Sort
--       Function Scan
--     CTE added: Insert on good_point
--       CTE Scan on given
--     CTE gone: Delete on good_point
--       Nested Loop
--         CTE Scan on given
--         Index Scan using good_point_key (comment_id, member_id) on good_point
--     InitPlan 4: Aggregate
--       CTE Scan on added
--     InitPlan 5: Aggregate
--       CTE Scan on gone
--     Index Scan using comment_key (id) on comment
