-- What "Mine" of the web app sends to Postgres, and how a world of 100,000 members answers it.
-- Written by: pnpm bench plans

SELECT s.id, s.kind, s.title, s.author_id AS "authorId",
  CASE WHEN s.status = 'hidden' THEN 'Name not shown' ELSE coalesce(author.display_name, s.author_name) END AS "authorName",
  CASE WHEN s.status = 'hidden' THEN NULL ELSE clp.name END AS "clpName",
  behalf.name AS "bodyName", s.status, s.created_at AS "createdAt",
  s.consultation_id AS "consultationId", c.title AS "consultationTitle", c.phase,
  c.votes_until AS "votesUntil", c.answers_by AS "answersBy", c.rules, s.proposal_id AS "proposalId",
  convener.name AS "convenedBy", convener.kind AS "convenedByKind",
  coalesce((
SELECT json_agg(json_build_object('number', r.number::text, 'kind', r.kind, 'at', r.at,
    'personName', CASE WHEN s.status = 'hidden' AND r.actor_id = s.author_id
      THEN 'Name not shown' ELSE actor.display_name END, 'bodyName', body.name, 'bodyKind', body.kind,
    'office', (SELECT o.office FROM office o
      WHERE o.member_id = r.actor_id AND o.body_id = r.body_id ORDER BY o."from" DESC, o.id LIMIT 1),
    'data', r.data,
    'texts', coalesce((SELECT json_object_agg(t.field, t.text) FROM (SELECT t.field, t.text FROM (SELECT x.statement AS "statement", x.argument AS "argument", x.reason AS "reason" FROM proposal_version x WHERE x.proposal_id = r.about_id AND x.version = (r.data->>'version')::int AND r.about_kind = 'proposal' AND r.kind IN ('sent', 'edited') AND NOT EXISTS (SELECT FROM proposal h WHERE h.id = r.about_id AND h.status = 'hidden')) y
  CROSS JOIN LATERAL (VALUES ('statement', y."statement"), ('argument', y."argument"), ('reason', y."reason")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.author_name AS "authorName" FROM proposal x WHERE x.id = r.about_id AND r.about_kind = 'proposal' AND r.kind IN ('sent') AND x.status <> 'hidden') y
  CROSS JOIN LATERAL (VALUES ('authorName', y."authorName")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.status_reason AS "reason" FROM proposal x WHERE x.id = r.about_id AND x.status IN ('withdrawn', 'hidden') AND r.about_kind = 'proposal' AND r.kind IN ('withdrawn') AND x.status = 'withdrawn') y
  CROSS JOIN LATERAL (VALUES ('reason', y."reason")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT coalesce(v.body, x.body) AS "body" FROM comment x LEFT JOIN comment_version v
      ON v.comment_id = x.id AND v.version = (r.data->>'version')::int
    WHERE x.id = r.about_id AND r.about_kind = 'comment' AND r.kind IN ('sent', 'edited') AND x.status <> 'hidden') y
  CROSS JOIN LATERAL (VALUES ('body', y."body")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.author_name AS "authorName" FROM comment x WHERE x.id = r.about_id AND r.about_kind = 'comment' AND r.kind IN ('sent') AND x.status <> 'hidden') y
  CROSS JOIN LATERAL (VALUES ('authorName', y."authorName")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.author_name AS "authorName", x.claim AS "claim", x.detail AS "detail", x.confidence_reason AS "confidenceReason", x.declared_interest AS "declaredInterest", x.mandate AS "mandate", coalesce((SELECT string_agg(concat(s->>'title', ' ', s->>'url'), E'\n' ORDER BY place)
  FROM jsonb_array_elements(x.sources) WITH ORDINALITY AS each(s, place)), '') AS "sources" FROM evidence x WHERE x.id = r.about_id AND r.about_kind = 'evidence' AND r.kind IN ('sent') AND x.status <> 'hidden') y
  CROSS JOIN LATERAL (VALUES ('authorName', y."authorName"), ('claim', y."claim"), ('detail', y."detail"), ('confidenceReason', y."confidenceReason"), ('declaredInterest', y."declaredInterest"), ('mandate', y."mandate"), ('sources', y."sources")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.claim AS "claim" FROM evidence x WHERE x.id = (r.data->>'evidenceId')::uuid AND r.about_kind = 'proposal' AND r.kind IN ('evidence_given') AND x.status <> 'hidden') y
  CROSS JOIN LATERAL (VALUES ('claim', y."claim")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.considered_sentence AS "sentence" FROM evidence x WHERE x.id = (r.data->>'evidenceId')::uuid AND r.kind = 'evidence_considered' AND true) y
  CROSS JOIN LATERAL (VALUES ('sentence', y."sentence")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.text AS "text" FROM evidence_contest x WHERE x.id = (r.data->>'contestId')::uuid AND r.kind = 'evidence_contested' AND true) y
  CROSS JOIN LATERAL (VALUES ('text', y."text")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.status_reason AS "reason" FROM evidence x WHERE x.id = r.about_id AND x.status IN ('withdrawn', 'hidden') AND r.about_kind = 'evidence' AND r.kind IN ('withdrawn') AND x.status = 'withdrawn') y
  CROSS JOIN LATERAL (VALUES ('reason', y."reason")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.reason AS "reason" FROM seal_hold x WHERE x.id = (r.data->>'holdId')::uuid AND r.kind = 'seal_held' AND false) y
  CROSS JOIN LATERAL (VALUES ('reason', y."reason")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.reason AS "reason", x.next_stop AS "nextStop" FROM decision x WHERE x.id = (r.data->>'decisionId')::uuid AND r.about_kind = 'proposal' AND r.kind IN ('decided') AND true) y
  CROSS JOIN LATERAL (VALUES ('reason', y."reason"), ('nextStop', y."nextStop")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.done_note AS "note", x.next_stop AS "nextStop" FROM decision x WHERE x.id = (r.data->>'decisionId')::uuid AND r.about_kind = 'proposal' AND r.kind IN ('next_stop_reached') AND true) y
  CROSS JOIN LATERAL (VALUES ('note', y."note"), ('nextStop', y."nextStop")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.statement AS "statement" FROM proposal_version x WHERE x.proposal_id = (r.data->>'proposalId')::uuid
    AND x.version = (r.data->>'version')::int AND r.about_kind = 'proposal' AND r.kind IN ('merged_in') AND NOT EXISTS (SELECT FROM proposal h WHERE h.id = x.proposal_id AND h.status = 'hidden')) y
  CROSS JOIN LATERAL (VALUES ('statement', y."statement")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.title AS "title", x.summary AS "summary", x.note AS "note", coalesce((SELECT string_agg(concat(p.number, E'\n', p.id, E'\n', p.heading, E'\n',
  p.text, E'\n', p.own_reason), E'\n\n' ORDER BY p.position)
FROM paragraph p WHERE p.draft_id = x.draft_id AND p.version = x.number), '') AS "paragraphs" FROM draft_version x WHERE x.draft_id = r.about_id AND x.number = (r.data->>'version')::int AND r.about_kind = 'draft' AND r.kind IN ('draft_published') AND true) y
  CROSS JOIN LATERAL (VALUES ('title', y."title"), ('summary', y."summary"), ('note', y."note"), ('paragraphs', y."paragraphs")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT t.field, t.text FROM (SELECT x.note AS "note", p.text AS "paragraph" FROM paragraph p LEFT JOIN paragraph_source x ON x.draft_id = p.draft_id
      AND x.version = p.version AND x.paragraph_id = p.id AND x.id = (r.data->>'sourceId')::uuid
    WHERE p.draft_id = (r.data->>'draftId')::uuid AND p.version = (r.data->>'version')::int
      AND p.id = (r.data->>'paragraphId')::uuid AND r.kind = 'used_in_paragraph' AND true) y
  CROSS JOIN LATERAL (VALUES ('note', y."note"), ('paragraph', y."paragraph")) AS t(field, text) WHERE t.text IS NOT NULL UNION ALL SELECT x.field, x.text FROM record_salt x WHERE x.number = r.number AND x.text IS NOT NULL) t), '{}'),
    'referredTo', (SELECT name FROM body WHERE id = (r.data->>'referredToId')::uuid))
  ORDER BY r.number)
FROM record_entry r
  LEFT JOIN member actor ON actor.id = r.actor_id
  LEFT JOIN body ON body.id = r.body_id
WHERE r.about_id = s.id OR (r.about_id = s.consultation_id AND r.kind = 'phase_set'
  AND r.data->>'to' IN ('reported','withdrawn'))), '[]') AS acts, coalesce((
SELECT json_agg(json_build_object('number', r.number, 'publishedAt', r.published_at,
    'rank', rc.rank, 'agree', rc.agree, 'disagree', rc.disagree, 'pass', rc.pass,
    'rankedCount', size.ranked, 'isTied', size.sharing > 1) ORDER BY r.number)
FROM round_count rc JOIN round r ON r.id = rc.round_id
  CROSS JOIN LATERAL (SELECT count(x.rank)::int AS ranked,
      count(*) FILTER (WHERE x.rank = rc.rank)::int AS sharing
    FROM round_count x WHERE x.round_id = r.id) size
WHERE rc.proposal_id = s.id), '[]') AS rounds, ARRAY(SELECT d.id FROM decision d
WHERE d.proposal_id = s.id AND d.superseded_by_id IS NULL ORDER BY d.decided_at DESC, d.id DESC) AS "decisionIds",
  coalesce((SELECT json_object_agg(d.id, CASE WHEN t.status = 'hidden' THEN 'Hidden by a moderator' ELSE t.statement END)
FROM decision d JOIN proposal t ON t.id = d.merged_into_id WHERE d.proposal_id = s.id), '{}') AS "mergedInto"
FROM (SELECT * FROM (SELECT p.id, 'proposal' AS kind, CASE WHEN p.status = 'hidden' THEN 'Hidden by a moderator' ELSE p.statement END AS title, p.author_id, p.author_name,
    p.on_behalf_of_id AS body_id, p.status, p.created_at, p.consultation_id,
    NULL::uuid AS proposal_id FROM proposal p WHERE p.author_id = $1 UNION ALL SELECT c.id, 'comment', CASE c.status WHEN 'withdrawn' THEN
    CASE WHEN CASE WHEN c.status = 'hidden' THEN 'hidden' WHEN EXISTS (SELECT FROM member gone
  WHERE gone.id = c.author_id AND gone.erased_at IS NOT NULL) THEN 'erased' END = 'erased' THEN c.body ELSE '' END WHEN 'hidden' THEN 'Hidden by a moderator' ELSE c.body END,
    c.author_id, c.author_name, NULL::uuid, c.status, c.created_at, c.consultation_id,
    c.proposal_id FROM comment c WHERE c.author_id = $1 UNION ALL SELECT e.id, 'evidence', CASE WHEN e.status = 'hidden' THEN 'Hidden by a moderator' ELSE e.claim END, e.officer_id, NULL, e.body_id, e.status, e.created_at,
    e.consultation_id, e.proposal_id FROM evidence e WHERE e.officer_id = $1) mine ORDER BY created_at DESC, id LIMIT 200) s
  JOIN consultation c ON c.id = s.consultation_id
  JOIN body convener ON convener.id = c.convened_by_id
  LEFT JOIN member author ON author.id = s.author_id
  LEFT JOIN body clp ON clp.id = author.clp_id
  LEFT JOIN body behalf ON behalf.id = s.body_id
   ORDER BY s.created_at DESC, s.id;
-- Plan:
--   Sort
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Hash Join
--             Seq Scan on consultation
--             Hash
--               Hash Join (Right)
--                 Seq Scan on body
--                 Hash
--                   Subquery Scan
--                     Limit
--                       Sort
--                         Append
--                           Bitmap Heap Scan on proposal
--                             Bitmap Index Scan using proposal_author_index
--                           Bitmap Heap Scan on comment
--                             Bitmap Index Scan using comment_author_index
--                             SubPlan 12: Index Only Scan using member_erased on member
--                           Seq Scan on evidence
--           Memoize
--             Index Scan using body_key on body
--         Index Scan using member_key on member
--       Index Scan using body_key on body
--       SubPlan 7: Aggregate
--         Sort
--           Nested Loop (Left)
--             Hash Join (Right)
--               Seq Scan on body
--               Hash
--                 Seq Scan on record_entry
--             Index Scan using member_key on member
--         SubPlan 1: Limit
--           Sort
--             Seq Scan on office
--         SubPlan 5: Aggregate
--           Append
--             Result
--               InitPlan 2: Index Scan using proposal_hidden on proposal
--               Nested Loop
--                 Index Scan using proposal_version_key on proposal_version
--                 Values Scan
--             Result
--               Index Scan using proposal_key on proposal
--             Result
--               Index Scan using proposal_key on proposal
--             Result
--               Nested Loop (Left)
--                 Index Scan using comment_key on comment
--                 Seq Scan on comment_version
--             Result
--               Index Scan using comment_key on comment
--             Result
--               Nested Loop
--                 Seq Scan on evidence
--                 Values Scan
--                   SubPlan 3: Aggregate
--                     Function Scan
--             Result
--               Seq Scan on evidence
--             Result
--               Seq Scan on evidence
--             Result
--               Seq Scan on evidence_contest
--             Result
--               Seq Scan on evidence
--             Result
--               Nested Loop
--                 Seq Scan on decision
--                 Values Scan
--             Result
--               Nested Loop
--                 Seq Scan on decision
--                 Values Scan
--             Result
--               Nested Loop (Anti)
--                 Index Scan using proposal_version_key on proposal_version
--                 Index Scan using proposal_hidden on proposal
--             Result
--               Nested Loop
--                 Seq Scan on draft_version
--                 Values Scan
--                   SubPlan 4: Aggregate
--                     Sort
--                       Seq Scan on paragraph
--             Result
--               Nested Loop
--                 Nested Loop (Left)
--                   Seq Scan on paragraph
--                   Seq Scan on paragraph_source
--                 Values Scan
--             Seq Scan on record_salt
--         SubPlan 6: Seq Scan on body
--       SubPlan 8: Aggregate
--         Sort
--           Nested Loop
--             Nested Loop
--               Seq Scan on round_count
--               Seq Scan on round
--             Aggregate
--               Seq Scan on round_count
--       SubPlan 9: Sort
--         Seq Scan on decision
--       SubPlan 10: Aggregate
--         Nested Loop
--           Seq Scan on decision
--           Index Scan using proposal_key on proposal

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
--                 Hash Join
--                   Seq Scan on body
--                   Hash
--                     Seq Scan on moderation_act
--                       SubPlan 3: Append
--                         Bitmap Heap Scan on proposal
--                           Bitmap Index Scan using proposal_author_index
--                         Bitmap Heap Scan on comment
--                           Bitmap Index Scan using comment_author_index
--                         Seq Scan on evidence
--                 Index Scan using member_key on member
--               Index Scan using proposal_key on proposal
--             Index Scan using comment_key on comment
--           Seq Scan on evidence
--         Seq Scan on appeal
--         SubPlan 1: Seq Scan on moderation_act

SELECT consultation_id AS id, count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
FROM proposal
     WHERE consultation_id = ANY($1) AND status <> 'waiting' GROUP BY consultation_id;
-- Plan:
--   Aggregate
--     Seq Scan on proposal

SELECT id FROM consultation WHERE phase <> 'preparing' ORDER BY id;
-- Plan:
--   Sort
--     Seq Scan on consultation

SELECT r.id, r.about_id AS "aboutId", r.reporter_id AS "reporterId", r.reason, r.words,
r.at, a.act AS "closedBy", r.closed_at AS "closedAt"
FROM report r LEFT JOIN moderation_act a ON a.id = r.closed_by_id WHERE r.reporter_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT 100;
-- Plan:
--   Limit
--     Sort
--       Nested Loop (Left)
--         Seq Scan on report
--         Seq Scan on moderation_act

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
p.comment_count AS "commentCount", p.is_locked AS "isLocked" FROM proposal p LEFT JOIN member author ON author.id = p.author_id
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
  WHERE cc.consultation_id = c.id), '[]') AS commissions
FROM consultation c WHERE c.id = ANY($1)) x;
-- Plan:
--   Append
--     Hash Join (Left)
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Bitmap Heap Scan on proposal
--             Bitmap Index Scan using proposal_key
--           Index Scan using member_key on member
--         Index Scan using body_key on body
--       Hash
--         Seq Scan on body
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on proposal_commission
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Bitmap Heap Scan on comment
--           Bitmap Index Scan using comment_key
--         Index Scan using member_key on member
--       Index Scan using body_key on body
--       SubPlan 3: Seq Scan on good_point
--     Nested Loop
--       Hash Join (Right)
--         Seq Scan on body
--         Hash
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on evidence
--       Index Scan using member_key on member
--       SubPlan 4: Aggregate
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
--               Seq Scan on decision
--       Index Scan using member_key on member
--     Seq Scan on consultation
--       SubPlan 5: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on consultation_commission

WITH own AS MATERIALIZED (
  SELECT v.consultation_id, v.proposal_id, v.pseudonym, v.choice, v.version
  FROM unnest($1::uuid[], $2::bytea[]) AS me(consultation_id, pseudonym)
    JOIN vote v ON v.consultation_id = me.consultation_id AND v.pseudonym = me.pseudonym
)
SELECT
  ARRAY(SELECT p.id FROM own JOIN proposal p ON p.id = own.proposal_id
      JOIN consultation c ON c.id = p.consultation_id
    WHERE own.version < p.version AND p.status = 'published'
      AND c.phase IN ('open','prioritising')
    ORDER BY p.edited_at DESC, p.id LIMIT 100) AS "changedSinceVote",
  ARRAY(SELECT d.id FROM own JOIN decision d ON d.proposal_id = own.proposal_id
    WHERE own.choice = 'agree' AND d.superseded_by_id IS NULL
      AND NOT EXISTS (SELECT FROM answer_verdict a
        WHERE a.decision_id = d.id AND a.pseudonym = own.pseudonym)
    ORDER BY d.decided_at DESC, d.id LIMIT 100) AS "answersToJudge",
  coalesce((SELECT json_agg(json_build_object('consultationId', x.consultation_id,
      'votes', x.votes) ORDER BY x.votes DESC, x.consultation_id)
    FROM (SELECT consultation_id, count(*)::int AS votes FROM own GROUP BY consultation_id) x),
    '[]') AS voted;
-- Plan:
--   Result
--     CTE own: Nested Loop
--       Function Scan
--       Index Scan using vote_voter on vote
--     InitPlan 2: Limit
--       Sort
--         Nested Loop
--           Hash Join
--             Seq Scan on proposal
--             Hash
--               CTE Scan on own
--           Index Scan using consultation_key on consultation
--     InitPlan 3: Limit
--       Sort
--         Nested Loop (Anti)
--           Hash Join
--             CTE Scan on own
--             Hash
--               Seq Scan on decision
--           Seq Scan on answer_verdict
--     InitPlan 4: Aggregate
--       Sort
--         Aggregate
--           CTE Scan on own

WITH s AS (
     SELECT * FROM session WHERE expires_at > $2 AND last_seen_at > $2::timestamptz - interval '14 days'
       AND (token_hash = $1 OR (previous_hash = $1 AND previous_until > $2))
   ), seen AS (
     UPDATE session SET last_seen_at = date_trunc('hour', $2::timestamptz) FROM s
     WHERE session.id = s.id AND s.last_seen_at < date_trunc('hour', $2::timestamptz)
   )
SELECT m.id, m.display_name AS "displayName", m.standing, m.joined_on AS "joinedOn",
  CASE WHEN m.lapsed_on <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date THEN m.lapsed_on END AS "lapsedOn",
  CASE WHEN contact.held_until > $2 THEN contact.held_until END AS "heldUntil",
  CASE WHEN m.suspended_until > $2 THEN m.suspended_until END AS "suspendedUntil", m.interests, m.skills, m.clp_id AS "clpId", clp.name AS "clpName",
  clp.parent_id AS "regionId", region.name AS "regionName",
  coalesce(
    (SELECT json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'bodyKind', b.kind,
        'bodyName', b.name, 'office', o.office, 'from', o."from", 'until', o.until) ORDER BY o."from", o.id)
      FROM office o JOIN body b ON b.id = o.body_id
      WHERE o.member_id = m.id AND o."from" <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date AND (o.until IS NULL OR o.until >= ($2::timestamptz AT TIME ZONE 'Europe/London')::date)
        AND (m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date)),
    '[]') AS offices, json_build_object('id', s.id, 'signedInBy', s.signed_in_by,
     'isStrong', s.is_strong, 'confirmedAt', s.confirmed_at, 'rights', s.rights) AS session
FROM member m
  LEFT JOIN contact ON contact.member_id = m.id
  LEFT JOIN body clp ON clp.id = m.clp_id
  LEFT JOIN body region ON region.id = clp.parent_id
   JOIN s ON s.member_id = m.id
   WHERE m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date
     OR (s.created_at AT TIME ZONE 'Europe/London')::date >= m.lapsed_on;
-- Plan:
--   Nested Loop (Left)
--     CTE s: Seq Scan on session
--     CTE seen: Update on session
--       Hash Join
--         Seq Scan on session
--         Hash
--           CTE Scan on s
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           CTE Scan on s
--           Index Scan using member_key on member
--         Seq Scan on contact
--       Index Scan using body_key on body
--     Index Scan using body_key on body
--     SubPlan 3: Aggregate
--       Sort
--         Result
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on office
