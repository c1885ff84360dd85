-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Ranking, RankingWhileHidden
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
p.comment_count AS "commentCount", p.is_locked AS "isLocked", v.choice, v.version AS "votedVersion", coalesce((SELECT json_agg(json_build_object('round', r.number, 'publishedAt', r.published_at, 'rank', rr.rank) ORDER BY r.number)
FROM round r JOIN round_rank rr ON rr.round_id = r.id AND rr.lens = shown.lens AND rr.proposal_id = p.id
WHERE r.consultation_id = p.consultation_id
  AND (shown.round IS NULL OR r.number <= shown.round)), '[]') AS history, coalesce((SELECT json_agg(to_json(given)) FROM (
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
  ORDER BY d.decided_at DESC, d.id DESC) AS given), '[]') AS decisions
   FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
     CROSS JOIN (VALUES ($3::text, $4::int)) AS shown(lens, round)
     JOIN proposal p ON p.id = asked.id
     LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
       WHERE consultation_id = p.consultation_id AND proposal_id = p.id
         AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true
     LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id
   WHERE shown.round IS NOT NULL OR p.status IN ('published', 'merged', 'not_taken_forward');
-- Plan:
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop (Left)
--           Nested Loop
--             Function Scan
--             Index Scan using proposal_key (id) on proposal
--           Limit
--             Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
--         Index Scan using member_key (id) on member
--       Index Scan using body_key (id) on body
--     Index Scan using body_key (id) on body
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on proposal_commission
--     SubPlan 2: Aggregate
--       Sort
--         Nested Loop
--           Seq Scan on round
--           Index Scan using round_rank_key (round_id, lens, proposal_id) on round_rank
--     SubPlan 3: Aggregate
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
