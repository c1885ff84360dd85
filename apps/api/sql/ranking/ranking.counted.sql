-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, Rankings, Review
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
--             Seq Scan on proposal
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Bitmap Heap Scan on tally_by_clp
--                 Bitmap Index Scan using tally_by_clp_key (consultation_id, proposal_id)
--       SubPlan 3: Seq Scan on opinion_result
--       SubPlan 4: Seq Scan on priority_result
--       SubPlan 6: Limit
--         Index Scan using decision_proposal (proposal_id) on decision
