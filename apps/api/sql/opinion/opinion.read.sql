-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Opinion
SELECT c.id, c.phase, (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted",
  coalesce((SELECT voters FROM turnout WHERE consultation_id = c.id), 0) AS voters,
  coalesce((SELECT sum(agree + disagree + pass)::int FROM tally WHERE consultation_id = c.id), 0) AS votes,
  coalesce((SELECT json_agg(json_build_object('id', p.id, 'isOpen', p.status = 'published',
      'isGone', p.status IN ('withdrawn', 'waiting', 'hidden'),
      'isOwn', p.author_id IS NOT DISTINCT FROM $3::uuid AND $3 IS NOT NULL, 'choice', v.choice))
    FROM proposal p LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
    WHERE consultation_id = p.consultation_id AND proposal_id = p.id
      AND pseudonym = asked.pseudonym LIMIT 1) AS v ON true
    WHERE p.consultation_id = c.id), '[]') AS statements,
  (SELECT json_build_object('step', g.step, 'done', g.done, 'total', g.total,
      'startedAt', g.started_at, 'saidAt', g.said_at, 'isFault', g.fault IS NOT NULL)
    FROM opinion_progress g WHERE g.consultation_id = c.id) AS progress,
  o.consultation_id AS "consultationId", o.found_at AS "foundAt", o.vote_count AS "voteCount", o.voter_count AS "voterCount", o.k AS "k", o.silhouette AS "silhouette", o.seed AS "seed", o.proposal_ids AS "proposalIds", o.left_out AS "leftOut", o.centre AS "centre", o.first AS "first", o.second AS "second", o.all_agree AS "allAgree", o.all_disagree AS "allDisagree", o.all_pass AS "allPass", o.agree AS "agree", o.disagree AS "disagree", o.pass AS "pass", o.sizes AS "sizes", o.centres AS "centres", o.shapes AS "shapes"
FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
  JOIN consultation c ON c.id = asked.id
  LEFT JOIN opinion_result o ON o.consultation_id = c.id;
-- Plan:
--   Nested Loop (Left)
--     Hash Join
--       Seq Scan on consultation
--       Hash
--         Function Scan
--     Seq Scan on opinion_result
--     SubPlan 1: Seq Scan on turnout
--     SubPlan 2: Aggregate
--       Bitmap Heap Scan on tally
--         Bitmap Index Scan using tally_key (consultation_id)
--     SubPlan 3: Aggregate
--       Nested Loop (Left)
--         Bitmap Heap Scan on proposal
--           Bitmap Index Scan using proposal_number (consultation_id)
--         Limit
--           Index Scan using vote_key (consultation_id, pseudonym, proposal_id) on vote
--     SubPlan 4: Seq Scan on opinion_progress
