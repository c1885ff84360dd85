-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- SimilarProposals
SELECT c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
coalesce((SELECT json_agg(CASE WHEN b.id IS NULL THEN NULL
ELSE json_build_object('id', b.id, 'kind', b.kind, 'name', b.name,
  'field', b.field, 'description', b.description, 'parentId', b.parent_id,
  'from', b."from", 'until', b.until, 'interest', b.interest) END ORDER BY cc.position, b.id)
  FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
  WHERE cc.consultation_id = c.id), '[]') AS commissions FROM consultation c WHERE c.id = ANY($1);
-- Plan:
--   Seq Scan on consultation
--     SubPlan 1: Aggregate
--       Sort
--         Hash Join
--           Seq Scan on body
--           Hash
--             Seq Scan on consultation_commission
