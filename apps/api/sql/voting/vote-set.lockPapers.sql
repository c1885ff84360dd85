-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
/* prepared */ WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(74660, hashtext($1::uuid::text)))
SELECT p.id, p.author_id AS "authorId", p.status, p.version, c.phase, c.rules,
  c.votes_until AS "votesUntil"
FROM turn, consultation c JOIN proposal p ON p.consultation_id = c.id
WHERE c.id = $1 AND p.id = ANY($2::uuid[])
ORDER BY p.id FOR SHARE OF c, p;
-- Plan:
--   LockRows
--     CTE turn: Result
--     Nested Loop
--       Index Scan using proposal_key (id) on proposal
--       Nested Loop
--         CTE Scan on turn
--         Seq Scan on consultation
