-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Mine
SELECT d.id, said.yes, said.partly, said.no, coalesce(t.agree, 0) AS backers,
  own.verdict AS mine, v.choice, c.phase,
  (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN decision d ON d.id = asked.id
  JOIN consultation c ON c.id = d.consultation_id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE a.verdict = 'yes')::int AS yes,
      count(*) FILTER (WHERE a.verdict = 'partly')::int AS partly,
      count(*) FILTER (WHERE a.verdict = 'no')::int AS no
    FROM answer_verdict a WHERE a.decision_id = d.id) AS said
  LEFT JOIN tally t ON t.consultation_id = d.consultation_id AND t.proposal_id = d.proposal_id
  LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
    WHERE consultation_id = d.consultation_id AND proposal_id = d.proposal_id
      AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true
  LEFT JOIN answer_verdict own ON own.decision_id = d.id AND own.pseudonym = asked.pseudonym;
-- Plan:
--   Nested Loop (Left)
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           Nested Loop
--             Hash Join
--               Seq Scan on decision
--               Hash
--                 Function Scan
--             Memoize
--               Index Scan using consultation_key (id) on consultation
--           Aggregate
--             Bitmap Heap Scan on answer_verdict
--               Bitmap Index Scan using answer_verdict_key (decision_id)
--         Index Scan using tally_key (consultation_id, proposal_id) on tally
--       Limit
--         Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
--     Index Scan using answer_verdict_key (decision_id) on answer_verdict
