-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
SELECT clp_id AS "clpId" FROM voter
WHERE consultation_id = $1 AND pseudonym = $2 FOR UPDATE;
-- Plan:
--   LockRows
--     Index Scan using voter_key on voter
