import { type BodyKind, type OfficeName, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { gather } from '../graphql/loader.js';
import { Office } from './office.entity.js';

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

export async function byId(db: EntityManager, id: string): Promise<OfficeRow | null> {
  const [office] = await db.query<OfficeRow[]>(`SELECT ${FIELDS} FROM office WHERE id = $1`, [id]);
  return office ?? null;
}

/** Offices of a member that run on a day or will, the first one first. */
export function presentAndComing(
  db: EntityManager,
  memberId: string,
  on: Date,
): Promise<(OfficeRow & { bodyKind: BodyKind })[]> {
  return db.query(
    `SELECT o.id, o.member_id AS "memberId", o.body_id AS "bodyId", b.kind AS "bodyKind", o.office,
       o."from", o.until
     FROM office o JOIN body b ON b.id = o.body_id
     WHERE o.member_id = $1 AND (o.until IS NULL OR o.until >= $2::date) ORDER BY o."from", o.id`,
    [memberId, ukDay(on)],
  );
}

export async function appoint(tx: EntityManager, office: OfficeRow): Promise<void> {
  await tx.insert(Office, office);
}

export async function end(tx: EntityManager, id: string, until: string): Promise<void> {
  await tx.query('UPDATE office SET until = $2 WHERE id = $1', [id, until]);
}
