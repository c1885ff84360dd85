-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
/* prepared */ SELECT v.choice, v.version, v.commitment, v.previous,
  (SELECT count(*)::int FROM (SELECT FROM vote few
    WHERE few.consultation_id = $1 AND few.pseudonym = given.pseudonym LIMIT 2) AS few) AS votes
FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS given(proposal_id, pseudonym, nth)
  LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
    WHERE consultation_id = $1 AND proposal_id = given.proposal_id
      AND pseudonym = given.pseudonym LIMIT 1) AS v ON true
ORDER BY given.nth;
-- Plan:
--   Nested Loop (Left)
--     Function Scan
--     Limit
--       Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
--     SubPlan 1: Aggregate
--       Limit
--         Index Only Scan using vote_key (consultation_id, pseudonym) on vote
