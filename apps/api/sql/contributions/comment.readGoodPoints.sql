-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- ProposalThread, Replies
/* prepared */ SELECT asked.place::int, g.comment_id AS id
FROM unnest((SELECT $1::uuid[]), (SELECT $2::uuid[])) WITH ORDINALITY
    AS asked(comment_id, member_id, place)
  JOIN good_point g ON g.comment_id = asked.comment_id AND g.member_id = asked.member_id;
-- Plan:
--   Nested Loop
--     InitPlan 1: Result
--     InitPlan 2: Result
--     Function Scan
--     Index Only Scan using good_point_key (comment_id, member_id) on good_point
