-- What "Search" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

SELECT word FROM unnest($1::text[]) AS word
WHERE ts_lexize('english_stem', fold(word)) && $2::text[];
-- Plan:
--   Function Scan

WITH candidate AS MATERIALIZED (
     (
SELECT 'consultation' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, search_vector(c.title || ' ' || c.question, c.paper) AS vector FROM consultation c
  WHERE search_vector(c.title || ' ' || c.question, c.paper) @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND c.opened_at IS NOT NULL AND ($2::uuid IS NULL OR c.id = $2) LIMIT 200
) consultation_found) UNION ALL (
SELECT 'proposal' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, search_vector(p.statement, p.argument) AS vector FROM proposal p
  WHERE search_vector(p.statement, p.argument) @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND p.status IN ('published','merged','not_taken_forward') AND ($2::uuid IS NULL OR p.consultation_id = $2) LIMIT 200
) proposal_found) UNION ALL (
SELECT 'comment' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, search_vector('', m.body) AS vector FROM comment m
  WHERE search_vector('', m.body) @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND m.status IN ('published','merged','not_taken_forward') AND NOT EXISTS (SELECT FROM proposal w WHERE w.id = m.proposal_id AND w.status = 'waiting')
    AND ($2::uuid IS NULL OR m.consultation_id = $2) LIMIT 200
) comment_found) UNION ALL (
SELECT 'evidence' AS kind, id AS id, created_at AS at, ts_rank(vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) AS rank FROM (
  SELECT *, search_vector(e.claim, e.detail) AS vector FROM evidence e
  WHERE search_vector(e.claim, e.detail) @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND e.status IN ('published','merged','not_taken_forward') AND ($2::uuid IS NULL OR e.consultation_id = $2) LIMIT 200
) evidence_found) UNION ALL (SELECT 'paragraph', found.id, v.published_at, ts_rank(found.vector, websearch_to_tsquery('english'::regconfig, fold($1)), 1) FROM (
  SELECT *, search_vector(g.heading, g.text) AS vector FROM paragraph g
  WHERE search_vector(g.heading, g.text) @@ websearch_to_tsquery('english'::regconfig, fold($1)) AND g.version = (SELECT max(v.number) FROM draft_version v
WHERE v.draft_id = g.draft_id AND v.status <> 'working')
    AND ($2::uuid IS NULL OR EXISTS (SELECT FROM draft d
      WHERE d.id = g.draft_id AND d.consultation_id = $2))
  LIMIT 200
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
--     CTE candidate: Append
--       Subquery Scan
--         Limit
--           Seq Scan on consultation
--       Subquery Scan
--         Limit
--           Bitmap Heap Scan on proposal
--             Bitmap Index Scan using proposal_search
--       Subquery Scan
--         Limit
--           Nested Loop (Anti)
--             Bitmap Heap Scan on comment
--               Bitmap Index Scan using comment_search
--             Materialize
--               Seq Scan on proposal
--       Subquery Scan
--         Limit
--           Seq Scan on evidence
--       Nested Loop
--         Limit
--           Seq Scan on paragraph
--             SubPlan 1: Aggregate
--               Seq Scan on draft_version
--         Seq Scan on draft_version
--     CTE best: Limit
--       Sort
--         WindowAgg
--           Sort
--             CTE Scan on candidate
--     InitPlan 5: Aggregate
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
--                     Index Scan using proposal_key on proposal
--                   Index Scan using consultation_key on consultation
--                 Index Scan using member_key on member
--               Index Scan using body_key on body
--           Subquery Scan
--             Nested Loop (Left)
--               Nested Loop (Left)
--                 Nested Loop
--                   Nested Loop
--                     Nested Loop
--                       CTE Scan on best
--                       Index Scan using comment_key on comment
--                     Index Scan using proposal_key on proposal
--                   Index Scan using consultation_key on consultation
--                 Index Scan using member_key on member
--               Index Scan using body_key on body
--           Subquery Scan
--             Nested Loop
--               Hash Join
--                 Seq Scan on consultation
--                 Hash
--                   Hash Join
--                     Seq Scan on body
--                     Hash
--                       Seq Scan on evidence
--               CTE Scan on best
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
--                     SubPlan 4: Aggregate
--                       Seq Scan on draft_version
--                 CTE Scan on best
--               Seq Scan on draft_version
--     InitPlan 6: Aggregate
--       Subquery Scan
--         Sort
--           Aggregate
--             CTE Scan on candidate
--     InitPlan 7: Function Scan

WITH s AS (
     SELECT * FROM session WHERE expires_at > $2 AND last_seen_at > $2::timestamptz - interval '14 days'
       AND (token_hash = $1 OR (previous_hash = $1 AND previous_until > $2))
   ), seen AS (
     UPDATE session SET last_seen_at = date_trunc('hour', $2::timestamptz) FROM s
     WHERE session.id = s.id AND s.last_seen_at < date_trunc('hour', $2::timestamptz)
   )
SELECT m.id, m.display_name AS "displayName", m.standing, m.joined_on AS "joinedOn",
  CASE WHEN m.lapsed_on <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date THEN m.lapsed_on END AS "lapsedOn",
  CASE WHEN contact.held_until > $2 THEN contact.held_until END AS "heldUntil",
  CASE WHEN m.suspended_until > $2 THEN m.suspended_until END AS "suspendedUntil", m.interests, m.skills, m.clp_id AS "clpId", clp.name AS "clpName",
  clp.parent_id AS "regionId", region.name AS "regionName",
  coalesce(
    (SELECT json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'bodyKind', b.kind,
        'bodyName', b.name, 'office', o.office, 'from', o."from", 'until', o.until) ORDER BY o."from", o.id)
      FROM office o JOIN body b ON b.id = o.body_id
      WHERE o.member_id = m.id AND o."from" <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date AND (o.until IS NULL OR o.until >= ($2::timestamptz AT TIME ZONE 'Europe/London')::date)
        AND (m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date)),
    '[]') AS offices, json_build_object('id', s.id, 'signedInBy', s.signed_in_by,
     'isStrong', s.is_strong, 'confirmedAt', s.confirmed_at, 'rights', s.rights) AS session
FROM member m
  LEFT JOIN contact ON contact.member_id = m.id
  LEFT JOIN body clp ON clp.id = m.clp_id
  LEFT JOIN body region ON region.id = clp.parent_id
   JOIN s ON s.member_id = m.id
   WHERE m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date
     OR (s.created_at AT TIME ZONE 'Europe/London')::date >= m.lapsed_on;
-- Plan:
--   Nested Loop (Left)
--     CTE s: Seq Scan on session
--     CTE seen: Update on session
--       Hash Join
--         Seq Scan on session
--         Hash
--           CTE Scan on s
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           CTE Scan on s
--           Index Scan using member_key on member
--         Seq Scan on contact
--       Index Scan using body_key on body
--     Index Scan using body_key on body
--     SubPlan 3: Aggregate
--       Sort
--         Result
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on office
