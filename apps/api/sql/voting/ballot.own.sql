-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
SELECT v.choice, v.version, v.commitment, v.previous, (SELECT count(*)::int FROM (SELECT FROM vote
    WHERE consultation_id = $1 AND pseudonym = $2 LIMIT 2) AS few) AS votes
FROM (VALUES (1)) AS one LEFT JOIN vote v
  ON v.consultation_id = $1 AND v.pseudonym = $2 AND v.proposal_id = $3;
-- Plan:
--   Nested Loop (Left)
--     InitPlan 1: Aggregate
--       Limit
--         Index Only Scan using vote_voter on vote
--     Result
--     Index Scan using vote_key on vote
