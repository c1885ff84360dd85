-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Round, opinion groups
SELECT ''::bytea AS pseudonym, NULL::uuid AS "clpId", NULL::smallint AS "group",
  NULL::bytea AS votes, NULL::bytea AS openings, (SELECT json_build_object(
'proposals', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number,
    'status', p.status, 'statement', CASE WHEN p.status = 'hidden' THEN 'Hidden by a moderator' ELSE p.statement END,
    'authorName', CASE WHEN p.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, p.author_name) END,
    'isLeftOut', p.status IN ('withdrawn', 'waiting', 'hidden') OR $2::text = ANY(p.tags)) ORDER BY p.number), '[]')
  FROM proposal p LEFT JOIN member author ON author.id = p.author_id WHERE p.consultation_id = $1),
'clps', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'regionId', parent_id)
    ORDER BY id), '[]') FROM body WHERE kind = 'clp'
  AND id IN (SELECT clp_id FROM voter WHERE consultation_id = $1)),
'voters', coalesce((SELECT voters FROM turnout WHERE consultation_id = $1), 0),
'votes', coalesce((SELECT sum(agree + disagree + pass) FROM tally WHERE consultation_id = $1), 0))) AS frame
UNION ALL
SELECT each.pseudonym, voter.clp_id, voter.opinion_group, each.votes, each.openings, NULL FROM (
  SELECT v.pseudonym, string_agg(int4send(p.number * 4 +
      CASE v.choice WHEN 'agree' THEN 2 WHEN 'pass' THEN 1 ELSE 0 END), ''::bytea) AS votes,
    string_agg(int4send(p.number) || v.commitment || v.random ||
coalesce(v.previous, decode(repeat('00', 32), 'hex')), ''::bytea)
FILTER (WHERE v.commitment IS NOT NULL AND v.random IS NOT NULL) AS openings
  FROM vote v JOIN proposal p ON p.id = v.proposal_id
  WHERE v.consultation_id = $1 GROUP BY v.pseudonym) AS each
JOIN voter ON voter.consultation_id = $1 AND voter.pseudonym = each.pseudonym
ORDER BY pseudonym;
-- Plan:
--   Sort
--     InitPlan 5: Result
--       InitPlan 1: Aggregate
--         Sort
--           Nested Loop (Left)
--             Bitmap Heap Scan on proposal
--               Bitmap Index Scan using proposal_number (consultation_id)
--             Memoize
--               Index Scan using member_key (id) on member
--       InitPlan 2: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Aggregate
--                 Seq Scan on voter
--       InitPlan 3: Seq Scan on turnout
--       InitPlan 4: Aggregate
--         Bitmap Heap Scan on tally
--           Bitmap Index Scan using tally_key (consultation_id)
--     Append
--       Result
--       Hash Join
--         Aggregate
--           Gather Merge
--             Aggregate
--               Sort
--                 Hash Join
--                   Seq Scan on vote
--                   Hash
--                     Seq Scan on proposal
--         Hash
--           Seq Scan on voter
