-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Vote
SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
  coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
  coalesce(t.agree + t.disagree + t.pass, 0) AS votes, p.version,
  p.author_id AS "authorId", v.choice, v.version AS "votedVersion"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN proposal p ON p.consultation_id = asked.id
  LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
  LEFT JOIN vote v ON v.consultation_id = p.consultation_id AND v.proposal_id = p.id
    AND v.pseudonym = asked.pseudonym
WHERE p.status = 'published'
ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Function Scan
--           Bitmap Heap Scan on proposal
--             Bitmap Index Scan using proposal_number
--         Index Scan using tally_key on tally
--       Index Scan using vote_key on vote
