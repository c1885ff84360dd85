-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Vote
SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
  coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
  coalesce(t.agree + t.disagree + t.pass, 0) AS votes, p.version,
  p.author_id AS "authorId", v.choice, v.version AS "votedVersion"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN proposal p ON p.consultation_id = asked.id
  LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
  LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
    WHERE consultation_id = p.consultation_id AND proposal_id = p.id
      AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true
WHERE p.status = 'published'
ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Function Scan
--           Bitmap Heap Scan on proposal
--             Bitmap Index Scan using proposal_number (consultation_id)
--         Index Scan using tally_key (consultation_id, proposal_id) on tally
--       Limit
--         Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
