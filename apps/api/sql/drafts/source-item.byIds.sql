-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Story
SELECT to_jsonb(x) AS item FROM (SELECT 'Proposal' AS "__typename", p.id, p.consultation_id AS "consultationId",
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
p.comment_count AS "commentCount", p.is_locked AS "isLocked", (SELECT json_build_object('agree', coalesce(t.agree, 0), 'disagree', coalesce(t.disagree, 0),
  'pass', coalesce(t.pass, 0), 'phase', its.phase,
  'countsHiddenUntilVoted', (its.rules->>'countsHiddenUntilVoted')::boolean)
FROM consultation its LEFT JOIN tally t ON t.consultation_id = its.id AND t.proposal_id = p.id
WHERE its.id = p.consultation_id) AS counts FROM proposal p LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id WHERE p.id = ANY($1)) x UNION ALL SELECT to_jsonb(x) AS item FROM (SELECT 'Comment' AS "__typename", c.id,
c.consultation_id AS "consultationId", c.proposal_id AS "proposalId",
c.parent_id AS "parentId", c.ancestors, c.depth, c.stance,
CASE c.status WHEN 'withdrawn' THEN CASE WHEN author.erased_at IS NULL THEN '' ELSE c.body END
  WHEN 'hidden' THEN 'Hidden by a moderator' ELSE c.body END AS body, c.author_id AS "authorId",
json_build_object(
'member', CASE WHEN author.id IS NULL OR c.status = 'hidden' THEN NULL ELSE json_build_object(
  'id', author.id, 'displayName', author.display_name, 'clpId', author.clp_id) END,
'name', CASE WHEN c.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, c.author_name) END,
'clpName', CASE WHEN c.status = 'hidden' THEN NULL ELSE author_clp.name END) AS author, c.status, c.created_at AS "createdAt",
c.edited_at AS "editedAt", c.good_points AS "goodPoints",
EXISTS (SELECT FROM good_point g WHERE g.comment_id = c.id AND g.member_id = $2::uuid)
  AS "isGoodPointByMe",
c.reply_count AS "replyCount", c.descendant_count AS "descendantCount",
c.created_at::text AS "sortKey" FROM comment c LEFT JOIN member author ON author.id = c.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id WHERE c.id = ANY($1)) x UNION ALL SELECT to_jsonb(x) AS item FROM (SELECT 'Evidence' AS "__typename", e.id, e.consultation_id AS "consultationId",
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
LEFT JOIN body considerer ON considerer.id = e.considered_by_id WHERE e.id = ANY($1)) x UNION ALL SELECT to_jsonb(x) AS item FROM (SELECT 'Decision' AS "__typename", d.id, d.consultation_id AS "consultationId",
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
JOIN member d_by ON d_by.id = d.by_id LEFT JOIN body d_to ON d_to.id = d.referred_to_id WHERE d.id = ANY($1)) x UNION ALL SELECT to_jsonb(x) AS item FROM (SELECT 'Consultation' AS "__typename", c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions FROM consultation c WHERE c.id = ANY($1)) x;
-- Plan:
--   Append
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Hash Join (Right)
--           Seq Scan on body
--           Hash
--             Index Scan using proposal_key (id) on proposal
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on proposal_commission
--       SubPlan 2: Nested Loop (Left)
--         Seq Scan on consultation
--         Index Scan using tally_key (consultation_id, proposal_id) on tally
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Index Scan using comment_key (id) on comment
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--       SubPlan 3: Index Only Scan using good_point_key (comment_id, member_id) on good_point
--     Nested Loop
--       Hash Join (Right)
--         Seq Scan on body
--         Hash
--           Hash Join
--             Seq Scan on body
--             Hash
--               Index Scan using evidence_key (id) on evidence
--       Index Scan using member_key (id) on member
--       SubPlan 5: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on evidence_contest
--     Nested Loop
--       Hash Join (Right)
--         Seq Scan on body
--         Hash
--           Hash Join
--             Seq Scan on body
--             Hash
--               Index Scan using decision_key (id) on decision
--       Index Scan using member_key (id) on member
--     Seq Scan on consultation
--       SubPlan 6: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on consultation_commission
