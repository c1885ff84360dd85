-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
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
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Nested Loop
--             Limit
--               Sort
--                 Append
--                   Bitmap Heap Scan on proposal
--                     Bitmap Index Scan using proposal_author_index (author_id)
--                   Bitmap Heap Scan on comment
--                     Bitmap Index Scan using comment_author_index (author_id)
--                     SubPlan 12: Index Only Scan using member_erased on member
--                   Index Scan using evidence_officer (officer_id) on evidence
--             Materialize
--               Seq Scan on consultation
--           Memoize
--             Index Scan using body_key (id) on body
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--     Index Scan using body_key (id) on body
--     SubPlan 7: Aggregate
--       Sort
--         Nested Loop (Left)
--           Hash Join (Right)
--             Seq Scan on body
--             Hash
--               Bitmap Heap Scan on record_entry
--                 BitmapOr
--                   Bitmap Index Scan using record_entry_about (about_id)
--                   Bitmap Index Scan using record_entry_about (about_id)
--           Index Scan using member_key (id) on member
--       SubPlan 1: Limit
--         Sort
--           Seq Scan on office
--       SubPlan 5: Aggregate
--         Append
--           Result
--             InitPlan 2: Index Scan using proposal_hidden on proposal
--             Nested Loop
--               Index Scan using proposal_version_key (proposal_id, version) on proposal_version
--               Values Scan
--           Result
--             Index Scan using proposal_key (id) on proposal
--           Result
--             Index Scan using proposal_key (id) on proposal
--           Result
--             Nested Loop (Left)
--               Index Scan using comment_key (id) on comment
--               Seq Scan on comment_version
--           Result
--             Index Scan using comment_key (id) on comment
--           Result
--             Nested Loop
--               Index Scan using evidence_key (id) on evidence
--               Values Scan
--                 SubPlan 3: Aggregate
--                   Function Scan
--           Result
--             Index Scan using evidence_key (id) on evidence
--           Result
--             Index Scan using evidence_key (id) on evidence
--           Result
--             Seq Scan on evidence_contest
--           Result
--             Index Scan using evidence_key (id) on evidence
--           Result
--             Nested Loop
--               Index Scan using decision_key (id) on decision
--               Values Scan
--           Result
--             Nested Loop
--               Index Scan using decision_key (id) on decision
--               Values Scan
--           Result
--             Nested Loop (Anti)
--               Index Scan using proposal_version_key (proposal_id, version) on proposal_version
--               Index Scan using proposal_hidden on proposal
--           Result
--             Nested Loop
--               Seq Scan on draft_version
--               Values Scan
--                 SubPlan 4: Aggregate
--                   Sort
--                     Seq Scan on paragraph
--           Result
--             Nested Loop
--               Nested Loop (Left)
--                 Seq Scan on paragraph
--                 Seq Scan on paragraph_source
--               Values Scan
--           Index Scan using record_salt_key (number) on record_salt
--       SubPlan 6: Seq Scan on body
--     SubPlan 8: Aggregate
--       Sort
--         Nested Loop
--           Nested Loop
--             Index Scan using round_count_proposal (proposal_id) on round_count
--             Seq Scan on round
--           Aggregate
--             Seq Scan on round_count
--     SubPlan 9: Index Scan using decision_proposal (proposal_id) on decision
--     SubPlan 10: Aggregate
--       Nested Loop
--         Index Scan using decision_proposal (proposal_id) on decision
--         Index Scan using proposal_key (id) on proposal
