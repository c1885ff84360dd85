import { ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Member } from '../roll/member.entity.js';

/** An administrator as the operator sees them. */
export interface AdministratorRow {
  officeId: string;
  bodyId: string;
  memberId: string;
  membershipNumber: string;
  displayName: string;
  from: string;
  until: string | null;
}

/** Whoever is an administrator on a day, by number. */
export function all(db: EntityManager, now: Date): Promise<AdministratorRow[]> {
  return db.query(
    `SELECT o.id AS "officeId", o.body_id AS "bodyId", m.id AS "memberId",
       m.membership_number AS "membershipNumber", m.display_name AS "displayName", o."from", o.until
     FROM office o JOIN member m ON m.id = o.member_id
     WHERE o.office = 'administrator' AND o."from" <= $1::date
       AND (o.until IS NULL OR o.until >= $1::date)
     ORDER BY m.membership_number, o."from", o.id`,
    [ukDay(now)],
  );
}

/** The National Executive Committee, whose officers administrators are; made where a new server has none. */
export async function nationalExecutive(tx: EntityManager, newId: string): Promise<string> {
  const [found] = await tx.query<{ id: string }[]>(
    `SELECT id FROM body WHERE kind = 'nec' ORDER BY "from" DESC NULLS LAST, id LIMIT 1`,
  );
  if (found) return found.id;
  await tx.insert(Body, { id: newId, kind: 'nec', name: 'National Executive Committee' });
  return newId;
}

/** A CLP by its name; capitals do not matter. */
export async function clpByName(db: EntityManager, name: string): Promise<string | null> {
  const [found] = await db.query<{ id: string }[]>(
    `SELECT id FROM body WHERE kind = 'clp' AND fold(name) = fold($1) ORDER BY id LIMIT 1`,
    [name.trim()],
  );
  return found?.id ?? null;
}

/** Puts somebody on the roll. */
export async function addMember(
  tx: EntityManager,
  member: Pick<Member, 'id' | 'membershipNumber' | 'displayName' | 'clpId' | 'joinedOn'>,
): Promise<void> {
  await tx.insert(Member, { ...member, standing: 'member', lapsedOn: null });
}
