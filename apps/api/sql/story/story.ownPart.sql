-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
WITH own AS MATERIALIZED (
  SELECT v.consultation_id, v.proposal_id, v.pseudonym, v.choice, v.version
  FROM unnest($1::uuid[], $2::bytea[]) AS me(consultation_id, pseudonym)
    JOIN vote v ON v.consultation_id = me.consultation_id AND v.pseudonym = me.pseudonym
)
SELECT
  ARRAY(SELECT p.id FROM own JOIN proposal p ON p.id = own.proposal_id
      JOIN consultation c ON c.id = p.consultation_id
    WHERE own.version < p.version AND p.status = 'published'
      AND c.phase IN ('open','prioritising')
    ORDER BY p.edited_at DESC, p.id LIMIT 100) AS "changedSinceVote",
  ARRAY(SELECT d.id FROM own JOIN decision d ON d.proposal_id = own.proposal_id
    WHERE own.choice = 'agree' AND d.superseded_by_id IS NULL
      AND NOT EXISTS (SELECT FROM answer_verdict a
        WHERE a.decision_id = d.id AND a.pseudonym = own.pseudonym)
    ORDER BY d.decided_at DESC, d.id LIMIT 100) AS "answersToJudge",
  coalesce((SELECT json_agg(json_build_object('consultationId', x.consultation_id,
      'votes', x.votes) ORDER BY x.votes DESC, x.consultation_id)
    FROM (SELECT consultation_id, count(*)::int AS votes FROM own GROUP BY consultation_id) x),
    '[]') AS voted;
-- Plan:
--   Result
--     CTE own: Nested Loop
--       Function Scan
--       Index Scan using vote_key (consultation_id, pseudonym) on vote
--     InitPlan 2: Limit
--       Sort
--         Nested Loop
--           Nested Loop
--             CTE Scan on own
--             Index Scan using proposal_key (id) on proposal
--           Index Scan using consultation_key (id) on consultation
--     InitPlan 3: Limit
--       Sort
--         Nested Loop (Anti)
--           Hash Join
--             Seq Scan on decision
--             Hash
--               CTE Scan on own
--           Index Only Scan using answer_verdict_key (decision_id) on answer_verdict
--     InitPlan 4: Aggregate
--       Sort
--         Aggregate
--           CTE Scan on own
