import { ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** Changes of addresses in the month of a day. */
export interface ContactCount {
  month: string;
  byMembers: number;
  byRoll: number;
  byStaff: number;
  objected: number;
}

/** Counts what was changed this month, in the United Kingdom. */
export async function inMonth(db: EntityManager, now: Date): Promise<ContactCount> {
  const month = `${ukDay(now).slice(0, 7)}-01`;
  const [row] = await db.query<[ContactCount]>(
    `SELECT $1::date AS month, count(*) FILTER (WHERE way = 'member')::int AS "byMembers",
       count(*) FILTER (WHERE way = 'roll')::int AS "byRoll",
       count(*) FILTER (WHERE way = 'staff')::int AS "byStaff",
       count(*) FILTER (WHERE status = 'objected')::int AS objected
     FROM contact_change WHERE made_at >= $1::date::timestamp AT TIME ZONE 'Europe/London'`,
    [month],
  );
  return row;
}
