-- What "Replies" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

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
c.created_at::text AS "sortKey" FROM comment c LEFT JOIN member author ON author.id = c.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
   WHERE c.id IN (SELECT $1::uuid UNION ALL SELECT unnest(ancestors) FROM comment WHERE id = $1)
   ORDER BY c.depth;
-- Plan:
--   Sort
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Unique
--             Sort
--               Append
--                 Result
--                 ProjectSet
--                   Index Scan using comment_key on comment
--           Index Scan using comment_key on comment
--         Index Scan using member_key on member
--       Index Scan using body_key on body
--       SubPlan 2: Seq Scan on good_point

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
p.comment_count AS "commentCount", p.is_locked AS "isLocked" FROM proposal p LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id WHERE p.id = ANY($1);
-- Plan:
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Hash Join (Right)
--         Seq Scan on body
--         Hash
--           Index Scan using proposal_key on proposal
--       Index Scan using member_key on member
--     Index Scan using body_key on body
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on proposal_commission

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
--         Sort
--           Bitmap Heap Scan on comment
--             Bitmap Index Scan using comment_replies_best
--     CTE first: Nested Loop
--       CTE Scan on page
--       Limit
--         WindowAgg
--           Index Scan using comment_replies on comment
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
--                     Index Scan using comment_replies on comment
--           Index Scan using comment_key on comment
--         Index Scan using member_key on member
--       Index Scan using body_key on body
--       SubPlan 4: Seq Scan on good_point

WITH s AS (
     SELECT * FROM session WHERE expires_at > $2 AND last_seen_at > $2::timestamptz - interval '14 days'
       AND (token_hash = $1 OR (previous_hash = $1 AND previous_until > $2))
   ), seen AS (
     UPDATE session SET last_seen_at = date_trunc('hour', $2::timestamptz) FROM s
     WHERE session.id = s.id AND s.last_seen_at < date_trunc('hour', $2::timestamptz)
   )
SELECT m.id, m.display_name AS "displayName", m.standing, m.joined_on AS "joinedOn",
  CASE WHEN m.lapsed_on <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date THEN m.lapsed_on END AS "lapsedOn",
  CASE WHEN contact.held_until > $2 THEN contact.held_until END AS "heldUntil",
  CASE WHEN m.suspended_until > $2 THEN m.suspended_until END AS "suspendedUntil", m.interests, m.skills, m.clp_id AS "clpId", clp.name AS "clpName",
  clp.parent_id AS "regionId", region.name AS "regionName",
  coalesce(
    (SELECT json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'bodyKind', b.kind,
        'bodyName', b.name, 'office', o.office, 'from', o."from", 'until', o.until) ORDER BY o."from", o.id)
      FROM office o JOIN body b ON b.id = o.body_id
      WHERE o.member_id = m.id AND o."from" <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date AND (o.until IS NULL OR o.until >= ($2::timestamptz AT TIME ZONE 'Europe/London')::date)
        AND (m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date)),
    '[]') AS offices, json_build_object('id', s.id, 'signedInBy', s.signed_in_by,
     'isStrong', s.is_strong, 'confirmedAt', s.confirmed_at, 'rights', s.rights) AS session
FROM member m
  LEFT JOIN contact ON contact.member_id = m.id
  LEFT JOIN body clp ON clp.id = m.clp_id
  LEFT JOIN body region ON region.id = clp.parent_id
   JOIN s ON s.member_id = m.id
   WHERE m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date
     OR (s.created_at AT TIME ZONE 'Europe/London')::date >= m.lapsed_on;
-- Plan:
--   Nested Loop (Left)
--     CTE s: Seq Scan on session
--     CTE seen: Update on session
--       Hash Join
--         Seq Scan on session
--         Hash
--           CTE Scan on s
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           CTE Scan on s
--           Index Scan using member_key on member
--         Seq Scan on contact
--       Index Scan using body_key on body
--     Index Scan using body_key on body
--     SubPlan 3: Aggregate
--       Sort
--         Result
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on office
