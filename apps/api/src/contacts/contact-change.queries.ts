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
  heldUntil: Date | null;
  codeHash: Buffer | null;
  codeUntil: Date | null;
  tries: number;
}

const FIELDS = `id, member_id AS "memberId", way, actor_id AS "actorId", batch_id AS "batchId", status,
  old_email AS "oldEmail", new_email AS "newEmail", asked_at AS "askedAt", made_at AS "madeAt",
  held_until AS "heldUntil",  code_hash AS "codeHash", code_until AS "codeUntil", tries`;

const OPEN = `status IN ('unconfirmed', 'pending')`;

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
export async function supersede(
  tx: EntityManager,
  memberId: string,
  status: 'unconfirmed' | 'pending',
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE contact_change SET status = 'refused', decided_at = $3, code_hash = NULL
     WHERE member_id = $1 AND status = $2`,
    [memberId, status, at],
  );
}

/** How many changes somebody asked for by a way since a moment. */
export async function countBy(
  tx: EntityManager,
  {
    way,
    since,
    ...who
  }: { way: ContactWay; since: Date } & ({ memberId: string } | { actorId: string }),
): Promise<number> {
  const [column, id] = 'memberId' in who ? ['member_id', who.memberId] : ['actor_id', who.actorId];
  const [row] = await tx.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM contact_change
     WHERE ${column} = $1 AND way = $2 AND asked_at > $3`,
    [id, way, since],
  );
  return row.count;
}

/** Keeps the hash of the code that went to the new address, for as long as it works. */
export async function keepCode(
  tx: EntityManager,
  id: string,
  codeHash: Buffer,
  codeUntil: Date,
): Promise<void> {
  await tx.query(
    `UPDATE contact_change SET code_hash = $2, code_until = $3, tries = 0
     WHERE id = $1 AND status = 'unconfirmed'`,
    [id, codeHash, codeUntil],
  );
}

/** Counts a try at the code of a member's own change. Null when it takes none: no such change, too late, tried too often. */
export async function takeTry(
  tx: EntityManager,
  { id, memberId, mostTries, at }: { id: string; memberId: string; mostTries: number; at: Date },
): Promise<ContactChangeRow | null> {
  const [rows] = await tx.query<[ContactChangeRow[], number]>(
    `UPDATE contact_change SET tries = tries + CASE WHEN status = 'unconfirmed' THEN 1 ELSE 0 END
     WHERE id = $1 AND member_id = $2 AND way = 'member' AND (status = 'made'
       OR (status = 'unconfirmed' AND code_until > $3 AND tries < $4))
     RETURNING ${FIELDS}`,
    [id, memberId, at, mostTries],
  );
  return rows[0] ?? null;
}

/** Keeps the hash of the code that goes to the old address, by which its owner objects. */
export async function keepObjection(tx: EntityManager, id: string, hash: Buffer): Promise<void> {
  await tx.query('UPDATE contact_change SET objection_hash = $2 WHERE id = $1', [id, hash]);
}

export async function byObjection(
  db: EntityManager,
  hash: Buffer,
): Promise<ContactChangeRow | null> {
  const [change] = await db.query<ContactChangeRow[]>(
    `SELECT ${FIELDS} FROM contact_change WHERE objection_hash = $1`,
    [hash],
  );
  return change ?? null;
}

/** The changes of a member's contact that were made or wait, the latest first. */
export function ofMember(
  db: EntityManager,
  memberId: string,
  most: number,
): Promise<ContactChangeRow[]> {
  return db.query(
    `SELECT ${FIELDS} FROM contact_change
     WHERE member_id = $1 AND status IN ('made', 'objected', 'pending')
     ORDER BY asked_at DESC, id DESC LIMIT $2`,
    [memberId, most],
  );
}

/**
 * Takes back a change and those made after it: the address before it stands again, and what the changes
 * before it still hold stays held. Answers which were taken back; none when it was taken back already.
 */
export async function object(tx: EntityManager, id: string, at: Date): Promise<string[]> {
  await tx.query(
    `SELECT FROM contact c JOIN contact_change change ON change.member_id = c.member_id
     WHERE change.id = $1 FOR UPDATE OF c`,
    [id],
  );
  const objected: { id: string }[] = await tx.query(
    `WITH it AS (SELECT * FROM contact_change WHERE id = $1 AND status = 'made'),
     objected AS (
       UPDATE contact_change c SET status = 'objected', decided_at = $2::timestamptz FROM it
       WHERE c.member_id = it.member_id AND c.status = 'made' AND c.made_at >= it.made_at
       RETURNING c.id
     ), open AS (
       UPDATE contact_change c SET status = 'refused', decided_at = $2::timestamptz, code_hash = NULL
       FROM it WHERE c.member_id = it.member_id AND c.${OPEN}
     ), restored AS (
       UPDATE contact SET email = it.old_email, email_key = lower(it.old_email),
         changed_at = $2::timestamptz,
         held_until = (SELECT max(c.held_until) FROM contact_change c
           WHERE c.member_id = it.member_id AND c.status = 'made' AND c.made_at < it.made_at)
       FROM it WHERE contact.member_id = it.member_id
     )
     SELECT id FROM objected ORDER BY id`,
    [id, at],
  );
  return objected.map((each) => each.id);
}

/** What is made of changes: of one by its id, or of all that wait in a batch. */
export type Which = { id: string } | { batchId: string };

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
