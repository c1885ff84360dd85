-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
SELECT v.choice, v.version, v.commitment, v.previous,
  (SELECT count(*)::int FROM (SELECT FROM vote few
    WHERE few.consultation_id = $1 AND few.pseudonym = given.pseudonym LIMIT 2) AS few) AS votes
FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS given(proposal_id, pseudonym, nth)
  LEFT JOIN vote v ON v.consultation_id = $1 AND v.proposal_id = given.proposal_id
    AND v.pseudonym = given.pseudonym
ORDER BY given.nth;
-- Plan:
--   Nested Loop (Left)
--     Function Scan
--     Index Scan using vote_key on vote
--     SubPlan 1: Aggregate
--       Limit
--         Index Only Scan using vote_voter on vote
