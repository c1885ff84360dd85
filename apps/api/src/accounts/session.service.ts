import { hash, randomBytes } from 'node:crypto';
import type { SignInWay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { FaultOfAll, inSets } from '../database/in-sets.js';
import { PAUSE_MS } from '../database/read-together.js';
import type { Owed } from '../doors/rate-limit.queries.js';
import * as sessions from './session.queries.js';
import { type Viewer, viewerBy, viewerWithout } from './viewer.js';

const DAYS = 30;
export const SESSION_SECONDS = DAYS * 24 * 60 * 60;
/** How long the token before still works, for requests that were on their way when it changed. */
const OVERLAP_MS = 2 * 60 * 1000;

const hashOf = (token: string) => hash('sha256', token, 'buffer');
const newToken = () => randomBytes(32).toString('base64url');

/** How a session begins. */
export interface Beginning {
  by: SignInWay;
  /** The browser in words. */
  device: string;
  /** Whether it carries offices that need a passkey; left out, a passkey and the demonstration do. */
  isStrong?: boolean;
  /** When they showed who they are; left out, just now. */
  confirmedAt?: Date;
}

/** Begins a session; the token (256 random bits) is told once and only its hash is kept. */
export async function begin(
  tx: EntityManager,
  memberId: string,
  now: Date,
  { by, device, isStrong = by === 'passkey' || by === 'demo', confirmedAt = now }: Beginning,
): Promise<string> {
  const token = newToken();
  await sessions.clearExpired(tx, now);
  await sessions.begin(tx, {
    id: v7(),
    tokenHash: hashOf(token),
    memberId,
    signedInBy: by,
    isStrong,
    device,
    createdAt: now,
    confirmedAt,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  });
  return token;
}

export async function end(tx: EntityManager, token: string): Promise<void> {
  await sessions.end(tx, hashOf(token));
}

/** Gives the session of a token another one; the offices it stands for are left or set. Null where another request has just done so. */
export async function exchange(
  db: EntityManager,
  token: string,
  now: Date,
  rights: string | null = null,
): Promise<string | null> {
  const fresh = newToken();
  const isDone = await sessions.rotate(db, {
    from: hashOf(token),
    to: hashOf(fresh),
    previousUntil: new Date(now.getTime() + OVERLAP_MS),
    rights,
  });
  return isDone ? fresh : null;
}

const rightsOf = (offices: readonly { id: string }[]) =>
  offices
    .map(({ id }) => id)
    .sort()
    .join(',');

/** The person behind a token, and the fresh one that is to be kept in the browser in its place, if there is one. */
interface Resumed {
  viewer: Viewer;
  fresh: string | null;
  /** Seconds to wait before they may do what they came for. */
  wait: number;
}

/** Tokens that are looked up in one statement. */
const MOST_TOGETHER = 100;

/**
 * Finds the person behind a token, or nobody. Where their offices are no longer those of when the token was
 * made, it is exchanged. What they owe is taken of their buckets in the same statement. Whoever asks while one
 * is under way goes with the next: a statement costs far more than what it finds.
 */
export function openSessions(
  db: EntityManager,
): (token: string, now: Date, owed?: readonly Owed[]) => Promise<Resumed | null> {
  const find = inSets(
    async (set: readonly (sessions.Resuming & { now: Date })[]) => {
      const now = new Date(Math.max(...set.map((each) => each.now.getTime())));
      return sessions.resumed(db, set, now).catch((fault: unknown) => {
        throw new FaultOfAll(fault);
      });
    },
    { most: MOST_TOGETHER, pause: PAUSE_MS },
  );
  return async (token, now, owed = []) => {
    const found = await find({ hash: hashOf(token), now, owed });
    if (!found) return null;
    const { session, wait } = found;
    const rights = rightsOf(found.offices);
    const fresh = rights === session.rights ? null : await exchange(db, token, now, rights);
    return { viewer: viewerBy(found, session, now), fresh, wait };
  };
}

/** The person behind a token, or nobody. */
export async function viewerOf(
  db: EntityManager,
  token: string,
  now: Date,
): Promise<Viewer | null> {
  return (await openSessions(db)(token, now))?.viewer ?? null;
}

/** The same, and the token stays as it is: where a fresh one could not be kept in the browser. */
export async function look(db: EntityManager, token: string, now: Date): Promise<Viewer | null> {
  const [found] = await sessions.resumed(db, [{ hash: hashOf(token) }], now);
  return found ? viewerBy(found, found.session, now) : null;
}

/** A member by id, with all their offices: where nobody is at a browser. */
export async function viewerById(
  db: EntityManager,
  memberId: string,
  now: Date,
): Promise<Viewer | null> {
  const person = await sessions.personById(db, memberId, now);
  return person && viewerWithout(person, now);
}
