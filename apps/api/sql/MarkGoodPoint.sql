-- What "MarkGoodPoint" of the web app sends to Postgres, and how a world of 100,000 members answers it.
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
LEFT JOIN body author_clp ON author_clp.id = author.clp_id WHERE c.id = ANY($1);
-- Plan:
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Index Scan using comment_key on comment
--       Index Scan using member_key on member
--     Index Scan using body_key on body
--     SubPlan 2: Seq Scan on good_point

WITH changed AS (INSERT INTO good_point (comment_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1)
UPDATE comment SET good_points = good_points + (SELECT count(*) FROM changed)
WHERE id = $1;
-- Plan:
--   Update on comment
--     CTE changed: Insert on good_point
--       Result
--     InitPlan 2: Aggregate
--       CTE Scan on changed
--     Index Scan using comment_key on comment

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

WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(74660, hashtext($1::uuid::text)))
   SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions FROM turn, consultation c WHERE c.id = $1 FOR SHARE OF c;
-- Plan:
--   LockRows
--     CTE turn: Result
--     Nested Loop
--       CTE Scan on turn
--       Seq Scan on consultation
--       SubPlan 2: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on consultation_commission
