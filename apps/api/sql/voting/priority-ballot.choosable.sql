-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Priorities
SELECT p.id, p.consultation_id AS "consultationId", p.author_id AS "authorId", v.choice
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN proposal p ON p.consultation_id = asked.id
  LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
    WHERE consultation_id = p.consultation_id AND proposal_id = p.id
      AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true
WHERE p.status = 'published' AND ($3::text IS NULL OR p.words
  @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(p.statement), fold($3)) > 0)
ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     Nested Loop (Left)
--       Nested Loop
--         Function Scan
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number (consultation_id)
--       Limit
--         Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
