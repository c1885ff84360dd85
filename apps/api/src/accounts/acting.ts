import { type Refusal, refusal, refuseLapsed, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';
import * as sessions from './session.queries.js';
import type { Viewer } from './viewer.js';

/** Somebody acting at a moment, inside a transaction: what every write is given. */
export interface Acting {
  tx: EntityManager;
  viewer: Viewer;
  at: Date;
  keys: Keyring;
}

interface Asking {
  viewer: Viewer | null;
  now: Date;
  keys: Keyring;
  act: <R>(write: (tx: EntityManager) => Promise<R>) => Promise<R>;
  wrote: () => void;
}

/**
 * Runs a write about the viewer's own account, in one transaction; refuses whoever is not signed in. Their
 * session is held first: who erases somebody ends their sessions first, and so waits for what they are doing,
 * and nothing of theirs comes after it.
 */
export async function actForOneself<T>(
  { viewer, now, keys, act }: Asking,
  write: (acting: Acting) => Promise<T>,
): Promise<T | Refusal> {
  if (!viewer) return refusal('not_signed_in');
  return act<T | Refusal>(async (tx) => {
    const { sessionId } = viewer;
    if (sessionId && !(await sessions.hold(tx, sessionId))) return refusal('not_signed_in');
    return write({ tx, viewer, at: now, keys });
  });
}

/** The same for what takes part: also refuses whoever's membership lapsed. */
export async function actAs<T>(
  context: Asking,
  write: (acting: Acting) => Promise<T>,
): Promise<T | Refusal> {
  const lapsed = context.viewer && refuseLapsed(context.viewer.lapsedOn, ukDay(context.now));
  return lapsed ?? actForOneself(context, write);
}

/** As `actAs`, for what is written with others in one transaction, which `write` sees to. */
export async function actTogether<T>(
  { viewer, now, wrote }: Omit<Asking, 'act' | 'keys'>,
  write: (acting: Pick<Acting, 'viewer' | 'at'>) => Promise<T>,
): Promise<T | Refusal> {
  if (!viewer) return refusal('not_signed_in');
  const lapsed = refuseLapsed(viewer.lapsedOn, ukDay(now));
  if (lapsed) return lapsed;
  const result = await write({ viewer, at: now });
  wrote();
  return result;
}
