-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
SELECT id, consultation_id AS "consultationId", author_id AS "authorId", status, version
FROM proposal WHERE id = $1 FOR SHARE;
-- Plan:
--   LockRows
--     Index Scan using proposal_key on proposal
