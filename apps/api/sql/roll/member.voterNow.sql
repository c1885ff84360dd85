-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
SELECT m.standing, m.joined_on AS "joinedOn", m.lapsed_on AS "lapsedOn",
  c.held_until AS "heldUntil"
FROM member m LEFT JOIN contact c ON c.member_id = m.id WHERE m.id = $1;
-- Plan:
--   Nested Loop (Left)
--     Index Scan using member_key on member
--     Seq Scan on contact
