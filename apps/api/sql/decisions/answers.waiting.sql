-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Review
SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions, CASE WHEN c.phase IN ('reviewing', 'reported')
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
  ORDER BY rc.position LIMIT (c.rules->>'topN')::int) AS p), '[]') END AS "answerBasis" FROM consultation c
   WHERE (c.phase = 'reviewing' OR c.phase IN ('open', 'prioritising')
       AND EXISTS (SELECT FROM round r WHERE r.consultation_id = c.id))
     AND ($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission cc
       WHERE cc.consultation_id = c.id AND cc.body_id = $1))
   ORDER BY c.phase <> 'reviewing', c.answers_by, c.id;
-- Plan:
--   Sort
--     Seq Scan on consultation
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on consultation_commission
--       SubPlan 2: Aggregate
--         Unique
--           Sort
--             Bitmap Heap Scan on decision
--               Bitmap Index Scan using decision_consultation (consultation_id)
--       SubPlan 5: Aggregate
--         Limit
--           InitPlan 4: Limit
--             Sort
--               Seq Scan on round
--           Sort
--             Nested Loop
--               Seq Scan on round_count
--               Index Scan using proposal_key (id) on proposal
--         SubPlan 3: Limit
--           Index Scan using decision_proposal (proposal_id) on decision
--       SubPlan 7: Seq Scan on round
