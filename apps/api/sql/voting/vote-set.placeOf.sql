-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote
/* prepared */ SELECT id, consultation_id AS "consultationId" FROM proposal WHERE id = $1;
-- Plan:
--   Index Scan using proposal_key (id) on proposal
