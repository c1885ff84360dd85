-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Priorities, Proposals, Proposal, SimilarProposals
/* prepared */ SELECT asked.place::int, asked.id, v.choice, v.version AS "votedVersion"
FROM unnest((SELECT $1::uuid[]), (SELECT $2::uuid[]), (SELECT $3::bytea[]))
    WITH ORDINALITY AS asked(consultation_id, id, pseudonym, place)
  CROSS JOIN LATERAL (SELECT choice, version FROM vote
    WHERE consultation_id = asked.consultation_id AND proposal_id = asked.id
      AND pseudonym = asked.pseudonym LIMIT 1) AS v;
-- Plan:
--   Nested Loop
--     InitPlan 1: Result
--     InitPlan 2: Result
--     InitPlan 3: Result
--     Function Scan
--     Limit
--       Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
