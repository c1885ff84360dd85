-- What "Proposals" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions, coalesce((SELECT json_agg(json_build_object('consultationId', e.about_id, 'from', e.data->>'from',
'to', e.data->>'to', 'at', e.at, 'byId', e.actor_id, 'bodyId', e.body_id,
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) ORDER BY e.number) FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = c.id), '[]') AS history, (SELECT to_json(counted) FROM (SELECT count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
FROM proposal
  WHERE consultation_id = c.id AND status <> 'waiting') counted) AS counts, CASE WHEN c.phase IN ('reviewing', 'reported')
  THEN (SELECT coalesce(json_agg(json_build_array(latest.proposal_id, latest.outcome)), '[]') FROM (
    SELECT DISTINCT ON (d.proposal_id) d.proposal_id, d.outcome FROM decision d
    WHERE d.consultation_id = c.id AND d.superseded_by_id IS NULL
    ORDER BY d.proposal_id, d.decided_at DESC, d.id DESC) AS latest)
  ELSE coalesce((SELECT json_agg(json_build_array(p.id, (SELECT d.outcome FROM decision d
WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)) ORDER BY p.position)
FROM (SELECT proposal.id, rc.position FROM round_count rc JOIN proposal ON proposal.id = rc.proposal_id
  WHERE rc.rank IS NOT NULL AND proposal.status NOT IN ('withdrawn', 'hidden') AND rc.round_id = (SELECT r.id FROM round r
    WHERE r.consultation_id = c.id ORDER BY r.number DESC LIMIT 1)
  ORDER BY rc.position LIMIT (c.rules->>'topN')::int) AS p), '[]') END AS "answerBasis"
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym) JOIN consultation c ON c.id = asked.id;
-- Plan:
--   Hash Join
--     Seq Scan on consultation
--     Hash
--       Function Scan
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on consultation_commission
--     SubPlan 3: Aggregate
--       Sort
--         Seq Scan on record_entry
--       SubPlan 2: Seq Scan on record_salt
--     SubPlan 4: Subquery Scan
--       Aggregate
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number
--     SubPlan 5: Aggregate
--       Unique
--         Sort
--           Seq Scan on decision
--     SubPlan 8: Aggregate
--       Limit
--         InitPlan 7: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key on proposal
--       SubPlan 6: Limit
--         Sort
--           Seq Scan on decision

SELECT id, kind, name, field, description, parent_id AS "parentId", "from", until, interest FROM body
WHERE ($1::text IS NULL OR kind = $1)
  AND ($2::date IS NULL OR ("from" IS NULL OR "from" <= $2) AND (until IS NULL OR until >= $2))
ORDER BY name, id;
-- Plan:
--   Sort
--     Seq Scan on body

SELECT p.id, coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
  coalesce(t.pass, 0) AS pass, p.version, v.choice, v.version AS "votedVersion", c.phase,
  (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(proposal_id, pseudonym)
  JOIN proposal p ON p.id = asked.proposal_id
  JOIN consultation c ON c.id = p.consultation_id
  LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
  LEFT JOIN vote v ON v.consultation_id = p.consultation_id AND v.proposal_id = p.id
    AND v.pseudonym = asked.pseudonym;
-- Plan:
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Nested Loop
--         Nested Loop
--           Function Scan
--           Index Scan using proposal_key on proposal
--         Index Scan using consultation_key on consultation
--       Index Scan using tally_key on tally
--     Index Scan using vote_key on vote

SELECT proposal_id AS id, count(*)::int AS evidence FROM evidence
WHERE proposal_id = ANY($1) AND status <> 'waiting' GROUP BY proposal_id;
-- Plan:
--   Aggregate
--     Seq Scan on evidence

WITH listed AS (
     SELECT p.id, p.created_at::text AS "sortKey", count(*) OVER ()::int AS total
     FROM proposal p
     WHERE p.consultation_id = $1 AND p.status <> 'waiting'
       AND ($2::uuid IS NULL OR EXISTS (SELECT FROM proposal_commission pc
         WHERE pc.proposal_id = p.id AND pc.body_id = $2))
       AND ($3::text IS NULL OR p.status <> 'hidden' AND (search_vector(p.statement, p.argument)
         @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(p.statement), fold($3)) > 0))
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
p.comment_count AS "commentCount", p.is_locked AS "isLocked", l.total, l."sortKey"
   FROM listed l JOIN proposal p ON p.id = l.id LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id
   WHERE $4::text IS NULL
     OR (p.created_at, p.id) < ($4::timestamptz, $5::uuid)
   ORDER BY p.created_at DESC, p.id DESC
   LIMIT 21;
-- Plan:
--   Limit
--     Result
--       Sort
--         Hash Join (Left)
--           Hash Join (Left)
--             Nested Loop (Left)
--               Hash Join
--                 Seq Scan on proposal
--                 Hash
--                   Subquery Scan
--                     WindowAgg
--                       Bitmap Heap Scan on proposal
--                         Bitmap Index Scan using proposal_number
--               Index Scan using member_key on member
--             Hash
--               Seq Scan on body
--           Hash
--             Seq Scan on body
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on proposal_commission

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
