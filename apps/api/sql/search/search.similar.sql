-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- SimilarProposals
WITH asked AS MATERIALIZED (
     SELECT fold($2) AS text, tsvector_to_array(to_tsvector('english'::regconfig, fold($2))) AS words
   ), near AS MATERIALIZED (
     (SELECT p.id FROM proposal p
      WHERE p.consultation_id = $1 AND p.status = 'published'
        AND p.words @@ (array_to_string(ARRAY(
SELECT '''' || replace(replace(word, '\', '\\'), '''', '''''') || ''''
FROM unnest(tsvector_to_array(to_tsvector('english'::regconfig, fold($2)))) AS word), ' | ')::tsquery) LIMIT 200)
     UNION
     (SELECT p.id FROM proposal p
      WHERE p.consultation_id = $1 AND p.status = 'published'
        AND fold($2) <% fold(p.statement) LIMIT 200)
   ), weighed AS (
     SELECT p.id, p.number, word_similarity(asked.text, fold(p.statement)) / 3
       + 2.0 / 3 * (SELECT count(*) FROM unnest(asked.words) AS word
           WHERE word = ANY (tsvector_to_array(to_tsvector('english'::regconfig, fold(p.statement)))))
         / greatest(cardinality(asked.words), 1) AS likeness
     FROM near JOIN proposal p USING (id) CROSS JOIN asked
   )
   SELECT id FROM weighed WHERE likeness >= 0.4
   ORDER BY likeness DESC, number, id LIMIT 3;
-- Plan:
--   Limit
--     CTE asked: Result
--     CTE near: Unique
--       Sort
--         Append
--           Limit
--             InitPlan 2: Function Scan
--             Bitmap Heap Scan on proposal
--               BitmapAnd
--                 Bitmap Index Scan using proposal_number (consultation_id)
--                 Bitmap Index Scan using proposal_search (words)
--           Limit
--             Bitmap Heap Scan on proposal
--               Bitmap Index Scan using proposal_number (consultation_id)
--     Sort
--       Nested Loop
--         CTE Scan on asked
--         Nested Loop
--           CTE Scan on near
--           Index Scan using proposal_key (id) on proposal
--         SubPlan 4: Aggregate
--           Function Scan
--         SubPlan 5: Aggregate
--           Function Scan
