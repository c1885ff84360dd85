-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Replies
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
c.created_at::text AS "sortKey", json_build_object('status', p.status, 'authorId', p.author_id) AS under
   FROM comment c LEFT JOIN member author ON author.id = c.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id JOIN proposal p ON p.id = c.proposal_id
   WHERE c.id IN (SELECT $1::uuid UNION ALL SELECT unnest(ancestors) FROM comment WHERE id = $1)
   ORDER BY c.depth;
-- Plan:
--   Sort
--     Nested Loop
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Nested Loop
--             Unique
--               Sort
--                 Append
--                   Result
--                   ProjectSet
--                     Index Scan using comment_key (id) on comment
--             Index Scan using comment_key (id) on comment
--           Index Scan using member_key (id) on member
--         Index Scan using body_key (id) on body
--       Index Scan using proposal_key (id) on proposal
--       SubPlan 1: Index Only Scan using good_point_key (comment_id, member_id) on good_point
