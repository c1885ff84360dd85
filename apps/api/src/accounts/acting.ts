import { type Refusal, refusal, refuseLapsed, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';
import type { Viewer } from './viewer.js';

/** Somebody acting at a moment, inside a transaction: what every write is given. */
export interface Acting {
  tx: EntityManager;
  viewer: Viewer;
  at: Date;
  keys: Keyring;
}

/** Runs a write as the viewer, in one transaction; refuses whoever is not signed in or whose membership lapsed. */
export async function actAs<T>(
  context: {
    viewer: Viewer | null;
    now: Date;
    keys: Keyring;
    act: <R>(write: (tx: EntityManager) => Promise<R>) => Promise<R>;
  },
  write: (acting: Acting) => Promise<T>,
): Promise<T | Refusal> {
  const { viewer, now, keys } = context;
  if (!viewer) return refusal('not_signed_in');
  const lapsed = refuseLapsed(viewer.lapsedOn, ukDay(now));
  if (lapsed) return lapsed;
  return context.act<T | Refusal>((tx) => write({ tx, viewer, at: now, keys }));
}
