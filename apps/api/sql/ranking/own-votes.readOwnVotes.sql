-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- RankingWhileHidden
/* prepared */ SELECT asked.place::int, c.id, CASE WHEN (c.rules->>'countsHiddenUntilVoted')::boolean THEN json_build_object(
'voted', coalesce((SELECT json_agg(json_build_array(voted_on.number, v.choice, v.version)) FROM vote v
    JOIN proposal voted_on ON voted_on.id = v.proposal_id
  WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym), '[]'),
'hasBallot', EXISTS (SELECT FROM priority_choice chosen
  WHERE chosen.consultation_id = c.id AND chosen.pseudonym = asked.pseudonym)) END AS "ownVotes"
   FROM unnest((SELECT $1::uuid[]), (SELECT $2::bytea[])) WITH ORDINALITY
       AS asked(id, pseudonym, place)
     JOIN consultation c ON c.id = asked.id;
-- Plan:
--   Hash Join
--     InitPlan 4: Result
--     InitPlan 5: Result
--     Seq Scan on consultation
--     Hash
--       Function Scan
--     SubPlan 1: Aggregate
--       Nested Loop
--         Index Scan using vote_key (consultation_id, pseudonym) on vote
--         Index Scan using proposal_key (id) on proposal
--     SubPlan 2: Seq Scan on priority_choice
