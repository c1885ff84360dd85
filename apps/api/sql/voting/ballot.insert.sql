-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote
WITH committed AS (
INSERT INTO pending_commitment (commitment, consultation_id, pseudonym, since)
VALUES ($9, $1, $3, $10) ON CONFLICT DO NOTHING)
   INSERT INTO vote (consultation_id, proposal_id, pseudonym, choice, version, cast_at, random,
     previous, commitment)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
-- Plan:
--   Insert on vote
--     CTE committed: Insert on pending_commitment
--       Result
--     Result
