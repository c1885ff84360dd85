-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, RankingWhileHidden, Rankings, Review
WITH regions AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS place
  FROM body WHERE kind = 'region'),
map AS MATERIALIZED (SELECT json_object_agg(clp.id, coalesce(regions.place, -1)) AS "regionOfClp",
    md5(string_agg(clp.id || coalesce(regions.id::text, ''), '' ORDER BY clp.id)) AS version
  FROM body clp LEFT JOIN regions ON regions.id = clp.parent_id WHERE clp.kind = 'clp')
   SELECT t.proposal_id AS id, t.consultation_id AS "consultationId", (SELECT count(*)::int FROM body WHERE kind = 'region') AS "regionCount",
     t.xmin::text || ' ' || map.version AS version, coalesce((SELECT string_agg(uuid_send(x.clp_id)
      || int4send(x.agree) || int4send(x.disagree) || int4send(x.pass), '')
    FROM tally_by_clp x
    WHERE x.consultation_id = t.consultation_id AND x.proposal_id = t.proposal_id
      AND x.agree + x.disagree + x.pass > 0), '') AS cells,
     CASE WHEN row_number() OVER (ORDER BY t.proposal_id) = 1 THEN map."regionOfClp" END AS "regionOfClp"
   FROM tally t CROSS JOIN map
   WHERE t.consultation_id = ANY($1::uuid[]) AND t.proposal_id = ANY($2::uuid[])
   ORDER BY t.proposal_id;
-- Plan:
--   WindowAgg
--     CTE map: Aggregate
--       Sort
--         Hash Join (Left)
--           Seq Scan on body
--           Hash
--             Subquery Scan
--               WindowAgg
--                 Sort
--                   Seq Scan on body
--     InitPlan 2: Aggregate
--       Seq Scan on body
--     Sort
--       Nested Loop
--         CTE Scan on map
--         Bitmap Heap Scan on tally
--           Bitmap Index Scan using tally_key (consultation_id, proposal_id)
--     SubPlan 3: Aggregate
--       Bitmap Heap Scan on tally_by_clp
--         Bitmap Index Scan using tally_by_clp_key (consultation_id, proposal_id)
