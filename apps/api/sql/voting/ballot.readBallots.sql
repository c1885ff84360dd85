-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote, Priorities, Proposals, Proposal, SimilarProposals
/* prepared */ SELECT asked.place::int, p.id, coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
  coalesce(t.pass, 0) AS pass, p.version, v.choice, v.version AS "votedVersion", c.phase,
  (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted"
FROM unnest((SELECT $1::uuid[]), (SELECT $2::bytea[])) WITH ORDINALITY
    AS asked(proposal_id, pseudonym, place)
  JOIN proposal p ON p.id = asked.proposal_id
  JOIN consultation c ON c.id = p.consultation_id
  LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
  LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
    WHERE consultation_id = p.consultation_id AND proposal_id = p.id
      AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true;
-- Plan:
--   Nested Loop (Left)
--     InitPlan 1: Result
--     InitPlan 2: Result
--     Nested Loop (Left)
--       Nested Loop
--         Nested Loop
--           Function Scan
--           Index Scan using proposal_key (id) on proposal
--         Index Scan using consultation_key (id) on consultation
--       Index Scan using tally_key (consultation_id, proposal_id) on tally
--     Limit
--       Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
