-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposal
SELECT json_build_object('consultationId', e.about_id, 'from', e.data->>'from',
'to', e.data->>'to', 'at', e.at, 'body', (SELECT CASE WHEN x.id IS NULL THEN NULL
ELSE json_build_object('id', x.id, 'kind', x.kind, 'name', x.name,
  'field', x.field, 'description', x.description, 'parentId', x.parent_id,
  'from', x."from", 'until', x.until, 'interest', x.interest) END FROM body x WHERE x.id = e.body_id),
'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
  FROM member m WHERE m.id = e.actor_id),
'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason')) AS change FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id = ANY($1) ORDER BY e.number;
-- Plan:
--   Sort
--     Index Scan using record_entry_about (about_id) on record_entry
--       SubPlan 1: Seq Scan on body
--       SubPlan 2: Index Scan using member_key (id) on member
--       SubPlan 3: Index Scan using record_salt_key (number, field) on record_salt
