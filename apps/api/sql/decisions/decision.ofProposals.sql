-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposal
SELECT 'Decision' AS "__typename", d.id, d.consultation_id AS "consultationId",
d.proposal_id AS "proposalId", d.body_id AS "bodyId", CASE WHEN d_body.id IS NULL THEN NULL
ELSE json_build_object('id', d_body.id, 'kind', d_body.kind, 'name', d_body.name,
  'field', d_body.field, 'description', d_body.description, 'parentId', d_body.parent_id,
  'from', d_body."from", 'until', d_body.until, 'interest', d_body.interest) END AS body,
json_build_object('id', d_by.id, 'displayName', d_by.display_name, 'clpId', d_by.clp_id) AS by,
d.office, d.outcome, d.reason, d.next_stop AS "nextStopName", d.due_on::text AS "dueOn",
d.done_at AS "doneAt", d.done_note AS "doneNote", d.merged_into_id AS "mergedIntoId",
CASE WHEN d_to.id IS NULL THEN NULL
ELSE json_build_object('id', d_to.id, 'kind', d_to.kind, 'name', d_to.name,
  'field', d_to.field, 'description', d_to.description, 'parentId', d_to.parent_id,
  'from', d_to."from", 'until', d_to.until, 'interest', d_to.interest) END AS "referredTo", d.decided_at AS "decidedAt",
d.superseded_by_id IS NOT NULL AS "isSuperseded" FROM decision d JOIN body d_body ON d_body.id = d.body_id
JOIN member d_by ON d_by.id = d.by_id LEFT JOIN body d_to ON d_to.id = d.referred_to_id
   WHERE d.proposal_id = ANY($1) AND d.superseded_by_id IS NULL
   ORDER BY d.decided_at DESC, d.id DESC;
-- Plan:
--   Sort
--     Nested Loop
--       Hash Join (Right)
--         Seq Scan on body
--         Hash
--           Hash Join
--             Seq Scan on body
--             Hash
--               Index Scan using decision_proposal (proposal_id) on decision
--       Index Scan using member_key (id) on member
