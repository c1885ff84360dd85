-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Consultation, Priorities
/* prepared */ SELECT asked.place::int, asked.id, coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = asked.id), 0) AS voters,
(SELECT count(*)::int FROM vote v
  WHERE v.consultation_id = asked.id AND v.pseudonym = asked.pseudonym) AS mine,
coalesce((SELECT t.ballots FROM turnout t WHERE t.consultation_id = asked.id), 0) AS ballots,
coalesce((SELECT json_agg(json_build_object('id', p.id, 'status', p.status) ORDER BY x.position)
FROM priority_choice x JOIN proposal p ON p.id = x.proposal_id WHERE x.consultation_id = asked.id AND x.pseudonym = asked.pseudonym), '[]') AS chosen
   FROM unnest((SELECT $1::uuid[]), (SELECT $2::bytea[])) WITH ORDINALITY
       AS asked(id, pseudonym, place);
-- Plan:
--   Function Scan
--     InitPlan 5: Result
--     InitPlan 6: Result
--     SubPlan 1: Seq Scan on turnout
--     SubPlan 2: Aggregate
--       Index Only Scan using vote_key (consultation_id, pseudonym) on vote
--     SubPlan 3: Seq Scan on turnout
--     SubPlan 4: Aggregate
--       Sort
--         Nested Loop
--           Seq Scan on priority_choice
--           Index Scan using proposal_key (id) on proposal
