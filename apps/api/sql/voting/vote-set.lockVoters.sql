-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
/* prepared */ WITH known AS MATERIALIZED (
     SELECT found.* FROM (SELECT unnest($3::bytea[]) AS pseudonym ORDER BY 1) AS given,
       LATERAL (SELECT pseudonym, clp_id FROM voter
         WHERE consultation_id = $1 AND pseudonym = given.pseudonym LIMIT 1 FOR UPDATE) AS found)
   SELECT m.standing, m.joined_on AS "joinedOn", m.lapsed_on AS "lapsedOn",
c.held_until AS "heldUntil", known.pseudonym IS NOT NULL AS "isKnown", known.clp_id AS "clpId"
   FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS given(member_id, pseudonym, nth)
     JOIN member m ON m.id = given.member_id LEFT JOIN contact c ON c.member_id = m.id
     LEFT JOIN known ON known.pseudonym = given.pseudonym
   ORDER BY given.nth;
-- Plan:
--   Nested Loop (Left)
--     CTE known: Nested Loop
--       Sort
--         ProjectSet
--           Result
--       Subquery Scan
--         Limit
--           LockRows
--             Index Scan using voter_key (consultation_id, pseudonym) on voter
--     Nested Loop (Left)
--       Nested Loop
--         Function Scan
--         Index Scan using member_key (id) on member
--       Seq Scan on contact
--     CTE Scan on known
