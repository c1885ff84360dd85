-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Vote
SELECT 'Evidence' AS "__typename", e.id, e.consultation_id AS "consultationId",
e.proposal_id AS "proposalId", e.body_id AS "bodyId", CASE WHEN giver.id IS NULL THEN NULL
ELSE json_build_object('id', giver.id, 'kind', giver.kind, 'name', giver.name,
  'field', giver.field, 'description', giver.description, 'parentId', giver.parent_id,
  'from', giver."from", 'until', giver.until, 'interest', giver.interest) END AS body,
e.officer_id AS "officerId",
json_build_object('id', officer.id, 'displayName', CASE WHEN e.status = 'hidden' THEN 'Name not shown' ELSE officer.display_name END,
    'clpId', officer.clp_id)
  AS officer,
CASE WHEN e.status = 'hidden' THEN 'Name not shown' ELSE e.author_name END AS "authorName", CASE WHEN e.status = 'hidden' THEN 'Hidden by a moderator' ELSE e.claim END AS claim,
CASE WHEN e.status = 'hidden' THEN '' ELSE e.detail END AS detail, e.confidence,
CASE WHEN e.status = 'hidden' THEN '' ELSE e.confidence_reason END AS "confidenceReason", e.cost_flag AS "costFlag", e.legal_flag AS "legalFlag",
CASE WHEN e.status = 'hidden' THEN '' ELSE e.declared_interest END AS "declaredInterest",
CASE WHEN e.status = 'hidden' THEN '' ELSE e.mandate END AS mandate, CASE WHEN e.status = 'hidden' THEN '[]' ELSE e.sources END AS sources,
coalesce((SELECT json_agg(json_build_object('id', x.id, 'body', CASE WHEN objector.id IS NULL THEN NULL
ELSE json_build_object('id', objector.id, 'kind', objector.kind, 'name', objector.name,
  'field', objector.field, 'description', objector.description, 'parentId', objector.parent_id,
  'from', objector."from", 'until', objector.until, 'interest', objector.interest) END,
    'text', x.text, 'createdAt', x.created_at) ORDER BY x.created_at, x.id)
  FROM evidence_contest x JOIN body objector ON objector.id = x.body_id
  WHERE x.evidence_id = e.id), '[]') AS contests,
CASE WHEN e.considered_at IS NULL THEN NULL ELSE json_build_object(
  'body', CASE WHEN considerer.id IS NULL THEN NULL
ELSE json_build_object('id', considerer.id, 'kind', considerer.kind, 'name', considerer.name,
  'field', considerer.field, 'description', considerer.description, 'parentId', considerer.parent_id,
  'from', considerer."from", 'until', considerer.until, 'interest', considerer.interest) END, 'sentence', e.considered_sentence, 'at', e.considered_at) END
  AS considered,
e.status, e.status_reason AS "statusReason", e.created_at AS "createdAt" FROM evidence e JOIN body giver ON giver.id = e.body_id
JOIN member officer ON officer.id = e.officer_id
LEFT JOIN body considerer ON considerer.id = e.considered_by_id WHERE e.proposal_id = ANY($1) AND e.status <> 'waiting'
   ORDER BY e.created_at, e.id;
-- Plan:
--   Sort
--     Hash Join (Left)
--       Nested Loop
--         Hash Join
--           Bitmap Heap Scan on evidence
--             Bitmap Index Scan using evidence_proposal (proposal_id)
--           Hash
--             Seq Scan on body
--         Memoize
--           Index Scan using member_key (id) on member
--       Hash
--         Seq Scan on body
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on evidence_contest
