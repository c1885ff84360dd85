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
     coalesce(t.pass, 0) AS pass, coalesce((SELECT json_agg(json_build_array(x.clp_id, clp.parent_id, x.agree,
    x.disagree, x.pass) ORDER BY x.clp_id)
  FROM tally_by_clp x JOIN body clp ON clp.id = x.clp_id
  WHERE x.consultation_id = p.consultation_id AND x.proposal_id = p.id
    AND x.agree + x.disagree + x.pass > 0), '[]') AS "byClp", v.choice, v.version AS "votedVersion", (SELECT count(*)::int FROM body WHERE kind = 'region') AS "regionCount",
     coalesce(turnout.voters, 0) AS "voterCount", own."hasBallot",
     CASE WHEN row_number()
OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1
THEN json_build_object(
'groups', (SELECT json_build_object('k', o.k, 'proposalIds', o.proposal_ids, 'agree', o.agree,
    'disagree', o.disagree, 'pass', o.pass, 'allAgree', o.all_agree, 'allDisagree', o.all_disagree,
    'allPass', o.all_pass)
  FROM opinion_result o WHERE o.consultation_id = p.consultation_id AND o.k >= 2),
'priorities', (SELECT json_build_object('ballotCount', q.ballot_count, 'proposalIds', q.proposal_ids,
    'chosen', q.chosen, 'load', q.load, 'tied', q.tied)
  FROM priority_result q WHERE q.consultation_id = p.consultation_id),
'ranges', (SELECT json_build_object('proposalIds', g.proposal_ids, 'best', g.best, 'worst', g.worst,
    'low', g.low, 'high', g.high)
  FROM rank_range g WHERE g.consultation_id = p.consultation_id AND g.lens = asked.lens)) END AS measured, (SELECT to_json(latest) FROM (
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
  WHERE told.proposal_id = p.id ORDER BY round.number DESC LIMIT 1) AS "regionsTold"
   FROM unnest($1::uuid[], $2::bytea[], $3::text[]) AS asked(id, pseudonym, lens)
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM priority_choice chosen
       WHERE chosen.consultation_id = asked.id AND chosen.pseudonym = asked.pseudonym) AS "hasBallot") AS own
     LEFT JOIN turnout ON turnout.consultation_id = asked.id
     JOIN proposal p ON p.consultation_id = asked.id
     LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
       WHERE consultation_id = p.consultation_id AND proposal_id = p.id
         AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true LEFT JOIN member author ON author.id = p.author_id
LEFT JOIN body author_clp ON author_clp.id = author.clp_id
LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id
   WHERE p.status IN ('published', 'merged', 'not_taken_forward')
   ORDER BY p.number, p.id;
-- Plan:
--   Sort
--     InitPlan 3: Aggregate
--       Seq Scan on body
--     WindowAgg
--       Incremental Sort
--         Nested Loop (Left)
--           Nested Loop (Left)
--             Merge Join (Left)
--               Sort
--                 Hash Join (Left)
--                   Hash Join (Left)
--                     Nested Loop (Left)
--                       Nested Loop
--                         Function Scan
--                         Bitmap Heap Scan on proposal
--                           Bitmap Index Scan using proposal_number (consultation_id)
--                       Index Scan using member_key (id) on member
--                     Hash
--                       Seq Scan on body
--                   Hash
--                     Seq Scan on body
--               Sort
--                 Seq Scan on turnout
--             Index Scan using tally_key (consultation_id, proposal_id) on tally
--           Limit
--             Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
--       SubPlan 1: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on proposal_commission
--       SubPlan 2: Aggregate
--         Sort
--           Hash Join
--             Seq Scan on body
--             Hash
--               Bitmap Heap Scan on tally_by_clp
--                 Bitmap Index Scan using tally_by_clp_key (consultation_id, proposal_id)
--       SubPlan 4: Seq Scan on priority_choice
--       SubPlan 6: Seq Scan on opinion_result
--       SubPlan 7: Seq Scan on priority_result
--       SubPlan 8: Index Scan using rank_range_key (consultation_id, lens) on rank_range
--       SubPlan 9: Subquery Scan
--         Limit
--           Sort
--             Nested Loop
--               Hash Join (Right)
--                 Seq Scan on body
--                 Hash
--                   Hash Join
--                     Seq Scan on body
--                     Hash
--                       Index Scan using decision_proposal (proposal_id) on decision
--               Index Scan using member_key (id) on member
--       SubPlan 10: Aggregate
--         Subquery Scan
--           Sort
--             Nested Loop
--               Hash Join (Right)
--                 Seq Scan on body
--                 Hash
--                   Hash Join
--                     Seq Scan on body
--                     Hash
--                       Index Scan using decision_proposal (proposal_id) on decision
--               Index Scan using member_key (id) on member
--       SubPlan 12: Aggregate
--         Unique
--           Sort
--             Nested Loop
--               Nested Loop
--                 Seq Scan on paragraph_source
--                 Seq Scan on draft_version
--                   SubPlan 11: Aggregate
--                     Seq Scan on draft_version
--               Seq Scan on paragraph
--       SubPlan 13: Limit
--         Sort
--           Nested Loop
--             Seq Scan on round_count
--             Seq Scan on round
