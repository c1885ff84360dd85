-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Proposal, Discuss, Rankings, Review
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
--             Index Scan using proposal_key (id) on proposal
--       SubPlan 1: Limit
--         Index Scan using decision_proposal (proposal_id) on decision
