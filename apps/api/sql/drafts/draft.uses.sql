-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposal
WITH used AS MATERIALIZED (SELECT DISTINCT coalesce(s.proposal_id, sd.proposal_id) AS proposal_id, s.draft_id,
  s.paragraph_id, g.position
FROM paragraph_source s
  LEFT JOIN decision sd ON sd.id = s.decision_id
  JOIN paragraph g ON g.draft_id = s.draft_id AND g.version = s.version AND g.id = s.paragraph_id
WHERE (s.proposal_id = ANY($5::uuid[]) OR s.decision_id IN
    (SELECT id FROM decision WHERE proposal_id = ANY($5::uuid[])))
  AND s.version = (SELECT max(v.number) FROM draft_version v
    WHERE v.draft_id = s.draft_id AND v.status <> 'working'))
   SELECT d.id, d.consultation_id AS "consultationId", d.body_id AS "bodyId",
CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END AS body, d.created_by_id AS "createdById", d.created_at AS "createdAt",
v.title, v.summary, v.revision, drafter.is AS "isDrafter",
(SELECT json_build_object('number', x.number, 'status', x.status, 'note', x.note,
'publishedAt', x.published_at, 'publishedBy', CASE WHEN m.id IS NULL THEN NULL ELSE
  json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id) END) FROM draft_version x LEFT JOIN member m ON m.id = x.published_by_id
  WHERE x.draft_id = d.id AND x.number = v.number) AS version,
(SELECT json_agg(json_build_object('number', x.number, 'status', x.status, 'note', x.note,
'publishedAt', x.published_at, 'publishedBy', CASE WHEN m.id IS NULL THEN NULL ELSE
  json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id) END) ORDER BY x.number DESC)
  FROM draft_version x LEFT JOIN member m ON m.id = x.published_by_id
  WHERE x.draft_id = d.id AND (drafter.sees OR x.status <> 'working')) AS versions,
coalesce((
SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'heading', g.heading,
    'text', g.text, 'ownReason', g.own_reason, 'sources', cited.sources, 'isMine', cited.mine)
  ORDER BY g.position)
FROM paragraph g
  LEFT JOIN LATERAL (SELECT r.id FROM round r WHERE r.consultation_id = d.consultation_id
    ORDER BY r.number DESC LIMIT 1) latest ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', s.id, 'note', s.note,
'kind', CASE WHEN s.proposal_id IS NOT NULL THEN 'proposal' WHEN s.comment_id IS NOT NULL THEN 'comment'
  WHEN s.evidence_id IS NOT NULL THEN 'evidence' ELSE 'decision' END,
'itemId', coalesce(s.proposal_id, s.comment_id, s.evidence_id, s.decision_id),
'contributionId', coalesce(s.proposal_id, s.comment_id, s.evidence_id, sd.proposal_id),
'name', CASE WHEN 'hidden' IN (sp.status, sc.status) THEN 'Name not shown'
  ELSE coalesce(author.display_name, sp.author_name, sc.author_name, giver.name) END,
'bodyKind', giver.kind, 'rank', rc.rank, 'outcome', sd.outcome,
'decidedOn', to_char(sd.decided_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')) ORDER BY s.position, s.id), '[]') AS sources,
      coalesce(bool_or($1::uuid IN (sp.author_id, sc.author_id, se.officer_id)
OR EXISTS (SELECT FROM proposal mp WHERE mp.id = sd.proposal_id AND mp.author_id = $1::uuid)
OR EXISTS (SELECT FROM comment mc WHERE mc.proposal_id = s.proposal_id
  AND mc.author_id = $1::uuid AND mc.stance = 'for' AND mc.status <> 'withdrawn')), false) AS mine
    FROM paragraph_source s
LEFT JOIN proposal sp ON sp.id = s.proposal_id
LEFT JOIN comment sc ON sc.id = s.comment_id
LEFT JOIN evidence se ON se.id = s.evidence_id
LEFT JOIN decision sd ON sd.id = s.decision_id
LEFT JOIN member author ON author.id = coalesce(sp.author_id, sc.author_id)
LEFT JOIN body giver ON giver.id = coalesce(se.body_id, sd.body_id)
LEFT JOIN round_count rc ON rc.proposal_id = s.proposal_id AND rc.round_id = latest.id
    WHERE s.draft_id = g.draft_id AND s.version = g.version AND s.paragraph_id = g.id) cited
WHERE g.draft_id = d.id AND g.version = v.number), '[]') AS paragraphs,
(SELECT json_build_object('at', a.adopted_at, 'version', a.version, 'meeting', a.meeting,
    'for', a.for_count, 'against', a.against_count, 'abstained', a.abstained_count)
  FROM adoption a WHERE a.draft_id = d.id) AS adoption, (SELECT json_agg(json_build_array(used.proposal_id, used.paragraph_id)
       ORDER BY used.position) FROM used WHERE used.draft_id = d.id) AS uses
   FROM draft d
JOIN body b ON b.id = d.body_id
CROSS JOIN LATERAL (SELECT ($3::boolean OR d.body_id = ANY($2::uuid[]) OR EXISTS (
SELECT FROM consultation_commission cc
WHERE cc.consultation_id = d.consultation_id AND cc.body_id = ANY($2::uuid[]))) AS is, ($3::boolean OR d.body_id = ANY($2::uuid[]) OR EXISTS (
SELECT FROM consultation_commission cc
WHERE cc.consultation_id = d.consultation_id AND cc.body_id = ANY($2::uuid[])))
  AND NOT EXISTS (SELECT FROM adoption a WHERE a.draft_id = d.id) AS sees) drafter
JOIN LATERAL (SELECT * FROM draft_version y
  WHERE y.draft_id = d.id AND (drafter.sees OR y.status <> 'working')
    AND ($4::int IS NULL OR y.number = $4)
  ORDER BY y.number DESC LIMIT 1) v ON true WHERE d.id = ANY(ARRAY(SELECT draft_id FROM used)) ORDER BY d.id;
-- Plan:
--   Sort
--     CTE used: Unique
--       Sort
--         Nested Loop
--           Nested Loop (Left)
--             Seq Scan on paragraph_source
--               SubPlan 1: Index Only Scan using decision_proposal (proposal_id) on decision
--               SubPlan 2: Aggregate
--                 Seq Scan on draft_version
--             Index Scan using decision_key (id) on decision
--           Seq Scan on paragraph
--     InitPlan 17: CTE Scan on used
--     Nested Loop
--       Hash Join
--         Seq Scan on body
--         Hash
--           Seq Scan on draft
--       Limit
--         InitPlan 18: Seq Scan on consultation_commission
--         InitPlan 19: Seq Scan on adoption
--         Sort
--           Seq Scan on draft_version
--       SubPlan 5: Seq Scan on consultation_commission
--       SubPlan 6: Nested Loop (Left)
--         Seq Scan on draft_version
--         Index Scan using member_key (id) on member
--       SubPlan 9: Aggregate
--         InitPlan 7: Seq Scan on consultation_commission
--         InitPlan 8: Seq Scan on adoption
--         Sort
--           Nested Loop (Left)
--             Seq Scan on draft_version
--             Index Scan using member_key (id) on member
--       SubPlan 14: Aggregate
--         Sort
--           Nested Loop
--             Nested Loop (Left)
--               Seq Scan on paragraph
--               Limit
--                 Sort
--                   Seq Scan on round
--             Aggregate
--               Sort
--                 Nested Loop (Left)
--                   Nested Loop (Left)
--                     Nested Loop (Left)
--                       Nested Loop (Left)
--                         Nested Loop (Left)
--                           Nested Loop (Left)
--                             Nested Loop (Left)
--                               Seq Scan on paragraph_source
--                               Index Scan using proposal_key (id) on proposal
--                             Index Scan using comment_key (id) on comment
--                           Index Scan using evidence_key (id) on evidence
--                         Index Scan using decision_key (id) on decision
--                       Index Scan using member_key (id) on member
--                     Index Scan using body_key (id) on body
--                   Index Scan using round_count_proposal (proposal_id) on round_count
--               SubPlan 10: Index Scan using proposal_key (id) on proposal
--               SubPlan 12: Bitmap Heap Scan on comment
--                 BitmapAnd
--                   Bitmap Index Scan using comment_author_index (author_id)
--                   Bitmap Index Scan using comment_best_side (proposal_id, stance)
--       SubPlan 15: Seq Scan on adoption
--       SubPlan 16: Aggregate
--         Sort
--           CTE Scan on used
