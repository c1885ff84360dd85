import type { OfficeHeld, Standing } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ofAnyLength, PREPARED } from '../database/prepared.js';
import { type Owed, secondsOf, TAKEN } from '../doors/rate-limit.queries.js';
import type { Session } from './session.entity.js';

/** The day it is in the United Kingdom at the moment `$2`, which is also what sessions are compared with. */
const TODAY = `($2::timestamptz AT TIME ZONE 'Europe/London')::date`;

const PERSON = `
  SELECT m.id, m.display_name AS "displayName", m.standing, m.joined_on AS "joinedOn",
    CASE WHEN m.lapsed_on <= ${TODAY} THEN m.lapsed_on END AS "lapsedOn",
    CASE WHEN contact.held_until > $2 THEN contact.held_until END AS "heldUntil",
    CASE WHEN m.suspended_until > $2 THEN m.suspended_until END AS "suspendedUntil", m.interests, m.skills, m.clp_id AS "clpId", clp.name AS "clpName",
    clp.parent_id AS "regionId", region.name AS "regionName",
    coalesce(
      (SELECT json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'bodyKind', b.kind,
          'bodyName', b.name, 'office', o.office, 'from', o."from", 'until', o.until) ORDER BY o."from", o.id)
        FROM office o JOIN body b ON b.id = o.body_id
        WHERE o.member_id = m.id AND o."from" <= ${TODAY} AND (o.until IS NULL OR o.until >= ${TODAY})
          AND (m.lapsed_on IS NULL OR m.lapsed_on > ${TODAY})),
      '[]') AS offices`;

const ON_THE_ROLL = `
  FROM member m
    LEFT JOIN contact ON contact.member_id = m.id
    LEFT JOIN body clp ON clp.id = m.clp_id
    LEFT JOIN body region ON region.id = clp.parent_id`;

/** Somebody as the database knows them at a moment, with every office they hold. */
export interface PersonRow {
  id: string;
  displayName: string;
  standing: Standing;
  joinedOn: string;
  lapsedOn: string | null;
  heldUntil: Date | null;
  suspendedUntil: Date | null;
  clpId: string | null;
  clpName: string | null;
  regionId: string | null;
  regionName: string | null;
  interests: string[];
  skills: string[];
  offices: (OfficeHeld & { id: string })[];
}

/** What a session knows of itself. */
export type SessionRow = Pick<Session, 'id' | 'signedInBy' | 'isStrong' | 'confirmedAt' | 'rights'>;

/** Without a request for so long, a session has ended. */
const IDLE = `interval '14 days'`;
export const RUNNING = `expires_at > $2 AND last_seen_at > $2::timestamptz - ${IDLE}`;
const HOUR = `date_trunc('hour', $2::timestamptz)`;

/** The hash of a token, and what whoever it is of is about to take of their buckets. */
export interface Resuming {
  hash: Buffer;
  owed?: readonly Owed[];
}

/** Somebody who was found, their session, and the seconds to wait before they may do what they came for. */
export interface Resumed extends PersonRow {
  session: SessionRow;
  wait: number;
}

/**
 * The people behind sessions that have not ended, in the order of their tokens, and the sessions. That one was
 * seen is written down once an hour, in the same statement; where another request is at it, that one does. A
 * session ends on the day their membership lapses.
 */
export async function resumed(
  db: EntityManager,
  asked: readonly Resuming[],
  now: Date,
): Promise<(Resumed | null)[]> {
  const owed = asked.map((each) => each.owed ?? []);
  // Pages take nothing.
  const takes = owed.some(({ length }) => length > 0);
  const rows = await db.query<(Resumed & { nth: number })[]>(
    `${PREPARED}WITH s AS MATERIALIZED (
       SELECT given.nth::int, session.*
       FROM unnest(${ofAnyLength('$1::bytea[]')}) WITH ORDINALITY AS given(hash, nth) JOIN session
         ON token_hash = given.hash OR (previous_hash = given.hash AND previous_until > $2)
       WHERE ${RUNNING}
     ), seen AS (
       UPDATE session SET last_seen_at = ${HOUR} WHERE id IN (
         SELECT id FROM session WHERE last_seen_at < ${HOUR}
           AND id IN (SELECT id FROM s WHERE last_seen_at < ${HOUR}) FOR NO KEY UPDATE SKIP LOCKED)
     )${takes ? `, ${TAKEN.part}` : ''}
     ${PERSON}, s.nth, ${takes ? `${TAKEN.wait} AS wait, ` : ''}json_build_object('id', s.id, 'signedInBy', s.signed_in_by,
       'isStrong', s.is_strong, 'confirmedAt', s.confirmed_at, 'rights', s.rights) AS session
     ${ON_THE_ROLL}
     JOIN s ON s.member_id = m.id
     WHERE m.lapsed_on IS NULL OR m.lapsed_on > ${TODAY}
       OR (s.created_at AT TIME ZONE 'Europe/London')::date >= m.lapsed_on`,
    [asked.map(({ hash }) => hash), now, ...(takes ? TAKEN.valuesOf(owed) : [])],
  );
  const found = new Map<number, Resumed>(rows.map((person) => [person.nth, person]));
  return asked.map((_, index) => {
    const person = found.get(index + 1);
    if (!person) return null;
    person.session.confirmedAt = new Date(person.session.confirmedAt);
    person.wait = takes ? secondsOf(person.wait) : 0;
    return person;
  });
}

/** The same for a member by id. */
export async function personById(
  db: EntityManager,
  memberId: string,
  now: Date,
): Promise<PersonRow | null> {
  const [person] = await db.query<PersonRow[]>(`${PERSON} ${ON_THE_ROLL} WHERE m.id = $1`, [
    memberId,
    now,
  ]);
  return person ?? null;
}

export async function begin(
  db: EntityManager,
  session: Pick<
    Session,
    | 'id'
    | 'tokenHash'
    | 'memberId'
    | 'signedInBy'
    | 'isStrong'
    | 'device'
    | 'createdAt'
    | 'confirmedAt'
    | 'expiresAt'
  >,
): Promise<void> {
  await db.query(
    `INSERT INTO session (id, token_hash, member_id, signed_in_by, is_strong, device, created_at,
       confirmed_at, last_seen_at, expires_at, rights)
     SELECT $1, $3, $4, $5, $6, $7, $2, $9, ${HOUR}, $8,
       coalesce((SELECT string_agg(o.id::text, ',' ORDER BY o.id) FROM office o
         WHERE o.member_id = $4 AND o."from" <= ${TODAY} AND (o.until IS NULL OR o.until >= ${TODAY})), '')`,
    [
      session.id,
      session.createdAt,
      session.tokenHash,
      session.memberId,
      session.signedInBy,
      session.isStrong,
      session.device,
      session.expiresAt,
      session.confirmedAt,
    ],
  );
}

/**
 * Gives a session another token, unless another request has just done so. The one before still works
 * for the requests that are on their way. Answers whether it was done.
 */
export async function rotate(
  db: EntityManager,
  change: { from: Buffer; to: Buffer; previousUntil: Date; rights: string | null },
): Promise<boolean> {
  const [rows] = await db.query<[unknown[], number]>(
    `UPDATE session SET token_hash = $2, previous_hash = $1, previous_until = $3,
       rights = coalesce($4, rights)
     WHERE token_hash = $1 RETURNING id`,
    [change.from, change.to, change.previousUntil, change.rights],
  );
  return rows.length > 0;
}

/** Notes that the person behind a session has confirmed that it is them; with a passkey it is as strong as one. */
export async function confirm(
  db: EntityManager,
  id: string,
  at: Date,
  { isStrong }: { isStrong: boolean },
): Promise<void> {
  await db.query(
    'UPDATE session SET confirmed_at = $2, is_strong = is_strong OR $3 WHERE id = $1',
    [id, at, isStrong],
  );
}

export async function end(db: EntityManager, tokenHash: Buffer): Promise<void> {
  await db.query('DELETE FROM session WHERE token_hash = $1 OR previous_hash = $1', [tokenHash]);
}

/** Keeps a session from being ended until the transaction is over; answers whether it was still there. */
export async function hold(tx: EntityManager, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT id FROM session WHERE id = $1 FOR KEY SHARE', [
    id,
  ]);
  return rows.length > 0;
}

/** The same for several, in one order for all; answers which were still there. */
export async function holdAll(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT id FROM session WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function clearExpired(db: EntityManager, now: Date): Promise<void> {
  await db.query(`DELETE FROM session WHERE expires_at <= $1`, [now]);
}

/** Of some sessions, those that have not ended. */
export async function running(
  db: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Set<string>> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT s.id FROM session s JOIN member m ON m.id = s.member_id
     WHERE s.id = ANY($1::uuid[]) AND ${RUNNING} AND (m.lapsed_on IS NULL OR m.lapsed_on > ${TODAY}
       OR (s.created_at AT TIME ZONE 'Europe/London')::date >= m.lapsed_on)`,
    [ids, now],
  );
  return new Set(rows.map(({ id }) => id));
}
