import type { ContactChangeStatus, ContactWay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ContactChange } from '../roll/contact-change.entity.js';

export interface ContactChangeRow {
  id: string;
  memberId: string;
  way: ContactWay;
  actorId: string | null;
  batchId: string | null;
  status: ContactChangeStatus;
  oldEmail: string | null;
  newEmail: string | null;
  askedAt: Date;
  madeAt: Date | null;
  codeHash: Buffer | null;
  codeUntil: Date | null;
  tries: number;
}

const FIELDS = `id, member_id AS "memberId", way, actor_id AS "actorId", batch_id AS "batchId", status,
  old_email AS "oldEmail", new_email AS "newEmail", asked_at AS "askedAt", made_at AS "madeAt",
  code_hash AS "codeHash", code_until AS "codeUntil", tries`;

/** Keeps what was asked for. */
export async function ask(
  tx: EntityManager,
  change: Pick<ContactChange, 'id' | 'memberId' | 'way' | 'oldEmail' | 'newEmail' | 'askedAt'> &
    Partial<Pick<ContactChange, 'actorId' | 'batchId'>> & { status: 'unconfirmed' | 'pending' },
): Promise<void> {
  await tx.insert(ContactChange, change);
}

export async function byId(db: EntityManager, id: string): Promise<ContactChangeRow | null> {
  const [change] = await db.query<ContactChangeRow[]>(
    `SELECT ${FIELDS} FROM contact_change WHERE id = $1`,
    [id],
  );
  return change ?? null;
}

/** Lets go of what waits for a member, because something else was asked for. */
export async function supersede(tx: EntityManager, memberId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE contact_change SET status = 'refused', decided_at = $2, code_hash = NULL
     WHERE member_id = $1 AND status IN ('unconfirmed', 'pending')`,
    [memberId, at],
  );
}

/** What is made of changes: of one by its id, or of all that wait in a batch. */
export type Which = { id: string } | { batchId: string };

const OPEN = `status IN ('unconfirmed', 'pending')`;
const column = (which: Which) => ('id' in which ? 'id' : 'batch_id');
const key = (which: Which) => ('id' in which ? which.id : which.batchId);

/** Locks changes that are open and the contacts they are of, in one order. */
async function lockOpen(tx: EntityManager, which: Which): Promise<void> {
  await tx.query(
    `SELECT FROM contact_change WHERE ${column(which)} = $1 AND ${OPEN} ORDER BY id FOR UPDATE`,
    [key(which)],
  );
  await tx.query(
    `SELECT FROM contact WHERE member_id IN
       (SELECT member_id FROM contact_change WHERE ${column(which)} = $1 AND ${OPEN})
     ORDER BY member_id FOR UPDATE`,
    [key(which)],
  );
}

export interface Made {
  id: string;
  memberId: string;
  hasOld: boolean;
}

/**
 * Makes changes that are open: the new address is where somebody is reached, and held. One whose
 * contact changed since it was asked for is stale, and refused.
 */
export async function make(
  tx: EntityManager,
  which: Which,
  { at, heldUntil, decidedById }: { at: Date; heldUntil: Date; decidedById: string | null },
): Promise<Made[]> {
  await lockOpen(tx, which);
  await tx.query(
    `UPDATE contact_change c SET status = 'refused', decided_at = $2, code_hash = NULL
     WHERE c.${column(which)} = $1 AND c.${OPEN} AND c.old_email IS DISTINCT FROM
       (SELECT email FROM contact now WHERE now.member_id = c.member_id)`,
    [key(which), at],
  );
  const made: Made[] = await tx.query(
    `WITH made AS (
       UPDATE contact_change SET status = 'made', made_at = $2::timestamptz, held_until = $3::timestamptz,
         code_hash = NULL, decided_by_id = $4::uuid,
         decided_at = CASE WHEN $4::uuid IS NOT NULL THEN $2::timestamptz END
       WHERE ${column(which)} = $1 AND ${OPEN}
       RETURNING id, member_id, new_email, old_email IS NOT NULL AS has_old
     ), kept AS (
       INSERT INTO contact (member_id, email, email_key, changed_at, held_until)
       SELECT member_id, new_email, lower(new_email), $2::timestamptz, $3::timestamptz FROM made
       ON CONFLICT (member_id) DO UPDATE SET email = excluded.email, email_key = excluded.email_key,
         changed_at = excluded.changed_at, held_until = excluded.held_until
     )
     SELECT id, member_id AS "memberId", has_old AS "hasOld" FROM made ORDER BY id`,
    [key(which), at, heldUntil, decidedById],
  );
  return made;
}

/** Refuses changes that wait; answers how many. */
export async function refuse(
  tx: EntityManager,
  which: Which,
  { at, decidedById }: { at: Date; decidedById: string },
): Promise<number> {
  await lockOpen(tx, which);
  const refused = await tx.query<[unknown[], number]>(
    `UPDATE contact_change SET status = 'refused', decided_at = $2, decided_by_id = $3
     WHERE ${column(which)} = $1 AND ${OPEN} RETURNING id`,
    [key(which), at, decidedById],
  );
  return refused[1];
}
