-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Review
SELECT 'Proposal' AS "__typename", p.id, p.consultation_id AS "consultationId",
p.number, CASE WHEN p.status = 'hidden' THEN 'Hidden by a moderator' ELSE p.statement END AS statement,
CASE WHEN p.status = 'hidden' THEN '' ELSE p.argument END AS argument, p.author_id AS "authorId",
json_build_object(
'member', CASE WHEN author.id IS NULL OR p.status = 'hidden' THEN NULL ELSE json_build_object(
  'id', author.id, 'displayName', author.display_name, 'clpId', author.clp_id) END,
'name', CASE WHEN p.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, p.author_name) END,
'clpName', CASE WHEN p.status = 'hidden' THEN NULL ELSE author_clp.name END) AS author, CASE WHEN behalf.id IS NULL THEN NULL
ELSE json_build_object('id', behalf.id, 'kind', behalf.kind, 'name', behalf.name,
  'field', behalf.field, 'description', behalf.description, 'parentId', behalf.parent_id,
  'from', behalf."from", 'until', behalf.until, 'interest', behalf.interest) END AS "onBehalfOf",
coalesce((SELECT json_agg(CASE WHEN tag.id IS NULL THEN NULL
ELSE json_build_object('id', tag.id, 'kind', tag.kind, 'name', tag.name,
  'field', tag.field, 'description', tag.description, 'parentId', tag.parent_id,
  'from', tag."from", 'until', tag.until, 'interest', tag.interest) END ORDER BY tag.name, tag.id)
  FROM proposal_commission pc JOIN body tag ON tag.id = pc.body_id
  WHERE pc.proposal_id = p.id), '[]') AS commissions,
p.tags, p.status, p.status_reason AS "statusReason", p.merged_into_id AS "mergedIntoId",
p.version, p.created_at AS "createdAt", p.edited_at AS "editedAt", p.active_at AS "activeAt",
p.comment_count AS "commentCount", p.is_locked AS "isLocked", coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
     coalesce(t.pass, 0) AS pass,
     coalesce(CASE WHEN (SELECT told.by_region FROM round_count told JOIN round ON round.id = told.round_id
  WHERE told.proposal_id = p.id ORDER BY round.number DESC LIMIT 1) IS NULL THEN (SELECT json_agg(json_build_array(r.id, r.agree, r.disagree, r.pass, r.clps) ORDER BY r.id)
  FROM (SELECT clp.parent_id AS id, sum(x.agree)::int AS agree, sum(x.disagree)::int AS disagree,
      sum(x.pass)::int AS pass, json_agg(json_build_array(x.agree, x.disagree, x.pass)) AS clps
    FROM tally_by_clp x JOIN body clp ON clp.id = x.clp_id
    WHERE x.consultation_id = p.consultation_id AND x.proposal_id = p.id
      AND x.agree + x.disagree + x.pass > 0 AND clp.parent_id IS NOT NULL
    GROUP BY clp.parent_id) AS r) END, '[]') AS "byRegion",
     (SELECT to_json(latest) FROM (
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
WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS latest) AS decision, coalesce((SELECT json_agg(to_json(given)) FROM (
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
  WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
  ORDER BY d.decided_at DESC, d.id DESC) AS given), '[]') AS decisions,
coalesce((SELECT json_agg(used.label ORDER BY used.title, used.position, used.id)
  FROM (SELECT DISTINCT v.title, g.position, g.id, v.title || ', paragraph ' || g.number AS label
    FROM paragraph_source s
      JOIN draft_version v ON v.draft_id = s.draft_id AND v.number = s.version
      JOIN paragraph g ON g.draft_id = s.draft_id AND g.version = s.version AND g.id = s.paragraph_id
    WHERE s.proposal_id = p.id AND v.number = (SELECT max(n.number) FROM draft_version n
      WHERE n.draft_id = v.draft_id AND n.status <> 'working')) AS used), '[]') AS "usedIn",
(SELECT told.by_region FROM round_count told JOIN round ON round.id = told.round_id
  WHERE told.proposal_id = p.id ORDER BY round.number DESC LIMIT 1) AS "regionsTold",
CASE WHEN row_number() OVER (PARTITION BY p.consultation_id ORDER BY p.number, p.id) = 1
  THEN (SELECT CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END FROM body b WHERE b.id = $2::uuid) END AS compared
   FROM proposal p
     LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id
   WHERE p.consultation_id = ANY($1) AND p.status IN ('published', 'merged', 'not_taken_forward')
   ORDER BY p.consultation_id, p.number, p.id;
-- Plan:
--   WindowAgg
--     InitPlan 9: Seq Scan on body
--     Incremental Sort
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Merge Join (Left)
--             Sort
--               Hash Join (Left)
--                 Bitmap Heap Scan on proposal
--                   Bitmap Index Scan using proposal_number (consultation_id)
--                 Hash
--                   Seq Scan on body
--             Sort
--               Seq Scan on tally
--           Memoize
--             Index Scan using member_key (id) on member
--         Memoize
--           Index Scan using body_key (id) on body
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on proposal_commission
--     SubPlan 2: Limit
--       Sort
--         Nested Loop
--           Index Scan using round_count_proposal (proposal_id) on round_count
--           Seq Scan on round
--     SubPlan 3: Aggregate
--       Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Bitmap Heap Scan on tally_by_clp
--                 Bitmap Index Scan using tally_by_clp_key (consultation_id, proposal_id)
--     SubPlan 4: Subquery Scan
--       Limit
--         Sort
--           Nested Loop
--             Hash Join (Right)
--               Seq Scan on body
--               Hash
--                 Hash Join
--                   Seq Scan on body
--                   Hash
--                     Index Scan using decision_proposal (proposal_id) on decision
--             Index Scan using member_key (id) on member
--     SubPlan 5: Aggregate
--       Subquery Scan
--         Sort
--           Nested Loop
--             Hash Join (Right)
--               Seq Scan on body
--               Hash
--                 Hash Join
--                   Seq Scan on body
--                   Hash
--                     Index Scan using decision_proposal (proposal_id) on decision
--             Index Scan using member_key (id) on member
--     SubPlan 7: Aggregate
--       Unique
--         Sort
--           Nested Loop
--             Nested Loop
--               Seq Scan on paragraph_source
--               Seq Scan on draft_version
--                 SubPlan 6: Aggregate
--                   Seq Scan on draft_version
--             Seq Scan on paragraph
--     SubPlan 8: Limit
--       Sort
--         Nested Loop
--           Index Scan using round_count_proposal (proposal_id) on round_count
--           Seq Scan on round
