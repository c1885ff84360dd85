import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ChallengePurpose } from './challenge.entity.js';
import * as challenges from './challenge.queries.js';

/** Long enough to find one's phone. */
const MINUTES = 10;

export interface Asking {
  purpose: ChallengePurpose;
  browserHash: Buffer;
  /** Who is asked, where that is known. */
  memberId: string | null;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** Draws something random (256 bits) that must come back, to the same browser, once. Only its hash is kept. */
export async function draw(
  db: EntityManager,
  asking: Asking & { details?: Record<string, string> },
  now: Date,
): Promise<Buffer> {
  const bytes = randomBytes(32);
  await challenges.clearExpired(db, now);
  await challenges.keep(db, {
    ...asking,
    details: asking.details ?? {},
    hash: hashOf(bytes),
    expiresAt: new Date(now.getTime() + MINUTES * 60_000),
  });
  return bytes;
}

/** Takes what has come back: its details, the first time, from the browser and for the purpose it was drawn for. */
export function take(
  db: EntityManager,
  bytes: Uint8Array,
  asking: Asking,
  now: Date,
): Promise<Record<string, string> | null> {
  return challenges.take(db, { ...asking, hash: hashOf(bytes), now });
}
