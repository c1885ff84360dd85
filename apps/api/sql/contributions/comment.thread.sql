-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Replies
WITH page AS (
     SELECT id, row_number() OVER (ORDER BY created_at ASC, id ASC) AS position
     FROM comment WHERE parent_id = $1 AND status <> 'waiting' AND ($3::int IS NULL AND $4::timestamptz IS NULL OR (created_at, id) > ($4, $5::uuid))
     ORDER BY created_at ASC, id ASC LIMIT 21
   ), first AS (
     SELECT r.id, r.position FROM page CROSS JOIN LATERAL (
       SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM comment
       WHERE parent_id = page.id AND status <> 'waiting'
       ORDER BY created_at, id LIMIT 4) r
   ), second AS (
     SELECT r.id, r.position FROM first CROSS JOIN LATERAL (
       SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM comment
       WHERE parent_id = first.id AND status <> 'waiting'
       ORDER BY created_at, id LIMIT 3) r
   ), picked AS (
     SELECT id, position, 0 AS level FROM page
     UNION ALL SELECT id, position, 1 FROM first
     UNION ALL SELECT id, position, 2 FROM second
   )
   SELECT 'Comment' AS "__typename", c.id,
c.consultation_id AS "consultationId", c.proposal_id AS "proposalId",
c.parent_id AS "parentId", c.ancestors, c.depth, c.stance,
CASE c.status WHEN 'withdrawn' THEN CASE WHEN author.erased_at IS NULL THEN '' ELSE c.body END
  WHEN 'hidden' THEN 'Hidden by a moderator' ELSE c.body END AS body, c.author_id AS "authorId",
json_build_object(
'member', CASE WHEN author.id IS NULL OR c.status = 'hidden' THEN NULL ELSE json_build_object(
  'id', author.id, 'displayName', author.display_name, 'clpId', author.clp_id) END,
'name', CASE WHEN c.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, c.author_name) END,
'clpName', CASE WHEN c.status = 'hidden' THEN NULL ELSE author_clp.name END) AS author, c.status, c.created_at AS "createdAt",
c.edited_at AS "editedAt", c.good_points AS "goodPoints",
EXISTS (SELECT FROM good_point g WHERE g.comment_id = c.id AND g.member_id = $2::uuid)
  AS "isGoodPointByMe",
c.reply_count AS "replyCount", c.descendant_count AS "descendantCount",
c.created_at::text AS "sortKey", picked.level, picked.position::int
   FROM picked JOIN comment c ON c.id = picked.id LEFT JOIN member author ON author.id = c.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
   ORDER BY picked.level, picked.position, c.id;
-- Plan:
--   Sort
--     CTE page: Limit
--       WindowAgg
--         Index Scan using comment_replies (parent_id) on comment
--     CTE first: Nested Loop
--       CTE Scan on page
--       Limit
--         WindowAgg
--           Index Scan using comment_replies (parent_id) on comment
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Append
--             CTE Scan on page
--             CTE Scan on first
--             Subquery Scan
--               Nested Loop
--                 CTE Scan on first
--                 Limit
--                   WindowAgg
--                     Index Scan using comment_replies (parent_id) on comment
--           Index Scan using comment_key (id) on comment
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--       SubPlan 3: Index Only Scan using good_point_key (comment_id, member_id) on good_point

-- ProposalThread
WITH page AS (
     SELECT id, row_number() OVER (ORDER BY good_points DESC, created_at DESC, id DESC) AS position
     FROM comment WHERE proposal_id = $1 AND parent_id IS NULL AND status <> 'waiting' AND ($3::int IS NULL OR (good_points, created_at, id) < ($3, $4::timestamptz, $5::uuid))
     ORDER BY good_points DESC, created_at DESC, id DESC LIMIT 21
   ), first AS (
     SELECT r.id, r.position FROM page CROSS JOIN LATERAL (
       SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM comment
       WHERE parent_id = page.id AND status <> 'waiting'
       ORDER BY created_at, id LIMIT 4) r
   ), second AS (
     SELECT r.id, r.position FROM first CROSS JOIN LATERAL (
       SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM comment
       WHERE parent_id = first.id AND status <> 'waiting'
       ORDER BY created_at, id LIMIT 3) r
   ), picked AS (
     SELECT id, position, 0 AS level FROM page
     UNION ALL SELECT id, position, 1 FROM first
     UNION ALL SELECT id, position, 2 FROM second
   )
   SELECT 'Comment' AS "__typename", c.id,
c.consultation_id AS "consultationId", c.proposal_id AS "proposalId",
c.parent_id AS "parentId", c.ancestors, c.depth, c.stance,
CASE c.status WHEN 'withdrawn' THEN CASE WHEN author.erased_at IS NULL THEN '' ELSE c.body END
  WHEN 'hidden' THEN 'Hidden by a moderator' ELSE c.body END AS body, c.author_id AS "authorId",
json_build_object(
'member', CASE WHEN author.id IS NULL OR c.status = 'hidden' THEN NULL ELSE json_build_object(
  'id', author.id, 'displayName', author.display_name, 'clpId', author.clp_id) END,
'name', CASE WHEN c.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, c.author_name) END,
'clpName', CASE WHEN c.status = 'hidden' THEN NULL ELSE author_clp.name END) AS author, c.status, c.created_at AS "createdAt",
c.edited_at AS "editedAt", c.good_points AS "goodPoints",
EXISTS (SELECT FROM good_point g WHERE g.comment_id = c.id AND g.member_id = $2::uuid)
  AS "isGoodPointByMe",
c.reply_count AS "replyCount", c.descendant_count AS "descendantCount",
c.created_at::text AS "sortKey", picked.level, picked.position::int
   FROM picked JOIN comment c ON c.id = picked.id LEFT JOIN member author ON author.id = c.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
   ORDER BY picked.level, picked.position, c.id;
-- Plan:
--   Sort
--     CTE page: Limit
--       WindowAgg
--         Index Scan using comment_roots_best (proposal_id) on comment
--     CTE first: Nested Loop
--       CTE Scan on page
--       Limit
--         WindowAgg
--           Index Scan using comment_replies (parent_id) on comment
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Append
--             CTE Scan on page
--             CTE Scan on first
--             Subquery Scan
--               Nested Loop
--                 CTE Scan on first
--                 Limit
--                   WindowAgg
--                     Index Scan using comment_replies (parent_id) on comment
--           Index Scan using comment_key (id) on comment
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--       SubPlan 4: Bitmap Heap Scan on good_point
--         Bitmap Index Scan using good_point_member (member_id)
