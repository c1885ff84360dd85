-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposal
SELECT DISTINCT coalesce(s.proposal_id, sd.proposal_id) AS "proposalId",
  s.draft_id AS "draftId", s.paragraph_id AS "paragraphId", g.position
FROM paragraph_source s
  LEFT JOIN decision sd ON sd.id = s.decision_id
  JOIN paragraph g ON g.draft_id = s.draft_id AND g.version = s.version AND g.id = s.paragraph_id
WHERE (s.proposal_id = ANY($1::uuid[]) OR s.decision_id IN
    (SELECT id FROM decision WHERE proposal_id = ANY($1::uuid[])))
  AND s.version = (SELECT max(v.number) FROM draft_version v
    WHERE v.draft_id = s.draft_id AND v.status <> 'working')
ORDER BY s.draft_id, g.position;
-- Plan:
--   Unique
--     Incremental Sort
--       Nested Loop (Left)
--         Merge Join
--           Sort
--             Seq Scan on paragraph_source
--               SubPlan 1: Index Only Scan using decision_proposal (proposal_id) on decision
--               SubPlan 2: Aggregate
--                 Seq Scan on draft_version
--           Sort
--             Seq Scan on paragraph
--         Index Scan using decision_key (id) on decision
