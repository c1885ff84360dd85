-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- UndoVote
WITH gone AS (
  DELETE FROM vote WHERE consultation_id = $1 AND proposal_id = $2 AND pseudonym = $3
  RETURNING commitment, consultation_id)
INSERT INTO superseded_commitment (commitment, consultation_id, reason)
SELECT commitment, consultation_id, 'taken_back' FROM gone WHERE commitment IS NOT NULL
ON CONFLICT DO NOTHING;
-- Plan:
--   Insert on superseded_commitment
--     CTE gone: Delete on vote
--       Index Scan using vote_key on vote
--     CTE Scan on gone
