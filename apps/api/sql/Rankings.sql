-- What "Rankings" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

SELECT asked.id, coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = asked.id), 0) AS voters,
(SELECT count(*)::int FROM vote v
  WHERE v.consultation_id = asked.id AND v.pseudonym = asked.pseudonym) AS mine
   FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym);
-- Plan:
--   Function Scan
--     SubPlan 1: Seq Scan on turnout
--     SubPlan 2: Aggregate
--       Index Only Scan using vote_voter on vote

SELECT c.id, c.phase, c.rules, c.answers_by::text AS "answersBy",
     coalesce((SELECT json_agg(json_build_array(p.id, (SELECT d.outcome FROM decision d
WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)) ORDER BY p.position)
FROM (SELECT proposal.id, rc.position FROM round_count rc JOIN proposal ON proposal.id = rc.proposal_id
  WHERE rc.rank IS NOT NULL AND proposal.status NOT IN ('withdrawn', 'hidden') AND rc.round_id = (SELECT r.id FROM round r
    WHERE r.consultation_id = c.id ORDER BY r.number DESC LIMIT 1)
  ORDER BY rc.position LIMIT (c.rules->>'topN')::int) AS p), '[]') AS "roundTop"
   FROM consultation c WHERE c.id = ANY($1);
-- Plan:
--   Seq Scan on consultation
--     SubPlan 3: Aggregate
--       Limit
--         InitPlan 2: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key on proposal
--       SubPlan 1: Limit
--         Sort
--           Seq Scan on decision

SELECT consultation_id AS id, count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
FROM proposal
     WHERE consultation_id = ANY($1) AND status <> 'waiting' GROUP BY consultation_id;
-- Plan:
--   Aggregate
--     Seq Scan on proposal

SELECT consultation_id AS id, sum(pieces)::int AS evidence,
coalesce(json_agg(body ORDER BY name, body_id) FILTER (WHERE place <= 5), '[]') AS "from"
     FROM (
SELECT e.consultation_id, e.body_id, b.name, count(*) AS pieces, CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END::jsonb AS body,
  row_number() OVER (PARTITION BY e.consultation_id ORDER BY b.name, b.id) AS place
FROM evidence e JOIN body b ON b.id = e.body_id WHERE e.consultation_id = ANY($1) AND e.status <> 'waiting'
GROUP BY e.consultation_id, e.body_id, b.id) given GROUP BY consultation_id;
-- Plan:
--   Aggregate
--     WindowAgg
--       Incremental Sort
--         Aggregate
--           Sort
--             Hash Join
--               Seq Scan on body
--               Hash
--                 Seq Scan on evidence

SELECT json_build_object('id', r.id,
'consultationId', r.consultation_id, 'number', r.number, 'lens', r.lens,
'publishedAt', r.published_at, 'publishedById', r.published_by_id,
'voterCount', r.voter_count, 'rollSize', coalesce(r.roll_size, 0),
'ballotCount', coalesce(r.ballot_count, 0), 'groupSizes', coalesce(r.group_sizes, '{}'),
'manifestSha256', coalesce(r.manifest_sha256, ''), 'key', coalesce(r.signed_with, ''),
'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = r.id),
'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = r.id)) AS round FROM round r WHERE r.consultation_id = ANY($1)
   ORDER BY r.consultation_id, r.number DESC;
-- Plan:
--   Sort
--     Seq Scan on round
--       SubPlan 1: Aggregate
--         Seq Scan on round_count
--       SubPlan 2: Aggregate
--         Seq Scan on round_count

SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
     coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass, coalesce((SELECT json_agg(json_build_array(x.clp_id, clp.parent_id, x.agree,
    x.disagree, x.pass) ORDER BY x.clp_id)
  FROM tally_by_clp x JOIN body clp ON clp.id = x.clp_id
  WHERE x.consultation_id = p.consultation_id AND x.proposal_id = p.id
    AND x.agree + x.disagree + x.pass > 0), '[]') AS "byClp",
     (SELECT count(*)::int FROM body WHERE kind = 'region') AS "regionCount", CASE WHEN row_number()
OVER (PARTITION BY p.consultation_id, NULL ORDER BY p.number, p.id) = 1
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
  FROM rank_range g WHERE g.consultation_id = p.consultation_id AND g.lens = NULL)) END AS measured, (SELECT d.outcome FROM decision d
WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS outcome
   FROM proposal p
     LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
   WHERE p.consultation_id = ANY($1) AND p.status IN ('published', 'merged', 'not_taken_forward')
   ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     InitPlan 2: Aggregate
--       Seq Scan on body
--     InitPlan 5: Result
--     WindowAgg
--       Sort
--         Hash Join (Right)
--           Seq Scan on tally
--           Hash
--             Bitmap Heap Scan on proposal
--               Bitmap Index Scan using proposal_number
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Bitmap Heap Scan on tally_by_clp
--                 Bitmap Index Scan using tally_by_clp_key
--       SubPlan 3: Seq Scan on opinion_result
--       SubPlan 4: Seq Scan on priority_result
--       SubPlan 6: Limit
--         Sort
--           Seq Scan on decision

WITH listed AS (
     SELECT c.id, CASE c.phase WHEN 'open' THEN 0 WHEN 'prioritising' THEN 0 WHEN 'reviewing' THEN 1
WHEN 'preparing' THEN 2 ELSE 3 END AS stand, (CASE WHEN c.phase IN ('reported','withdrawn') THEN -extract(epoch FROM c.votes_until)
ELSE extract(epoch FROM c.votes_until) END)::float8 AS nearness,
       CASE WHEN c.phase IN ('open','prioritising') AND EXISTS (SELECT FROM consultation_commission x
         JOIN body b ON b.id = x.body_id WHERE x.consultation_id = c.id AND b.interest = ANY($6))
       THEN 0 ELSE 1 END AS "forMe", count(*) OVER ()::int AS total
     FROM consultation c WHERE ($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission x
    WHERE x.consultation_id = c.id AND x.body_id = $1))
  AND ($2::text IS NULL OR c.phase = $2)
  AND ($3::text IS NULL OR search_vector(c.title || ' ' || c.question, c.paper)
      @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(c.title), fold($3)) > 0)
  AND ($4::text[] IS NULL OR EXISTS (SELECT FROM consultation_commission x
    JOIN body b ON b.id = x.body_id WHERE x.consultation_id = c.id AND b.interest = ANY($4)))
  AND (c.opened_at IS NOT NULL OR EXISTS (SELECT FROM consultation_commission x
    WHERE x.consultation_id = c.id AND x.body_id = ANY($5::uuid[])))
   )
   SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions, l."forMe", l.stand, l.nearness, l.total
   FROM listed l JOIN consultation c ON c.id = l.id
   WHERE $7::int IS NULL OR (l."forMe", l.stand, l.nearness, l.id) > ($7, $8::int, $9::float8, $10::uuid)
   ORDER BY l."forMe", l.stand, l.nearness, l.id
   LIMIT 21;
-- Plan:
--   Limit
--     Result
--       Sort
--         Hash Join
--           WindowAgg
--             Seq Scan on consultation
--               SubPlan 5: Seq Scan on consultation_commission
--             SubPlan 3: Nested Loop
--               Seq Scan on consultation_commission
--               Memoize
--                 Index Scan using body_key on body
--           Hash
--             Seq Scan on consultation
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on consultation_commission

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
