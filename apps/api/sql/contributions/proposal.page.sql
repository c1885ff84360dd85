-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposals
WITH listed AS (
     SELECT p.id, p.created_at AS key, count(*) OVER ()::int AS total
     FROM proposal p
     WHERE p.consultation_id = $1 AND p.status <> 'waiting'
       AND ($2::uuid IS NULL OR EXISTS (SELECT FROM proposal_commission pc
         WHERE pc.proposal_id = p.id AND pc.body_id = $2))
       AND ($3::text IS NULL OR p.status <> 'hidden' AND (p.words
         @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(p.statement), fold($3)) > 0))
   ), page AS MATERIALIZED (
     SELECT * FROM listed
     WHERE $4::text IS NULL
       OR (key, id) < ($4::timestamptz, $5::uuid)
     ORDER BY key DESC, id DESC
     LIMIT 21
   )
   SELECT 'Proposal' AS "__typename", p.id, p.consultation_id AS "consultationId",
p.number, CASE WHEN p.status = 'hidden' THEN 'Hidden by a moderator' ELSE p.statement END AS statement,
CASE WHEN p.status = 'hidden' THEN '' ELSE p.argument END AS argument, p.author_id AS "authorId",
json_build_object(
'member', CASE WHEN author.id IS NULL OR p.status = 'hidden' THEN NULL ELSE json_build_object(
  'id', author.id, 'displayName', author.display_name, 'clpId', author.clp_id) END,
'name', CASE WHEN p.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, p.author_name) END,
'clpName', CASE WHEN p.status = 'hidden' THEN NULL ELSE author_clp.name END) AS author, CASE WHEN behalf.id IS NULL THEN NULL
ELSE json_build_object('id', behalf.id, 'kind', behalf.kind, 'name', behalf.name,
  'field', behalf.field, 'description', behalf.description, 'parentId', behalf.parent_id,
  'from', behalf."from", 'until', behalf.until, 'interest', behalf.interest) END AS "onBehalfOf",
coalesce((SELECT json_agg(CASE WHEN tag.id IS NULL THEN NULL
ELSE json_build_object('id', tag.id, 'kind', tag.kind, 'name', tag.name,
  'field', tag.field, 'description', tag.description, 'parentId', tag.parent_id,
  'from', tag."from", 'until', tag.until, 'interest', tag.interest) END ORDER BY tag.name, tag.id)
  FROM proposal_commission pc JOIN body tag ON tag.id = pc.body_id
  WHERE pc.proposal_id = p.id), '[]') AS commissions,
p.tags, p.status, p.status_reason AS "statusReason", p.merged_into_id AS "mergedIntoId",
p.version, p.created_at AS "createdAt", p.edited_at AS "editedAt", p.active_at AS "activeAt",
p.comment_count AS "commentCount", p.is_locked AS "isLocked", l.total, l.key::text AS "sortKey"
   FROM page l JOIN proposal p ON p.id = l.id LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id
   ORDER BY l.key DESC, l.id DESC;
-- Plan:
--   Nested Loop (Left)
--     CTE page: Limit
--       Sort
--         WindowAgg
--           Bitmap Heap Scan on proposal
--             Bitmap Index Scan using proposal_number (consultation_id)
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           CTE Scan on page
--           Index Scan using proposal_key (id) on proposal
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--     Index Scan using body_key (id) on body
--     SubPlan 2: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on proposal_commission
