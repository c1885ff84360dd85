import type { EntityManager } from 'typeorm';
import type { SignInAttempt } from './sign-in-attempt.entity.js';

/**
 * Writes down that a code was asked for. Answers whether this is the first time under this id, and until
 * when a code of the first time works.
 */
export async function begin(
  db: EntityManager,
  attempt: Pick<
    SignInAttempt,
    'id' | 'browserHash' | 'inbox' | 'memberId' | 'askedAt' | 'expiresAt'
  >,
): Promise<{ isFirst: boolean; expiresAt: Date }> {
  // Changes nothing of a row that is there, but waits for it and reads it. A row is new that nobody replaced.
  const [row] = await db.query<[{ isFirst: boolean; expiresAt: Date }]>(
    `INSERT INTO sign_in_attempt (id, browser_hash, inbox, member_id, asked_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET id = excluded.id
     RETURNING xmax = 0 AS "isFirst", expires_at AS "expiresAt"`,
    [
      attempt.id,
      attempt.browserHash,
      attempt.inbox,
      attempt.memberId,
      attempt.askedAt,
      attempt.expiresAt,
    ],
  );
  return row;
}

export interface OpenAttempt {
  inbox: Buffer;
  memberId: string | null;
  /** How many other codes went to the same inbox within the hour. */
  sentBefore: number;
}

/** An attempt that still waits for its code. Whoever else sends one to the same inbox waits meanwhile. */
export async function openForSending(
  tx: EntityManager,
  id: string,
  now: Date,
): Promise<OpenAttempt | null> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(encode(inbox, 'hex'), 74660))
     FROM sign_in_attempt WHERE id = $1`,
    [id],
  );
  const [attempt] = await tx.query<OpenAttempt[]>(
    `SELECT a.inbox, a.member_id AS "memberId",
       (SELECT count(*)::int FROM sign_in_attempt o WHERE o.inbox = a.inbox AND o.id <> a.id
          AND o.code_hash IS NOT NULL AND o.asked_at > $2::timestamptz - interval '1 hour') AS "sentBefore"
     FROM sign_in_attempt a
     WHERE a.id = $1 AND a.expires_at > $2 AND a.used_at IS NULL FOR UPDATE`,
    [id, now],
  );
  return attempt ?? null;
}

export interface Reached {
  memberId: string;
  email: string;
  /** Until when no code goes there, because the address is fresh. */
  heldUntil: Date | null;
}

/** Everybody who is reached at an address, lapsed or not; or one member. The address as it stands on the roll. */
export function reached(
  db: EntityManager,
  { emailKey, memberId }: { emailKey: string | null; memberId: string | null },
): Promise<Reached[]> {
  return db.query(
    `SELECT member_id AS "memberId", email, held_until AS "heldUntil" FROM contact
     WHERE ($2::uuid IS NULL AND email_key = $1) OR member_id = $2 ORDER BY member_id`,
    [emailKey, memberId],
  );
}

export async function keepCode(
  db: EntityManager,
  id: string,
  codeHash: Buffer,
  memberIds: readonly string[],
): Promise<void> {
  await db.query('UPDATE sign_in_attempt SET code_hash = $2, member_ids = $3 WHERE id = $1', [
    id,
    codeHash,
    memberIds,
  ]);
}

export interface TriedAttempt {
  inbox: Buffer;
  codeHash: Buffer | null;
  memberIds: string[];
}

/** Counts a try, if one is left, and answers what it is to be compared with. One statement, whoever's address it is. */
export async function takeTry(
  tx: EntityManager,
  ask: { id: string; browserHash: Buffer; memberId: string | null; now: Date; mostTries: number },
): Promise<TriedAttempt | null> {
  const [[attempt]] = await tx.query<[TriedAttempt[], number]>(
    `UPDATE sign_in_attempt SET tries = tries + 1
     WHERE id = $1 AND browser_hash = $2 AND member_id IS NOT DISTINCT FROM $3::uuid
       AND expires_at > $4 AND used_at IS NULL AND tries < $5
     RETURNING inbox, code_hash AS "codeHash", member_ids AS "memberIds"`,
    [ask.id, ask.browserHash, ask.memberId, ask.now, ask.mostTries],
  );
  return attempt ?? null;
}

export async function use(db: EntityManager, id: string, now: Date): Promise<void> {
  await db.query('UPDATE sign_in_attempt SET used_at = $2 WHERE id = $1', [id, now]);
}

/** Somebody who may be signing in, with what may keep them from it. */
export interface Candidate {
  memberId: string;
  membershipNumber: string;
  emailKey: string;
  lapsedOn: string | null;
  heldUntil: Date | null;
}

export function candidates(db: EntityManager, ids: readonly string[]): Promise<Candidate[]> {
  return db.query(
    `SELECT m.id AS "memberId", m.membership_number AS "membershipNumber",
       c.email_key AS "emailKey", m.lapsed_on AS "lapsedOn", c.held_until AS "heldUntil"
     FROM member m JOIN contact c ON c.member_id = m.id
     WHERE m.id = ANY($1) ORDER BY m.id`,
    [ids],
  );
}

/** Attempts that can neither be used nor count any longer. */
export async function clearOld(db: EntityManager, now: Date): Promise<void> {
  await db.query(
    `DELETE FROM sign_in_attempt WHERE asked_at < $1::timestamptz - interval '1 hour'`,
    [now],
  );
}
