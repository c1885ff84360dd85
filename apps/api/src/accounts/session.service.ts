import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import * as sessions from './session.queries.js';

const DAYS = 30;
export const SESSION_SECONDS = DAYS * 24 * 60 * 60;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Begins a session; the token (256 random bits) is told once and only its hash is kept. */
export async function begin(tx: EntityManager, memberId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sessions.clearExpired(tx, now);
  await sessions.begin(tx, {
    tokenHash: hashOf(token),
    memberId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  });
  return token;
}

export async function end(tx: EntityManager, token: string): Promise<void> {
  await sessions.end(tx, hashOf(token));
}

/** The person behind a token, or nobody. */
export function viewerOf(db: EntityManager, token: string, now: Date) {
  return sessions.viewerOf(db, hashOf(token), now);
}
