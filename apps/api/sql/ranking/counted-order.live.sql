-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Ranking, Review
WITH regions AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS place
  FROM body WHERE kind = 'region'),
clps AS (SELECT clp.id, (row_number() OVER (ORDER BY clp.id) - 1)::int AS place,
    coalesce(regions.place, -1) AS region
  FROM body clp LEFT JOIN regions ON regions.id = clp.parent_id WHERE clp.kind = 'clp'), cells AS MATERIALIZED (SELECT x.consultation_id,
    string_agg(int4send(counted.number) || int4send(clps.place) || int4send(x.agree)
      || int4send(x.disagree) || int4send(x.pass), '') AS bytes
  FROM tally_by_clp x JOIN clps ON clps.id = x.clp_id
    JOIN proposal counted ON counted.id = x.proposal_id
  WHERE x.consultation_id = ANY($1::uuid[]) AND x.agree + x.disagree + x.pass > 0
  GROUP BY x.consultation_id)
   SELECT asked.lens, p.id, p.consultation_id AS "consultationId", p.number, p.author_id AS "authorId",
     p.status = 'published' AS "isPublished", coalesce(t.agree, 0) AS agree,
     coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
     CASE WHEN row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1 THEN (SELECT bytes FROM cells WHERE consultation_id = asked.id) END AS cells, CASE WHEN row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1
       THEN (SELECT json_agg(region ORDER BY place) FROM clps) END AS "regionOfClp",
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
     LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
   WHERE p.status IN ('published', 'merged', 'not_taken_forward')
   ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     CTE clps: WindowAgg
--       Sort
--         Hash Join (Left)
--           Seq Scan on body
--           Hash
--             Subquery Scan
--               WindowAgg
--                 Sort
--                   Seq Scan on body
--     CTE cells: Aggregate
--       Hash Join
--         Hash Join
--           Bitmap Heap Scan on tally_by_clp
--             Bitmap Index Scan using tally_by_clp_key (consultation_id)
--           Hash
--             CTE Scan on clps
--         Hash
--           Seq Scan on proposal
--     InitPlan 4: Aggregate
--       Sort
--         CTE Scan on clps
--     InitPlan 5: Aggregate
--       Seq Scan on body
--     WindowAgg
--       Incremental Sort
--         Nested Loop (Left)
--           Nested Loop
--             Merge Join (Left)
--               Sort
--                 Function Scan
--               Sort
--                 Seq Scan on turnout
--             Bitmap Heap Scan on proposal
--               Bitmap Index Scan using proposal_number (consultation_id)
--           Index Scan using tally_key (consultation_id, proposal_id) on tally
--       SubPlan 3: CTE Scan on cells
--       SubPlan 6: Seq Scan on opinion_result
--       SubPlan 7: Seq Scan on priority_result
--       SubPlan 8: Seq Scan on rank_range
