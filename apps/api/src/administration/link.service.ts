import { createHash, randomBytes } from 'node:crypto';
import { type Refusal, refusal } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import * as links from './link.queries.js';

const AN_HOUR_MS = 3_600_000;

const hashOf = (token: string) => createHash('sha256').update(`link ${token}`).digest();

/** Makes a link's token (256 random bits) that signs somebody in once, within an hour. One made before no longer works. */
export async function makeLink(tx: EntityManager, memberId: string, at: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + AN_HOUR_MS);
  await links.keep(tx, { tokenHash: hashOf(token), memberId, madeAt: at, expiresAt });
  return token;
}

/** Who signs in by a link, which no longer works then. */
export async function useLink(
  tx: EntityManager,
  token: string,
  now: Date,
): Promise<string | Refusal> {
  return (
    (await links.take(tx, hashOf(token), now)) ?? refusal('not_found', { what: 'sign_in_link' })
  );
}
