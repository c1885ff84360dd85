-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, Ranking, RankingWhileHidden, Rankings, Review
WITH regions AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS place
  FROM body WHERE kind = 'region'),
map AS MATERIALIZED (SELECT json_object_agg(clp.id, coalesce(regions.place, -1)) AS "regionOfClp",
    md5(string_agg(clp.id || coalesce(regions.id::text, ''), '' ORDER BY clp.id)) AS version
  FROM body clp LEFT JOIN regions ON regions.id = clp.parent_id WHERE clp.kind = 'clp'), known AS (SELECT * FROM unnest($3::uuid[], $4::text[]) AS known(id, version)),
counted AS MATERIALIZED (SELECT t.consultation_id, t.proposal_id, t.agree, t.disagree, t.pass, t.xmin::text || ' ' || map.version AS version
  FROM tally t CROSS JOIN map WHERE t.consultation_id = ANY($1::uuid[])),
unknown AS MATERIALIZED (SELECT counted.consultation_id, counted.proposal_id
  FROM counted LEFT JOIN known ON known.id = counted.proposal_id
  WHERE known.version IS DISTINCT FROM counted.version
    AND (SELECT p.status IN ('published', 'merged', 'not_taken_forward') FROM proposal p WHERE p.id = counted.proposal_id)
  ORDER BY counted.consultation_id, counted.proposal_id LIMIT $5::int),
cells AS MATERIALIZED (SELECT proposal_id, coalesce((SELECT string_agg(uuid_send(x.clp_id)
      || int4send(x.agree) || int4send(x.disagree) || int4send(x.pass), '')
    FROM tally_by_clp x
    WHERE x.consultation_id = unknown.consultation_id AND x.proposal_id = unknown.proposal_id
      AND x.agree + x.disagree + x.pass > 0), '') AS bytes FROM unknown)
   SELECT asked.lens, p.id, p.consultation_id AS "consultationId", p.number, p.author_id AS "authorId",
     p.status = 'published' AS "isPublished", coalesce(t.agree, 0) AS agree,
     coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass, t.version, cells.bytes AS cells,
     CASE WHEN row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1 AND EXISTS (SELECT FROM cells)
       THEN (SELECT "regionOfClp" FROM map) END AS "regionOfClp",
     (SELECT count(*)::int FROM body WHERE kind = 'region') AS "regionCount", coalesce(turnout.voters, 0) AS "voterCount",
     CASE WHEN row_number()
OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1
THEN json_build_object(
'groups', (SELECT json_build_object('k', o.k, 'proposalIds', o.proposal_ids, 'agree', o.agree,
    'disagree', o.disagree, 'pass', o.pass, 'allAgree', o.all_agree, 'allDisagree', o.all_disagree,
    'allPass', o.all_pass)
  FROM opinion_result o WHERE o.consultation_id = p.consultation_id AND o.k >= 2),
'priorities', (SELECT json_build_object('ballotCount', q.ballot_count, 'proposalIds', q.proposal_ids,
    'chosen', q.chosen, 'load', q.load, 'tied', q.tied)
  FROM priority_result q WHERE q.consultation_id = p.consultation_id),
'ranges', (SELECT json_build_object('proposalIds', g.proposal_ids, 'best', g.best, 'worst', g.worst,
    'low', g.low, 'high', g.high)
  FROM rank_range g WHERE g.consultation_id = p.consultation_id AND g.lens = asked.lens)) END AS measured
   FROM unnest($1::uuid[], $2::text[]) AS asked(id, lens)
     LEFT JOIN turnout ON turnout.consultation_id = asked.id
     JOIN proposal p ON p.consultation_id = asked.id
     LEFT JOIN counted t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     LEFT JOIN cells ON cells.proposal_id = p.id
   WHERE p.status IN ('published', 'merged', 'not_taken_forward')
   ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     CTE map: Aggregate
--       Sort
--         Hash Join (Left)
--           Seq Scan on body
--           Hash
--             Subquery Scan
--               WindowAgg
--                 Sort
--                   Seq Scan on body
--     CTE counted: Nested Loop
--       CTE Scan on map
--       Seq Scan on tally
--     CTE unknown: Limit
--       Sort
--         Nested Loop (Left)
--           CTE Scan on counted
--             SubPlan 3: Index Scan using proposal_key (id) on proposal
--           Function Scan
--     CTE cells: CTE Scan on unknown
--       SubPlan 5: Aggregate
--         Bitmap Heap Scan on tally_by_clp
--           Bitmap Index Scan using tally_by_clp_key (consultation_id, proposal_id)
--     InitPlan 7: CTE Scan on cells
--     InitPlan 8: CTE Scan on map
--     InitPlan 9: Aggregate
--       Seq Scan on body
--     WindowAgg
--       Sort
--         Hash Join (Left)
--           Hash Join (Left)
--             Hash Join
--               Seq Scan on proposal
--               Hash
--                 Hash Join (Right)
--                   Seq Scan on turnout
--                   Hash
--                     Function Scan
--             Hash
--               CTE Scan on counted
--           Hash
--             CTE Scan on cells
--       SubPlan 10: Seq Scan on opinion_result
--       SubPlan 11: Seq Scan on priority_result
--       SubPlan 12: Seq Scan on rank_range
