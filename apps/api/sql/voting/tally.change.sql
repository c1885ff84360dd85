-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
INSERT INTO tally AS t (consultation_id, proposal_id, agree, disagree, pass)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (consultation_id, proposal_id) DO UPDATE SET agree = t.agree + EXCLUDED.agree,
  disagree = t.disagree + EXCLUDED.disagree, pass = t.pass + EXCLUDED.pass;
-- Plan:
--   Insert on tally
--     Result

-- CastVote, UndoVote
INSERT INTO tally_by_clp AS t (consultation_id, proposal_id, clp_id, agree, disagree, pass)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (consultation_id, proposal_id, clp_id) DO UPDATE SET
  agree = t.agree + EXCLUDED.agree, disagree = t.disagree + EXCLUDED.disagree,
  pass = t.pass + EXCLUDED.pass;
-- Plan:
--   Insert on tally_by_clp
--     Result
