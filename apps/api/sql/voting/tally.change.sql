-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote, UndoVote
/* prepared */ WITH given AS MATERIALIZED (
     SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[])
       AS given(proposal_id, clp_id, agree, disagree, pass)
   ), of_all AS (
     INSERT INTO tally AS t (consultation_id, proposal_id, agree, disagree, pass)
     SELECT $1, proposal_id, sum(agree), sum(disagree), sum(pass) FROM given
     GROUP BY proposal_id ORDER BY proposal_id
     ON CONFLICT (consultation_id, proposal_id) DO UPDATE SET agree = t.agree + EXCLUDED.agree, disagree = t.disagree + EXCLUDED.disagree,
pass = t.pass + EXCLUDED.pass
     RETURNING t.proposal_id, t.agree, t.disagree, t.pass
   ), of_clps AS (
     INSERT INTO tally_by_clp AS t (consultation_id, proposal_id, clp_id, agree, disagree, pass)
     SELECT $1, proposal_id, clp_id, sum(g.agree), sum(g.disagree), sum(g.pass)
     FROM given g, (SELECT count(*) FROM of_all) AS before
     WHERE clp_id IS NOT NULL GROUP BY proposal_id, clp_id ORDER BY proposal_id, clp_id
     ON CONFLICT (consultation_id, proposal_id, clp_id) DO UPDATE SET agree = t.agree + EXCLUDED.agree, disagree = t.disagree + EXCLUDED.disagree,
pass = t.pass + EXCLUDED.pass
     RETURNING 1
   ), of_people AS (
     INSERT INTO turnout AS t (consultation_id, voters, ballots)
     SELECT $1, $7::int, 0 FROM (SELECT count(*) FROM of_clps) AS before WHERE $7::int <> 0
     ON CONFLICT (consultation_id) DO UPDATE SET voters = t.voters + EXCLUDED.voters
     RETURNING 1)
   SELECT proposal_id AS id, agree, disagree, pass
   FROM of_all, (SELECT count(*) FROM of_people) AS done;
-- Plan:
--   Nested Loop
--     CTE given: Function Scan
--     CTE of_all: Insert on tally
--       Subquery Scan
--         Aggregate
--           Sort
--             CTE Scan on given
--     CTE of_clps: Insert on tally_by_clp
--       Subquery Scan
--         Aggregate
--           Sort
--             Nested Loop
--               CTE Scan on given
--               Aggregate
--                 CTE Scan on of_all
--     CTE of_people: Insert on turnout
--       Result
--     CTE Scan on of_all
--     Aggregate
--       CTE Scan on of_people
