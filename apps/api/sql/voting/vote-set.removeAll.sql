-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- UndoVote
WITH gone AS (
  DELETE FROM vote v USING unnest($2::uuid[], $3::bytea[]) AS given(proposal_id, pseudonym)
  WHERE v.consultation_id = $1 AND v.proposal_id = given.proposal_id
    AND v.pseudonym = given.pseudonym
  RETURNING v.commitment)
INSERT INTO superseded_commitment (commitment, consultation_id, reason)
SELECT commitment, $1, 'taken_back' FROM gone WHERE commitment IS NOT NULL
ON CONFLICT DO NOTHING;
-- Plan:
--   Insert on superseded_commitment
--     CTE gone: Delete on vote
--       Nested Loop
--         Function Scan
--         Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
--     CTE Scan on gone
