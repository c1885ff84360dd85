-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Priorities
SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions
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

-- Vote
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
--           Bitmap Index Scan using proposal_number (consultation_id)

-- Discuss, Rankings
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
  WHERE consultation_id = c.id AND status <> 'waiting') counted) AS counts, (SELECT to_json(gave) FROM (SELECT sum(pieces)::int AS evidence,
coalesce(json_agg(body ORDER BY name, body_id) FILTER (WHERE place <= 5), '[]') AS "from" FROM (
SELECT e.consultation_id, e.body_id, b.name, count(*) AS pieces, CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END::jsonb AS body,
  row_number() OVER (PARTITION BY e.consultation_id ORDER BY b.name, b.id) AS place
FROM evidence e JOIN body b ON b.id = e.body_id WHERE e.consultation_id = c.id AND e.status <> 'waiting'
GROUP BY e.consultation_id, e.body_id, b.id) given) gave) AS givers, (SELECT to_json(turned) FROM (SELECT coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = c.id), 0) AS voters,
(SELECT count(*)::int FROM vote v
  WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym) AS mine,
coalesce((SELECT t.ballots FROM turnout t WHERE t.consultation_id = c.id), 0) AS ballots,
coalesce((SELECT json_agg(json_build_object('id', p.id, 'status', p.status) ORDER BY x.position)
FROM priority_choice x JOIN proposal p ON p.id = x.proposal_id WHERE x.consultation_id = c.id AND x.pseudonym = asked.pseudonym), '[]') AS chosen) turned) AS turnout, coalesce((SELECT json_agg(json_build_object('id', r.id,
'consultationId', r.consultation_id, 'number', r.number, 'lens', r.lens,
'publishedAt', r.published_at, 'publishedById', r.published_by_id,
'voterCount', r.voter_count, 'rollSize', coalesce(r.roll_size, 0),
'ballotCount', coalesce(r.ballot_count, 0), 'groupSizes', coalesce(r.group_sizes, '{}'),
'manifestSha256', coalesce(r.manifest_sha256, ''), 'key', coalesce(r.signed_with, ''),
'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = r.id),
'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = r.id)) ORDER BY r.number DESC)
  FROM round r WHERE r.consultation_id = c.id), '[]') AS rounds, CASE WHEN c.phase IN ('reviewing', 'reported')
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
--     Function Scan
--     Hash
--       Seq Scan on consultation
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on consultation_commission
--     SubPlan 2: Subquery Scan
--       Aggregate
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number (consultation_id)
--     SubPlan 3: Subquery Scan
--       Aggregate
--         WindowAgg
--           Sort
--             Aggregate
--               Sort
--                 Hash Join
--                   Bitmap Heap Scan on evidence
--                     Bitmap Index Scan using evidence_consultation (consultation_id)
--                   Hash
--                     Seq Scan on body
--     SubPlan 8: Result
--       InitPlan 4: Seq Scan on turnout
--       InitPlan 5: Aggregate
--         Index Only Scan using vote_key (consultation_id, pseudonym) on vote
--       InitPlan 6: Seq Scan on turnout
--       InitPlan 7: Aggregate
--         Sort
--           Nested Loop
--             Seq Scan on priority_choice
--             Index Scan using proposal_key (id) on proposal
--     SubPlan 11: Aggregate
--       Sort
--         Seq Scan on round
--       SubPlan 9: Aggregate
--         Index Only Scan using round_count_key (round_id) on round_count
--       SubPlan 10: Aggregate
--         Seq Scan on round_count
--     SubPlan 12: Aggregate
--       Unique
--         Sort
--           Bitmap Heap Scan on decision
--             Bitmap Index Scan using decision_consultation (consultation_id)
--     SubPlan 15: Aggregate
--       Limit
--         InitPlan 14: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 13: Limit
--         Index Scan using decision_proposal (proposal_id) on decision

-- Priorities
SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions, (SELECT to_json(turned) FROM (SELECT coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = c.id), 0) AS voters,
(SELECT count(*)::int FROM vote v
  WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym) AS mine,
coalesce((SELECT t.ballots FROM turnout t WHERE t.consultation_id = c.id), 0) AS ballots,
coalesce((SELECT json_agg(json_build_object('id', p.id, 'status', p.status) ORDER BY x.position)
FROM priority_choice x JOIN proposal p ON p.id = x.proposal_id WHERE x.consultation_id = c.id AND x.pseudonym = asked.pseudonym), '[]') AS chosen) turned) AS turnout
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
--     SubPlan 6: Result
--       InitPlan 2: Seq Scan on turnout
--       InitPlan 3: Aggregate
--         Index Only Scan using vote_key (consultation_id, pseudonym) on vote
--       InitPlan 4: Seq Scan on turnout
--       InitPlan 5: Aggregate
--         Sort
--           Nested Loop
--             Seq Scan on priority_choice
--             Index Scan using proposal_key (id) on proposal

-- Consultations, Consultation
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
'to', e.data->>'to', 'at', e.at, 'body', (SELECT CASE WHEN x.id IS NULL THEN NULL
ELSE json_build_object('id', x.id, 'kind', x.kind, 'name', x.name,
  'field', x.field, 'description', x.description, 'parentId', x.parent_id,
  'from', x."from", 'until', x.until, 'interest', x.interest) END FROM body x WHERE x.id = e.body_id),
'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
  FROM member m WHERE m.id = e.actor_id),
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) ORDER BY e.number) FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = c.id), '[]') AS history, (SELECT to_json(counted) FROM (SELECT count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
FROM proposal
  WHERE consultation_id = c.id AND status <> 'waiting') counted) AS counts, (SELECT to_json(gave) FROM (SELECT sum(pieces)::int AS evidence,
coalesce(json_agg(body ORDER BY name, body_id) FILTER (WHERE place <= 5), '[]') AS "from" FROM (
SELECT e.consultation_id, e.body_id, b.name, count(*) AS pieces, CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END::jsonb AS body,
  row_number() OVER (PARTITION BY e.consultation_id ORDER BY b.name, b.id) AS place
FROM evidence e JOIN body b ON b.id = e.body_id WHERE e.consultation_id = c.id AND e.status <> 'waiting'
GROUP BY e.consultation_id, e.body_id, b.id) given) gave) AS givers, (SELECT to_json(turned) FROM (SELECT coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = c.id), 0) AS voters,
(SELECT count(*)::int FROM vote v
  WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym) AS mine,
coalesce((SELECT t.ballots FROM turnout t WHERE t.consultation_id = c.id), 0) AS ballots,
coalesce((SELECT json_agg(json_build_object('id', p.id, 'status', p.status) ORDER BY x.position)
FROM priority_choice x JOIN proposal p ON p.id = x.proposal_id WHERE x.consultation_id = c.id AND x.pseudonym = asked.pseudonym), '[]') AS chosen) turned) AS turnout, coalesce((SELECT json_agg(json_build_object('id', r.id,
'consultationId', r.consultation_id, 'number', r.number, 'lens', r.lens,
'publishedAt', r.published_at, 'publishedById', r.published_by_id,
'voterCount', r.voter_count, 'rollSize', coalesce(r.roll_size, 0),
'ballotCount', coalesce(r.ballot_count, 0), 'groupSizes', coalesce(r.group_sizes, '{}'),
'manifestSha256', coalesce(r.manifest_sha256, ''), 'key', coalesce(r.signed_with, ''),
'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = r.id),
'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = r.id)) ORDER BY r.number DESC)
  FROM round r WHERE r.consultation_id = c.id), '[]') AS rounds, CASE WHEN c.phase IN ('reviewing', 'reported')
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
--     Function Scan
--     Hash
--       Seq Scan on consultation
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on consultation_commission
--     SubPlan 5: Aggregate
--       Index Scan using record_entry_about (about_id) on record_entry
--       SubPlan 2: Seq Scan on body
--       SubPlan 3: Index Scan using member_key (id) on member
--       SubPlan 4: Index Scan using record_salt_key (number, field) on record_salt
--     SubPlan 6: Subquery Scan
--       Aggregate
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number (consultation_id)
--     SubPlan 7: Subquery Scan
--       Aggregate
--         WindowAgg
--           Sort
--             Aggregate
--               Sort
--                 Hash Join
--                   Bitmap Heap Scan on evidence
--                     Bitmap Index Scan using evidence_consultation (consultation_id)
--                   Hash
--                     Seq Scan on body
--     SubPlan 12: Result
--       InitPlan 8: Seq Scan on turnout
--       InitPlan 9: Aggregate
--         Index Only Scan using vote_key (consultation_id, pseudonym) on vote
--       InitPlan 10: Seq Scan on turnout
--       InitPlan 11: Aggregate
--         Sort
--           Nested Loop
--             Seq Scan on priority_choice
--             Index Scan using proposal_key (id) on proposal
--     SubPlan 15: Aggregate
--       Sort
--         Seq Scan on round
--       SubPlan 13: Aggregate
--         Index Only Scan using round_count_key (round_id) on round_count
--       SubPlan 14: Aggregate
--         Seq Scan on round_count
--     SubPlan 16: Aggregate
--       Unique
--         Sort
--           Bitmap Heap Scan on decision
--             Bitmap Index Scan using decision_consultation (consultation_id)
--     SubPlan 19: Aggregate
--       Limit
--         InitPlan 18: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 17: Limit
--         Index Scan using decision_proposal (proposal_id) on decision

-- Proposals
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
'to', e.data->>'to', 'at', e.at, 'body', (SELECT CASE WHEN x.id IS NULL THEN NULL
ELSE json_build_object('id', x.id, 'kind', x.kind, 'name', x.name,
  'field', x.field, 'description', x.description, 'parentId', x.parent_id,
  'from', x."from", 'until', x.until, 'interest', x.interest) END FROM body x WHERE x.id = e.body_id),
'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
  FROM member m WHERE m.id = e.actor_id),
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
--     SubPlan 5: Aggregate
--       Index Scan using record_entry_about (about_id) on record_entry
--       SubPlan 2: Seq Scan on body
--       SubPlan 3: Index Scan using member_key (id) on member
--       SubPlan 4: Index Scan using record_salt_key (number, field) on record_salt
--     SubPlan 6: Subquery Scan
--       Aggregate
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number (consultation_id)
--     SubPlan 7: Aggregate
--       Unique
--         Sort
--           Bitmap Heap Scan on decision
--             Bitmap Index Scan using decision_consultation (consultation_id)
--     SubPlan 10: Aggregate
--       Limit
--         InitPlan 9: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 8: Limit
--         Index Scan using decision_proposal (proposal_id) on decision

-- Opinion, Review
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
'to', e.data->>'to', 'at', e.at, 'body', (SELECT CASE WHEN x.id IS NULL THEN NULL
ELSE json_build_object('id', x.id, 'kind', x.kind, 'name', x.name,
  'field', x.field, 'description', x.description, 'parentId', x.parent_id,
  'from', x."from", 'until', x.until, 'interest', x.interest) END FROM body x WHERE x.id = e.body_id),
'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
  FROM member m WHERE m.id = e.actor_id),
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
--     SubPlan 5: Aggregate
--       Index Scan using record_entry_about (about_id) on record_entry
--       SubPlan 2: Seq Scan on body
--       SubPlan 3: Index Scan using member_key (id) on member
--       SubPlan 4: Index Scan using record_salt_key (number, field) on record_salt
--     SubPlan 6: Aggregate
--       Unique
--         Sort
--           Bitmap Heap Scan on decision
--             Bitmap Index Scan using decision_consultation (consultation_id)
--     SubPlan 9: Aggregate
--       Limit
--         InitPlan 8: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 7: Limit
--         Index Scan using decision_proposal (proposal_id) on decision

-- Ranking, RankingWhileHidden
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
'to', e.data->>'to', 'at', e.at, 'body', (SELECT CASE WHEN x.id IS NULL THEN NULL
ELSE json_build_object('id', x.id, 'kind', x.kind, 'name', x.name,
  'field', x.field, 'description', x.description, 'parentId', x.parent_id,
  'from', x."from", 'until', x.until, 'interest', x.interest) END FROM body x WHERE x.id = e.body_id),
'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
  FROM member m WHERE m.id = e.actor_id),
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
'voted', coalesce((SELECT json_agg(json_build_array(voted_on.number, v.choice, v.version)) FROM vote v
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
--     SubPlan 5: Aggregate
--       Index Scan using record_entry_about (about_id) on record_entry
--       SubPlan 2: Seq Scan on body
--       SubPlan 3: Index Scan using member_key (id) on member
--       SubPlan 4: Index Scan using record_salt_key (number, field) on record_salt
--     SubPlan 6: Index Only Scan using proposal_hidden (consultation_id) on proposal
--     SubPlan 10: Aggregate
--       Sort
--         Seq Scan on round
--       SubPlan 8: Aggregate
--         Index Only Scan using round_count_key (round_id) on round_count
--       SubPlan 9: Aggregate
--         Seq Scan on round_count
--     SubPlan 11: Aggregate
--       Nested Loop
--         Index Scan using vote_key (consultation_id, pseudonym) on vote
--         Index Scan using proposal_key (id) on proposal
--     SubPlan 12: Seq Scan on priority_choice
--     SubPlan 14: Aggregate
--       Unique
--         Sort
--           Bitmap Heap Scan on decision
--             Bitmap Index Scan using decision_consultation (consultation_id)
--     SubPlan 17: Aggregate
--       Limit
--         InitPlan 16: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 15: Limit
--         Index Scan using decision_proposal (proposal_id) on decision

-- RankingWhileHidden
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
'to', e.data->>'to', 'at', e.at, 'body', (SELECT CASE WHEN x.id IS NULL THEN NULL
ELSE json_build_object('id', x.id, 'kind', x.kind, 'name', x.name,
  'field', x.field, 'description', x.description, 'parentId', x.parent_id,
  'from', x."from", 'until', x.until, 'interest', x.interest) END FROM body x WHERE x.id = e.body_id),
'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
  FROM member m WHERE m.id = e.actor_id),
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) ORDER BY e.number) FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = c.id), '[]') AS history, EXISTS (SELECT FROM proposal h
  WHERE h.consultation_id = c.id AND h.status = 'hidden') AS "hasHidden", coalesce((SELECT json_agg(json_build_object('id', r.id,
'consultationId', r.consultation_id, 'number', r.number, 'lens', r.lens,
'publishedAt', r.published_at, 'publishedById', r.published_by_id,
'voterCount', r.voter_count, 'rollSize', coalesce(r.roll_size, 0),
'ballotCount', coalesce(r.ballot_count, 0), 'groupSizes', coalesce(r.group_sizes, '{}'),
'manifestSha256', coalesce(r.manifest_sha256, ''), 'key', coalesce(r.signed_with, ''),
'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = r.id),
'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = r.id)) ORDER BY r.number DESC)
  FROM round r WHERE r.consultation_id = c.id), '[]') AS rounds, CASE WHEN c.phase IN ('reviewing', 'reported')
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
--     SubPlan 5: Aggregate
--       Index Scan using record_entry_about (about_id) on record_entry
--       SubPlan 2: Seq Scan on body
--       SubPlan 3: Index Scan using member_key (id) on member
--       SubPlan 4: Index Scan using record_salt_key (number, field) on record_salt
--     SubPlan 6: Index Only Scan using proposal_hidden (consultation_id) on proposal
--     SubPlan 10: Aggregate
--       Sort
--         Seq Scan on round
--       SubPlan 8: Aggregate
--         Index Only Scan using round_count_key (round_id) on round_count
--       SubPlan 9: Aggregate
--         Seq Scan on round_count
--     SubPlan 11: Aggregate
--       Unique
--         Sort
--           Bitmap Heap Scan on decision
--             Bitmap Index Scan using decision_consultation (consultation_id)
--     SubPlan 14: Aggregate
--       Limit
--         InitPlan 13: Limit
--           Sort
--             Seq Scan on round
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 12: Limit
--         Index Scan using decision_proposal (proposal_id) on decision
