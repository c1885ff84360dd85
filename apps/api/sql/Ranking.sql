-- What "Ranking" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

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
p.comment_count AS "commentCount", p.is_locked AS "isLocked", v.choice, v.version AS "votedVersion", coalesce((SELECT json_agg(json_build_object('round', r.number, 'publishedAt', r.published_at, 'rank', rr.rank) ORDER BY r.number)
FROM round r JOIN round_rank rr ON rr.round_id = r.id AND rr.lens = shown.lens AND rr.proposal_id = p.id
WHERE r.consultation_id = p.consultation_id
  AND (shown.round IS NULL OR r.number <= shown.round)), '[]') AS history, coalesce((SELECT json_agg(to_json(given)) FROM (
  SELECT 'Decision' AS "__typename", d.id, d.consultation_id AS "consultationId",
d.proposal_id AS "proposalId", d.body_id AS "bodyId", CASE WHEN d_body.id IS NULL THEN NULL
ELSE json_build_object('id', d_body.id, 'kind', d_body.kind, 'name', d_body.name,
  'field', d_body.field, 'description', d_body.description, 'parentId', d_body.parent_id,
  'from', d_body."from", 'until', d_body.until, 'interest', d_body.interest) END AS body,
json_build_object('id', d_by.id, 'displayName', d_by.display_name, 'clpId', d_by.clp_id) AS by,
d.office, d.outcome, d.reason, d.next_stop AS "nextStopName", d.due_on::text AS "dueOn",
d.done_at AS "doneAt", d.done_note AS "doneNote", d.merged_into_id AS "mergedIntoId",
CASE WHEN d_to.id IS NULL THEN NULL
ELSE json_build_object('id', d_to.id, 'kind', d_to.kind, 'name', d_to.name,
  'field', d_to.field, 'description', d_to.description, 'parentId', d_to.parent_id,
  'from', d_to."from", 'until', d_to.until, 'interest', d_to.interest) END AS "referredTo", d.decided_at AS "decidedAt",
d.superseded_by_id IS NOT NULL AS "isSuperseded" FROM decision d JOIN body d_body ON d_body.id = d.body_id
JOIN member d_by ON d_by.id = d.by_id LEFT JOIN body d_to ON d_to.id = d.referred_to_id
  WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
  ORDER BY d.decided_at DESC, d.id DESC) AS given), '[]') AS decisions
   FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
     CROSS JOIN (VALUES ($3::text, $4::int)) AS shown(lens, round)
     JOIN proposal p ON p.id = asked.id
     LEFT JOIN LATERAL (SELECT choice, version FROM vote
       WHERE consultation_id = p.consultation_id AND proposal_id = p.id
         AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true
     LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id
   WHERE shown.round IS NOT NULL OR p.status IN ('published', 'merged', 'not_taken_forward');
-- Plan:
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Nested Loop
--             Function Scan
--             Index Scan using proposal_key on proposal
--           Limit
--             Index Scan using vote_key on vote
--         Index Scan using member_key on member
--       Index Scan using body_key on body
--     Index Scan using body_key on body
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on proposal_commission
--     SubPlan 2: Aggregate
--       Sort
--         Nested Loop
--           Seq Scan on round
--           Seq Scan on round_rank
--     SubPlan 3: Aggregate
--       Subquery Scan
--         Sort
--           Nested Loop
--             Hash Join (Right)
--               Seq Scan on body
--               Hash
--                 Hash Join
--                   Seq Scan on body
--                   Hash
--                     Seq Scan on decision
--             Index Scan using member_key on member

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
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) ORDER BY e.number) FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = c.id), '[]') AS history, EXISTS (SELECT FROM proposal h
  WHERE h.consultation_id = c.id AND h.status = 'hidden') AS "hasHidden", coalesce((SELECT json_agg(json_build_object('id', r.id,
'consultationId', r.consultation_id, 'number', r.number, 'lens', r.lens,
'publishedAt', r.published_at, 'publishedById', r.published_by_id,
'voterCount', r.voter_count, 'rollSize', coalesce(r.roll_size, 0),
'ballotCount', coalesce(r.ballot_count, 0), 'groupSizes', coalesce(r.group_sizes, '{}'),
'manifestSha256', coalesce(r.manifest_sha256, ''), 'key', coalesce(r.signed_with, ''),
'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = r.id),
'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = r.id)) ORDER BY r.number DESC)
  FROM round r WHERE r.consultation_id = c.id), '[]') AS rounds, CASE WHEN (c.rules->>'countsHiddenUntilVoted')::boolean THEN json_build_object(
'voted', coalesce((SELECT json_agg(voted_on.number) FROM vote v
    JOIN proposal voted_on ON voted_on.id = v.proposal_id
  WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym), '[]'),
'hasBallot', EXISTS (SELECT FROM priority_choice chosen
  WHERE chosen.consultation_id = c.id AND chosen.pseudonym = asked.pseudonym)) END AS "ownVotes", CASE WHEN c.phase IN ('reviewing', 'reported')
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
--     SubPlan 4: Index Only Scan using proposal_hidden on proposal
--     SubPlan 8: Aggregate
--       Sort
--         Seq Scan on round
--       SubPlan 6: Aggregate
--         Seq Scan on round_count
--       SubPlan 7: Aggregate
--         Seq Scan on round_count
--     SubPlan 9: Aggregate
--       Nested Loop
--         Index Scan using vote_voter on vote
--         Index Scan using proposal_key on proposal
--     SubPlan 10: Seq Scan on priority_choice
--     SubPlan 12: Aggregate
--       Unique
--         Sort
--           Seq Scan on decision
--     SubPlan 15: Aggregate
--       Limit
--         InitPlan 14: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key on proposal
--       SubPlan 13: Limit
--         Sort
--           Seq Scan on decision

WITH regions AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS place
  FROM body WHERE kind = 'region'),
clps AS (SELECT clp.id, (row_number() OVER (ORDER BY clp.id) - 1)::int AS place,
    coalesce(regions.place, -1) AS region
  FROM body clp LEFT JOIN regions ON regions.id = clp.parent_id WHERE clp.kind = 'clp'), cells AS MATERIALIZED (SELECT x.consultation_id,
    string_agg(int4send(counted.number) || int4send(clps.place) || int4send(x.agree)
      || int4send(x.disagree) || int4send(x.pass), '') AS bytes
  FROM tally_by_clp x JOIN clps ON clps.id = x.clp_id
    JOIN proposal counted ON counted.id = x.proposal_id
  WHERE x.consultation_id = ANY($1::uuid[]) AND x.agree + x.disagree + x.pass > 0
  GROUP BY x.consultation_id)
   SELECT asked.lens, p.id, p.consultation_id AS "consultationId", p.number, p.author_id AS "authorId",
     p.status = 'published' AS "isPublished", coalesce(t.agree, 0) AS agree,
     coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
     CASE WHEN row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1 THEN (SELECT bytes FROM cells WHERE consultation_id = asked.id) END AS cells, CASE WHEN row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1
       THEN (SELECT json_agg(region ORDER BY place) FROM clps) END AS "regionOfClp",
     (SELECT count(*)::int FROM body WHERE kind = 'region') AS "regionCount", coalesce(turnout.voters, 0) AS "voterCount",
     CASE WHEN row_number()
OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1
THEN json_build_object(
'groups', (SELECT json_build_object('k', o.k, 'proposalIds', o.proposal_ids, 'agree', o.agree,
    'disagree', o.disagree, 'pass', o.pass, 'allAgree', o.all_agree, 'allDisagree', o.all_disagree,
    'allPass', o.all_pass)
  FROM opinion_result o WHERE o.consultation_id = p.consultation_id AND o.k >= 2),
'priorities', (SELECT json_build_object('ballotCount', q.ballot_count, 'proposalIds', q.proposal_ids,
    'chosen', q.chosen, 'load', q.load, 'tied', q.tied)
  FROM priority_result q WHERE q.consultation_id = p.consultation_id),
'ranges', (SELECT json_build_object('proposalIds', g.proposal_ids, 'best', g.best, 'worst', g.worst,
    'low', g.low, 'high', g.high)
  FROM rank_range g WHERE g.consultation_id = p.consultation_id AND g.lens = asked.lens)) END AS measured
   FROM unnest($1::uuid[], $2::text[]) AS asked(id, lens)
     LEFT JOIN turnout ON turnout.consultation_id = asked.id
     JOIN proposal p ON p.consultation_id = asked.id
     LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
   WHERE p.status IN ('published', 'merged', 'not_taken_forward')
   ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     CTE clps: WindowAgg
--       Sort
--         Hash Join (Left)
--           Seq Scan on body
--           Hash
--             Subquery Scan
--               WindowAgg
--                 Sort
--                   Seq Scan on body
--     CTE cells: Aggregate
--       Hash Join
--         Hash Join
--           Bitmap Heap Scan on tally_by_clp
--             Bitmap Index Scan using tally_by_clp_key
--           Hash
--             CTE Scan on clps
--         Hash
--           Seq Scan on proposal
--     InitPlan 4: Aggregate
--       Sort
--         CTE Scan on clps
--     InitPlan 5: Aggregate
--       Seq Scan on body
--     WindowAgg
--       Incremental Sort
--         Nested Loop (Left)
--           Nested Loop
--             Merge Join (Left)
--               Sort
--                 Function Scan
--               Sort
--                 Seq Scan on turnout
--             Bitmap Heap Scan on proposal
--               Bitmap Index Scan using proposal_number
--           Index Scan using tally_key on tally
--       SubPlan 3: CTE Scan on cells
--       SubPlan 6: Seq Scan on opinion_result
--       SubPlan 7: Seq Scan on priority_result
--       SubPlan 8: Seq Scan on rank_range

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
