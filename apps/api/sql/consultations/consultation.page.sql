-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations, Discuss, Rankings
WITH listed AS (
     SELECT c.id, CASE c.phase WHEN 'open' THEN 0 WHEN 'prioritising' THEN 0 WHEN 'reviewing' THEN 1
WHEN 'preparing' THEN 2 ELSE 3 END AS stand, (CASE WHEN c.phase IN ('reported','withdrawn') THEN -extract(epoch FROM c.votes_until)
ELSE extract(epoch FROM c.votes_until) END)::float8 AS nearness,
       CASE WHEN c.phase IN ('open','prioritising') AND EXISTS (SELECT FROM consultation_commission x
         JOIN body b ON b.id = x.body_id WHERE x.consultation_id = c.id AND b.interest = ANY($6))
       THEN 0 ELSE 1 END AS "forMe", count(*) OVER ()::int AS total
     FROM consultation c WHERE ($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission x
    WHERE x.consultation_id = c.id AND x.body_id = $1))
  AND ($2::text IS NULL OR c.phase = $2)
  AND ($3::text IS NULL OR c.words
      @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(c.title), fold($3)) > 0)
  AND ($4::text[] IS NULL OR EXISTS (SELECT FROM consultation_commission x
    JOIN body b ON b.id = x.body_id WHERE x.consultation_id = c.id AND b.interest = ANY($4)))
  AND (c.opened_at IS NOT NULL OR EXISTS (SELECT FROM consultation_commission x
    WHERE x.consultation_id = c.id AND x.body_id = ANY($5::uuid[])))
   )
   SELECT l.id, l."forMe", l.stand, l.nearness, l.total FROM listed l
   WHERE $7::int IS NULL OR (l."forMe", l.stand, l.nearness, l.id) > ($7, $8::int, $9::float8, $10::uuid)
   ORDER BY l."forMe", l.stand, l.nearness, l.id
   LIMIT 21;
-- Plan:
--   Limit
--     Sort
--       Subquery Scan
--         WindowAgg
--           Seq Scan on consultation
--             SubPlan 4: Seq Scan on consultation_commission
--           SubPlan 2: Nested Loop
--             Seq Scan on consultation_commission
--             Memoize
--               Index Scan using body_key (id) on body
