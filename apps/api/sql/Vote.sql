-- What "Vote" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

SELECT 'Evidence' AS "__typename", e.id, e.consultation_id AS "consultationId",
e.proposal_id AS "proposalId", e.body_id AS "bodyId", CASE WHEN giver.id IS NULL THEN NULL
ELSE json_build_object('id', giver.id, 'kind', giver.kind, 'name', giver.name,
  'field', giver.field, 'description', giver.description, 'parentId', giver.parent_id,
  'from', giver."from", 'until', giver.until, 'interest', giver.interest) END AS body,
e.officer_id AS "officerId",
json_build_object('id', officer.id, 'displayName', CASE WHEN e.status = 'hidden' THEN 'Name not shown' ELSE officer.display_name END,
    'clpId', officer.clp_id)
  AS officer,
CASE WHEN e.status = 'hidden' THEN 'Name not shown' ELSE e.author_name END AS "authorName", CASE WHEN e.status = 'hidden' THEN 'Hidden by a moderator' ELSE e.claim END AS claim,
CASE WHEN e.status = 'hidden' THEN '' ELSE e.detail END AS detail, e.confidence,
CASE WHEN e.status = 'hidden' THEN '' ELSE e.confidence_reason END AS "confidenceReason", e.cost_flag AS "costFlag", e.legal_flag AS "legalFlag",
CASE WHEN e.status = 'hidden' THEN '' ELSE e.declared_interest END AS "declaredInterest",
CASE WHEN e.status = 'hidden' THEN '' ELSE e.mandate END AS mandate, CASE WHEN e.status = 'hidden' THEN '[]' ELSE e.sources END AS sources,
coalesce((SELECT json_agg(json_build_object('id', x.id, 'body', CASE WHEN objector.id IS NULL THEN NULL
ELSE json_build_object('id', objector.id, 'kind', objector.kind, 'name', objector.name,
  'field', objector.field, 'description', objector.description, 'parentId', objector.parent_id,
  'from', objector."from", 'until', objector.until, 'interest', objector.interest) END,
    'text', x.text, 'createdAt', x.created_at) ORDER BY x.created_at, x.id)
  FROM evidence_contest x JOIN body objector ON objector.id = x.body_id
  WHERE x.evidence_id = e.id), '[]') AS contests,
CASE WHEN e.considered_at IS NULL THEN NULL ELSE json_build_object(
  'body', CASE WHEN considerer.id IS NULL THEN NULL
ELSE json_build_object('id', considerer.id, 'kind', considerer.kind, 'name', considerer.name,
  'field', considerer.field, 'description', considerer.description, 'parentId', considerer.parent_id,
  'from', considerer."from", 'until', considerer.until, 'interest', considerer.interest) END, 'sentence', e.considered_sentence, 'at', e.considered_at) END
  AS considered,
e.status, e.status_reason AS "statusReason", e.created_at AS "createdAt" FROM evidence e JOIN body giver ON giver.id = e.body_id
JOIN member officer ON officer.id = e.officer_id
LEFT JOIN body considerer ON considerer.id = e.considered_by_id WHERE e.proposal_id = ANY($1) AND e.status <> 'waiting'
   ORDER BY e.created_at, e.id;
-- Plan:
--   Sort
--     Nested Loop
--       Hash Join (Right)
--         Seq Scan on body
--         Hash
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on evidence
--       Index Scan using member_key on member
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on evidence_contest

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
--   Hash Join (Left)
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_key
--         Index Scan using member_key on member
--       Index Scan using body_key on body
--     Hash
--       Seq Scan on body
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on proposal_commission

SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions, (SELECT to_json(counted) FROM (SELECT count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
FROM proposal
  WHERE consultation_id = c.id AND status <> 'waiting') counted) AS counts
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
--     SubPlan 2: Subquery Scan
--       Aggregate
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number

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

SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
  coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
  coalesce(t.agree + t.disagree + t.pass, 0) AS votes, p.version,
  p.author_id AS "authorId", v.choice, v.version AS "votedVersion"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN proposal p ON p.consultation_id = asked.id
  LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
  LEFT JOIN vote v ON v.consultation_id = p.consultation_id AND v.proposal_id = p.id
    AND v.pseudonym = asked.pseudonym
WHERE p.status = 'published'
ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Function Scan
--           Bitmap Heap Scan on proposal
--             Bitmap Index Scan using proposal_number
--         Index Scan using tally_key on tally
--       Index Scan using vote_key on vote

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
