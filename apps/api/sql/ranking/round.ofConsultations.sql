-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, Rankings
SELECT json_build_object('id', r.id,
'consultationId', r.consultation_id, 'number', r.number, 'lens', r.lens,
'publishedAt', r.published_at, 'publishedById', r.published_by_id,
'voterCount', r.voter_count, 'rollSize', coalesce(r.roll_size, 0),
'ballotCount', coalesce(r.ballot_count, 0), 'groupSizes', coalesce(r.group_sizes, '{}'),
'manifestSha256', coalesce(r.manifest_sha256, ''), 'key', coalesce(r.signed_with, ''),
'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = r.id),
'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = r.id)) AS round FROM round r WHERE r.consultation_id = ANY($1)
   ORDER BY r.consultation_id, r.number DESC;
-- Plan:
--   Sort
--     Seq Scan on round
--       SubPlan 1: Aggregate
--         Seq Scan on round_count
--       SubPlan 2: Aggregate
--         Seq Scan on round_count
