-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Consultations
SELECT $1::date AS month, count(*) FILTER (WHERE way = 'member')::int AS "byMembers",
  count(*) FILTER (WHERE way = 'roll')::int AS "byRoll",
  count(*) FILTER (WHERE way = 'staff')::int AS "byStaff",
  count(*) FILTER (WHERE status = 'objected')::int AS objected
FROM contact_change WHERE made_at >= $1::date::timestamp AT TIME ZONE 'Europe/London';
-- Plan:
--   Aggregate
--     Seq Scan on contact_change
