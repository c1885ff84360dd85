-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations
SELECT asked.id, coalesce((SELECT t.ballots FROM turnout t
  WHERE t.consultation_id = asked.id), 0) AS ballots,
coalesce((SELECT json_agg(json_build_object('id', p.id, 'status', p.status) ORDER BY x.position)
FROM priority_choice x JOIN proposal p ON p.id = x.proposal_id WHERE x.consultation_id = asked.id AND x.pseudonym = asked.pseudonym), '[]') AS chosen
   FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym);
-- Plan:
--   Function Scan
--     SubPlan 1: Seq Scan on turnout
--     SubPlan 2: Aggregate
--       Sort
--         Nested Loop
--           Seq Scan on priority_choice
--           Index Scan using proposal_key on proposal
