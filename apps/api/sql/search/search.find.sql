-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Search
WITH newest_comment AS MATERIALIZED (
SELECT id, proposal_id, created_at, words FROM (
  SELECT id, proposal_id, created_at, words, status FROM comment
  ORDER BY created_at DESC, id DESC LIMIT 5000
) m WHERE $2::uuid IS NULL AND m.words @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND m.status IN ('published','merged','not_taken_forward')
ORDER BY created_at DESC, id DESC LIMIT 200
   ), candidate AS MATERIALIZED (
     (
SELECT 'consultation' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, c.words AS vector FROM consultation c
  WHERE c.words @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND c.opened_at IS NOT NULL AND ($2::uuid IS NULL OR c.id = $2) ORDER BY created_at DESC, id DESC LIMIT 200
) consultation_found) UNION ALL (
SELECT 'proposal' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, p.words AS vector FROM proposal p
  WHERE p.words @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND p.status IN ('published','merged','not_taken_forward') AND ($2::uuid IS NULL OR p.consultation_id = $2) ORDER BY created_at DESC, id DESC LIMIT 200
) proposal_found) UNION ALL (SELECT 'comment', f.id, f.created_at, ts_rank(f.words, websearch_to_tsquery('english'::regconfig, fold($1)), 1) FROM (
  SELECT * FROM newest_comment WHERE (SELECT count(*) FROM newest_comment) = 200
  UNION ALL
  (SELECT id, proposal_id, created_at, words FROM comment m
   WHERE m.words @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND m.status IN ('published','merged','not_taken_forward') AND ($2::uuid IS NULL OR m.consultation_id = $2)
     AND (SELECT count(*) FROM newest_comment) < 200
   ORDER BY created_at DESC, id DESC LIMIT 200)
) f WHERE (SELECT w.status FROM proposal w WHERE w.id = f.proposal_id) <> 'waiting') UNION ALL (
SELECT 'evidence' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, e.words AS vector FROM evidence e
  WHERE e.words @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND e.status IN ('published','merged','not_taken_forward') AND ($2::uuid IS NULL OR e.consultation_id = $2) ORDER BY created_at DESC, id DESC LIMIT 200
) evidence_found) UNION ALL (SELECT 'paragraph', found.id, v.published_at, ts_rank(found.vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) FROM (
  SELECT *, search_vector(g.heading, g.text) AS vector FROM paragraph g
  WHERE search_vector(g.heading, g.text) @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND g.version = (SELECT max(v.number) FROM draft_version v
WHERE v.draft_id = g.draft_id AND v.status <> 'working')
    AND ($2::uuid IS NULL OR EXISTS (SELECT FROM draft d
      WHERE d.id = g.draft_id AND d.consultation_id = $2))
  ORDER BY g.id LIMIT 200
) found JOIN draft_version v ON v.draft_id = found.draft_id AND v.number = found.version)
   ), best AS MATERIALIZED (
     SELECT kind, id, row_number() OVER (ORDER BY rank DESC, at DESC, id) AS place FROM candidate
     WHERE $3::text IS NULL OR kind = $3
     ORDER BY place LIMIT 20
   ), shown AS (SELECT b.place, b.kind, c.id, c.title AS heading, c.question || E'\n' || c.paper AS text,
   c.title AS "consultationTitle", NULL AS byline, c.id AS "pageId", NULL AS number
 FROM best b JOIN consultation c ON c.id = b.id WHERE b.kind = 'consultation' UNION ALL SELECT b.place, b.kind, p.id, p.statement, p.argument, c.title, coalesce(a.display_name || coalesce(', ' || clp.name, ''), p.author_name), p.id, NULL
 FROM best b JOIN proposal p ON p.id = b.id JOIN consultation c ON c.id = p.consultation_id
   LEFT JOIN member a ON a.id = p.author_id LEFT JOIN body clp ON clp.id = a.clp_id WHERE b.kind = 'proposal' UNION ALL SELECT b.place, b.kind, m.id, CASE WHEN p.status = 'hidden' THEN 'Hidden by a moderator' ELSE p.statement END, m.body, c.title, coalesce(a.display_name || coalesce(', ' || clp.name, ''), m.author_name), p.id, NULL
 FROM best b JOIN comment m ON m.id = b.id JOIN proposal p ON p.id = m.proposal_id
   JOIN consultation c ON c.id = m.consultation_id LEFT JOIN member a ON a.id = m.author_id LEFT JOIN body clp ON clp.id = a.clp_id WHERE b.kind = 'comment' UNION ALL SELECT b.place, b.kind, e.id, e.claim, e.detail, c.title, o.name || ', ' || e.author_name,
   coalesce(e.proposal_id, e.consultation_id), CASE WHEN e.proposal_id IS NULL THEN 'paper' END
 FROM best b JOIN evidence e ON e.id = b.id JOIN body o ON o.id = e.body_id
   JOIN consultation c ON c.id = e.consultation_id WHERE b.kind = 'evidence' UNION ALL SELECT b.place, b.kind, g.id, v.title || ', paragraph ' || g.number, concat_ws(E'\n', g.heading, g.text),
   c.title, o.name, g.draft_id, g.number
 FROM best b JOIN paragraph g ON g.id = b.id AND g.version = (SELECT max(v.number) FROM draft_version v
WHERE v.draft_id = g.draft_id AND v.status <> 'working')
   JOIN draft_version v ON v.draft_id = g.draft_id AND v.number = g.version
   JOIN draft d ON d.id = g.draft_id JOIN body o ON o.id = d.body_id
   JOIN consultation c ON c.id = d.consultation_id WHERE b.kind = 'paragraph')
   SELECT
     coalesce((SELECT json_agg(s ORDER BY s.place) FROM shown s), '[]') AS hits,
     coalesce((SELECT json_agg(k) FROM
       (SELECT kind, count(*)::int AS count FROM candidate GROUP BY kind ORDER BY kind) k), '[]') AS counts,
     ARRAY(SELECT stem[1] FROM regexp_matches(querytree(websearch_to_tsquery('english'::regconfig, fold($1))), '''([^'']+)''', 'g') stem) AS lexemes;
-- Plan:
--   Result
--     CTE newest_comment: Limit
--       Subquery Scan
--         Limit
--           Index Scan using comment_by_time on comment
--     CTE candidate: Append
--       Subquery Scan
--         Limit
--           Sort
--             Seq Scan on consultation
--       Subquery Scan
--         Limit
--           Sort
--             Bitmap Heap Scan on proposal
--               Bitmap Index Scan using proposal_search (words)
--       Result
--         Append
--           Subquery Scan
--             Result
--               InitPlan 3: Aggregate
--                 CTE Scan on newest_comment
--               CTE Scan on newest_comment
--             SubPlan 2: Index Scan using proposal_key (id) on proposal
--           Subquery Scan
--             Limit
--               InitPlan 4: Aggregate
--                 CTE Scan on newest_comment
--               Sort
--                 Result
--                   Bitmap Heap Scan on comment
--                     Bitmap Index Scan using comment_search (words)
--       Subquery Scan
--         Limit
--           Sort
--             Bitmap Heap Scan on evidence
--               Bitmap Index Scan using evidence_search (words)
--       Nested Loop
--         Limit
--           Result
--             Sort
--               Seq Scan on paragraph
--                 SubPlan 5: Aggregate
--                   Seq Scan on draft_version
--         Seq Scan on draft_version
--     CTE best: Limit
--       Sort
--         WindowAgg
--           Sort
--             CTE Scan on candidate
--     InitPlan 9: Aggregate
--       Sort
--         Append
--           Subquery Scan
--             Hash Join
--               Seq Scan on consultation
--               Hash
--                 CTE Scan on best
--           Subquery Scan
--             Nested Loop (Left)
--               Nested Loop (Left)
--                 Nested Loop
--                   Nested Loop
--                     CTE Scan on best
--                     Index Scan using proposal_key (id) on proposal
--                   Index Scan using consultation_key (id) on consultation
--                 Index Scan using member_key (id) on member
--               Index Scan using body_key (id) on body
--           Subquery Scan
--             Nested Loop (Left)
--               Nested Loop (Left)
--                 Nested Loop
--                   Nested Loop
--                     Nested Loop
--                       CTE Scan on best
--                       Index Scan using comment_key (id) on comment
--                     Index Scan using proposal_key (id) on proposal
--                   Index Scan using consultation_key (id) on consultation
--                 Index Scan using member_key (id) on member
--               Index Scan using body_key (id) on body
--           Subquery Scan
--             Nested Loop
--               Nested Loop
--                 Nested Loop
--                   CTE Scan on best
--                   Index Scan using evidence_key (id) on evidence
--                 Index Scan using body_key (id) on body
--               Index Scan using consultation_key (id) on consultation
--           Subquery Scan
--             Nested Loop
--               Nested Loop
--                 Nested Loop
--                   Hash Join
--                     Seq Scan on consultation
--                     Hash
--                       Hash Join
--                         Seq Scan on body
--                         Hash
--                           Seq Scan on draft
--                   Seq Scan on paragraph
--                     SubPlan 8: Aggregate
--                       Seq Scan on draft_version
--                 CTE Scan on best
--               Seq Scan on draft_version
--     InitPlan 10: Aggregate
--       Subquery Scan
--         Sort
--           Aggregate
--             CTE Scan on candidate
--     InitPlan 11: Function Scan
