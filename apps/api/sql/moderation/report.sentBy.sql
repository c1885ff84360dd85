-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
SELECT r.id, r.about_id AS "aboutId", r.reporter_id AS "reporterId", r.reason, r.words,
r.at, a.act AS "closedBy", r.closed_at AS "closedAt"
FROM report r LEFT JOIN moderation_act a ON a.id = r.closed_by_id WHERE r.reporter_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT 100;
-- Plan:
--   Limit
--     Sort
--       Nested Loop (Left)
--         Seq Scan on report
--         Seq Scan on moderation_act
