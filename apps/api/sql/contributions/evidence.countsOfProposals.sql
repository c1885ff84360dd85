-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposals
SELECT proposal_id AS id, count(*)::int AS evidence FROM evidence
WHERE proposal_id = ANY($1) AND status <> 'waiting' GROUP BY proposal_id;
-- Plan:
--   Aggregate
--     Bitmap Heap Scan on evidence
--       Bitmap Index Scan using evidence_proposal (proposal_id)
