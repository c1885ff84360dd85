-- What "Opinion" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

SELECT c.id, c.phase, (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted",
  coalesce((SELECT voters FROM turnout WHERE consultation_id = c.id), 0) AS voters,
  coalesce((SELECT sum(agree + disagree + pass)::int FROM tally WHERE consultation_id = c.id), 0) AS votes,
  coalesce((SELECT json_agg(json_build_object('id', p.id, 'isOpen', p.status = 'published',
      'isGone', p.status IN ('withdrawn', 'waiting', 'hidden'),
      'isOwn', p.author_id IS NOT DISTINCT FROM $3::uuid AND $3 IS NOT NULL, 'choice', v.choice))
    FROM proposal p LEFT JOIN vote v ON v.consultation_id = p.consultation_id
      AND v.proposal_id = p.id AND v.pseudonym = asked.pseudonym
    WHERE p.consultation_id = c.id), '[]') AS statements,
  (SELECT json_build_object('step', g.step, 'done', g.done, 'total', g.total,
      'startedAt', g.started_at, 'saidAt', g.said_at, 'isFault', g.fault IS NOT NULL)
    FROM opinion_progress g WHERE g.consultation_id = c.id) AS progress,
  o.consultation_id AS "consultationId", o.found_at AS "foundAt", o.vote_count AS "voteCount", o.voter_count AS "voterCount", o.k AS "k", o.silhouette AS "silhouette", o.seed AS "seed", o.proposal_ids AS "proposalIds", o.left_out AS "leftOut", o.centre AS "centre", o.first AS "first", o.second AS "second", o.all_agree AS "allAgree", o.all_disagree AS "allDisagree", o.all_pass AS "allPass", o.agree AS "agree", o.disagree AS "disagree", o.pass AS "pass", o.sizes AS "sizes", o.centres AS "centres", o.shapes AS "shapes"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN consultation c ON c.id = asked.id
  LEFT JOIN opinion_result o ON o.consultation_id = c.id;
-- Plan:
--   Nested Loop (Left)
--     Hash Join
--       Seq Scan on consultation
--       Hash
--         Function Scan
--     Seq Scan on opinion_result
--     SubPlan 1: Seq Scan on turnout
--     SubPlan 2: Aggregate
--       Bitmap Heap Scan on tally
--         Bitmap Index Scan using tally_key
--     SubPlan 3: Aggregate
--       Hash Join (Left)
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number
--         Hash
--           Index Scan using vote_voter on vote
--     SubPlan 4: Seq Scan on opinion_progress

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
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) ORDER BY e.number) FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = c.id), '[]') AS history, CASE WHEN c.phase IN ('reviewing', 'reported')
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
--     SubPlan 4: Aggregate
--       Unique
--         Sort
--           Seq Scan on decision
--     SubPlan 7: Aggregate
--       Limit
--         InitPlan 6: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key on proposal
--       SubPlan 5: Limit
--         Sort
--           Seq Scan on decision

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
