import { type OfficeName, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { gather } from '../graphql/loader.js';

export interface OfficeRow {
  id: string;
  memberId: string;
  bodyId: string;
  office: OfficeName;
  from: string;
  until: string | null;
}

const FIELDS = `id, member_id AS "memberId", body_id AS "bodyId", office, "from", until`;

/** Offices held on a day, by member, the longest held first. */
export async function ofMembers(
  db: EntityManager,
  memberIds: readonly string[],
  on: Date,
): Promise<Map<string, OfficeRow[]>> {
  const rows = await db.query<OfficeRow[]>(
    `SELECT ${FIELDS} FROM office
     WHERE member_id = ANY($1) AND "from" <= $2::date AND (until IS NULL OR until >= $2::date)
     ORDER BY "from", id`,
    [memberIds, ukDay(on)],
  );
  return gather(rows, (row) => row.memberId);
}
