-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Review
SELECT c.id FROM consultation c
WHERE (c.phase = 'reviewing' OR c.phase IN ('open', 'prioritising')
    AND EXISTS (SELECT FROM round r WHERE r.consultation_id = c.id))
  AND ($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission cc
    WHERE cc.consultation_id = c.id AND cc.body_id = $1))
ORDER BY c.phase <> 'reviewing', c.answers_by, c.id;
-- Plan:
--   Sort
--     Seq Scan on consultation
--       SubPlan 1: Seq Scan on round
