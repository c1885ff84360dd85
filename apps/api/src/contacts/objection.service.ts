import { createHash, randomInt } from 'node:crypto';
import { type Refusal, refusal, refuseObjection } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import * as sessions from '../accounts/own-session.queries.js';
import { enter } from '../record/record.service.js';
import * as changes from './contact-change.queries.js';
import { sendLater } from './contact-change.service.js';

/** Crockford's base 32: no letter is taken for a digit. Twelve of them are 60 random bits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code to object with, in groups of four to be typed. */
export function newObjectionCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of it. Capitals, hyphens, and O for 0 or I and L for 1 make no other code. */
export function objectionHash(code: string): Buffer {
  const typed = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(`objection ${typed}`).digest();
}

/** Who objects: whoever has the code that went to the old address, or somebody who is signed in, to a change of their own. */
export type Objector =
  | { code: string; viewer: null | { id: string; sessionId: string | null } }
  | { changeId: string; viewer: { id: string; sessionId: string | null } };

/**
 * Takes a change of address back, with all that came after it: the address before is where somebody is
 * reached again, and whoever else is signed in as them no longer is. Objecting twice is objecting once.
 */
export async function objectToContactChange(
  tx: EntityManager,
  by: Objector,
  at: Date,
): Promise<Refusal | null> {
  const found =
    'code' in by
      ? await changes.byObjection(tx, objectionHash(by.code))
      : await changes.byId(tx, by.changeId);
  if (!found || ('changeId' in by && found.memberId !== by.viewer.id)) {
    return refusal('code' in by ? 'wrong_code' : 'not_found', { what: 'contact_change' });
  }
  const refused = refuseObjection(found, at);
  if (refused) return refused;
  const objected = await changes.object(tx, found.id, at);
  if (objected.length === 0) return null;
  const isOwn = by.viewer?.id === found.memberId;
  await sessions.endAll(tx, found.memberId, isOwn ? (by.viewer?.sessionId ?? null) : null);
  await sendLater(
    tx,
    objected.map((changeId) => ({ changeId, to: 'restored' as const })),
  );
  await enter(tx, {
    kind: 'contact_change_objected',
    aboutKind: 'contact',
    aboutId: found.id,
    consultationId: null,
    actorId: null,
    at,
    data: { way: found.way, count: objected.length },
  });
  return null;
}
