-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
SELECT 'ModerationAct' AS "__typename", a.id, a.act, a.reason, a.about_kind AS "aboutKind",
a.about_id AS "aboutId", a.consultation_id AS "consultationId",
json_build_object('id', a_by.id, 'displayName', a_by.display_name, 'clpId', a_by.clp_id) AS by,
CASE WHEN a_body.id IS NULL THEN NULL
ELSE json_build_object('id', a_body.id, 'kind', a_body.kind, 'name', a_body.name,
  'field', a_body.field, 'description', a_body.description, 'parentId', a_body.parent_id,
  'from', a_body."from", 'until', a_body.until, 'interest', a_body.interest) END AS body, a.at, a.note, a.status_before AS "statusBefore",
a.from_id AS "fromId", a.from_parent_id AS "fromParentId", a.to_id AS "toId",
a.suspended_id AS "suspendedId", a.until, a.reverses_id AS "reversesId",
EXISTS (SELECT FROM moderation_act r WHERE r.reverses_id = a.id) AS "isReversed",
coalesce(a_p.author_id, a_c.author_id, a_e.officer_id) AS "authorId",
CASE WHEN x.id IS NOT NULL THEN json_build_object('id', x.id, 'at', x.at, 'dueOn', x.due_on,
  'answeredAt', x.answered_at, 'isUpheld', x.is_upheld, 'answer', x.answer) END AS appeal FROM moderation_act a JOIN member a_by ON a_by.id = a.by_id JOIN body a_body ON a_body.id = a.body_id
LEFT JOIN proposal a_p ON a_p.id = a.about_id LEFT JOIN comment a_c ON a_c.id = a.about_id
LEFT JOIN evidence a_e ON a_e.id = a.about_id LEFT JOIN appeal x ON x.act_id = a.id WHERE (a.suspended_id = $1 OR a.suspended_id IS NULL AND a.about_id IN (
       SELECT id FROM proposal WHERE author_id = $1 UNION ALL SELECT id FROM comment WHERE author_id = $1
       UNION ALL SELECT id FROM evidence WHERE officer_id = $1)) AND a.act <> 'keep'
   ORDER BY a.at DESC, a.id DESC LIMIT 100;
-- Plan:
--   Limit
--     Sort
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Nested Loop (Left)
--             Nested Loop (Left)
--               Nested Loop
--                 Nested Loop
--                   Seq Scan on moderation_act
--                     SubPlan 3: Append
--                       Bitmap Heap Scan on proposal
--                         Bitmap Index Scan using proposal_author_index (author_id)
--                       Bitmap Heap Scan on comment
--                         Bitmap Index Scan using comment_author_index (author_id)
--                       Index Scan using evidence_officer (officer_id) on evidence
--                   Index Scan using member_key (id) on member
--                 Seq Scan on body
--               Index Scan using proposal_key (id) on proposal
--             Index Scan using comment_key (id) on comment
--           Index Scan using evidence_key (id) on evidence
--         Seq Scan on appeal
--         SubPlan 1: Seq Scan on moderation_act

-- Proposal
SELECT 'ModerationAct' AS "__typename", a.id, a.act, a.reason, a.about_kind AS "aboutKind",
a.about_id AS "aboutId", a.consultation_id AS "consultationId",
json_build_object('id', a_by.id, 'displayName', a_by.display_name, 'clpId', a_by.clp_id) AS by,
CASE WHEN a_body.id IS NULL THEN NULL
ELSE json_build_object('id', a_body.id, 'kind', a_body.kind, 'name', a_body.name,
  'field', a_body.field, 'description', a_body.description, 'parentId', a_body.parent_id,
  'from', a_body."from", 'until', a_body.until, 'interest', a_body.interest) END AS body, a.at, a.note, a.status_before AS "statusBefore",
a.from_id AS "fromId", a.from_parent_id AS "fromParentId", a.to_id AS "toId",
a.suspended_id AS "suspendedId", a.until, a.reverses_id AS "reversesId",
EXISTS (SELECT FROM moderation_act r WHERE r.reverses_id = a.id) AS "isReversed",
coalesce(a_p.author_id, a_c.author_id, a_e.officer_id) AS "authorId",
CASE WHEN x.id IS NOT NULL THEN json_build_object('id', x.id, 'at', x.at, 'dueOn', x.due_on,
  'answeredAt', x.answered_at, 'isUpheld', x.is_upheld, 'answer', x.answer) END AS appeal FROM moderation_act a JOIN member a_by ON a_by.id = a.by_id JOIN body a_body ON a_body.id = a.body_id
LEFT JOIN proposal a_p ON a_p.id = a.about_id LEFT JOIN comment a_c ON a_c.id = a.about_id
LEFT JOIN evidence a_e ON a_e.id = a.about_id LEFT JOIN appeal x ON x.act_id = a.id WHERE a.from_id = ANY($1) AND a.act = 'move' AND a.about_kind <> 'proposal' AND NOT EXISTS (SELECT FROM moderation_act r WHERE r.reverses_id = a.id)
   ORDER BY a.at, a.id;
-- Plan:
--   Sort
--     Nested Loop (Anti)
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Nested Loop (Left)
--             Nested Loop (Left)
--               Nested Loop
--                 Hash Join
--                   Seq Scan on body
--                   Hash
--                     Seq Scan on moderation_act
--                 Index Scan using member_key (id) on member
--               Index Scan using proposal_key (id) on proposal
--             Index Scan using comment_key (id) on comment
--           Index Scan using evidence_key (id) on evidence
--         Seq Scan on appeal
--       Seq Scan on moderation_act
--       SubPlan 1: Seq Scan on moderation_act
