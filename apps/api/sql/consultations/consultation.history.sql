-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposal
SELECT json_build_object('consultationId', e.about_id, 'from', e.data->>'from',
'to', e.data->>'to', 'at', e.at, 'byId', e.actor_id, 'bodyId', e.body_id,
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) AS change FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = ANY($1) ORDER BY e.number;
-- Plan:
--   Sort
--     Seq Scan on record_entry
--       SubPlan 1: Seq Scan on record_salt
