import { emailKey } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** Where somebody is reached, and until when no code is sent there. */
export interface ContactRow {
  memberId: string;
  email: string;
  changedAt: Date;
  heldUntil: Date | null;
}

const FIELDS = `c.member_id AS "memberId", c.email, c.changed_at AS "changedAt",
  c.held_until AS "heldUntil"`;

/** Everybody who is reached at an address and whose membership runs, by id: couples share one. */
export function byEmail(db: EntityManager, email: string, now: Date): Promise<ContactRow[]> {
  return db.query(
    `SELECT ${FIELDS} FROM contact c JOIN member m ON m.id = c.member_id
     WHERE c.email_key = $1
       AND (m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date)
     ORDER BY c.member_id`,
    [emailKey(email), now],
  );
}

export async function ofMember(db: EntityManager, memberId: string): Promise<ContactRow | null> {
  const [contact] = await db.query<ContactRow[]>(
    `SELECT ${FIELDS} FROM contact c WHERE c.member_id = $1 AND c.email IS NOT NULL`,
    [memberId],
  );
  return contact ?? null;
}

/** Until when a change of contact holds somebody's code sign-in and votes; null when nothing is held. */
export async function heldUntil(
  db: EntityManager,
  memberId: string,
  now: Date,
): Promise<Date | null> {
  const contact = await ofMember(db, memberId);
  return contact?.heldUntil && contact.heldUntil > now ? contact.heldUntil : null;
}
