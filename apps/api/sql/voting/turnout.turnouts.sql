-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, Rankings
SELECT asked.id, coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = asked.id), 0) AS voters,
(SELECT count(*)::int FROM vote v
  WHERE v.consultation_id = asked.id AND v.pseudonym = asked.pseudonym) AS mine
   FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym);
-- Plan:
--   Function Scan
--     SubPlan 1: Seq Scan on turnout
--     SubPlan 2: Aggregate
--       Index Only Scan using vote_voter on vote
