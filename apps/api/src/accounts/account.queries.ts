import type { EntityManager } from 'typeorm';
import type { MemberRow } from '../roll/member.queries.js';

export interface DemoPersonRow {
  member: MemberRow;
  description: string;
}

export function demoPeople(db: EntityManager): Promise<DemoPersonRow[]> {
  return db.query(
    `SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id) AS member,
       d.description
     FROM demo_person d JOIN member m ON m.id = d.member_id
     ORDER BY d.position, m.id`,
  );
}

export async function isDemoPerson(db: EntityManager, memberId: string): Promise<boolean> {
  const found = await db.query<unknown[]>('SELECT FROM demo_person WHERE member_id = $1', [
    memberId,
  ]);
  return found.length > 0;
}

/** The one row of the roll with a membership number, as it is kept. */
export async function byNumber(
  db: EntityManager,
  membershipNumber: string,
): Promise<{ id: string; lapsedOn: string | null } | null> {
  const [member] = await db.query<{ id: string; lapsedOn: string | null }[]>(
    'SELECT id, lapsed_on AS "lapsedOn" FROM member WHERE membership_number = $1',
    [membershipNumber],
  );
  return member ?? null;
}
