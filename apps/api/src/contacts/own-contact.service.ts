import { timingSafeEqual } from 'node:crypto';
import { type Refusal, refusal, refuseEmail } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { once } from '../database/once.js';
import type { Keyring } from '../keyring/keyring.js';
import { enter } from '../record/record.service.js';
import * as contacts from '../roll/contact.queries.js';
import * as members from '../roll/member.queries.js';
import * as changes from './contact-change.queries.js';
import { makeChanges, sendLater } from './contact-change.service.js';

const MOST_TRIES = 5;
const MOST_A_DAY = 5;
const A_DAY_MS = 24 * 60 * 60 * 1000;

/** What is kept of the code that proves a new address. */
export const proofHash = (keys: Keyring, changeId: string, code: string): Buffer =>
  keys.peppered('contact', changeId, code);

/**
 * Asks for another address for oneself: a code goes there, and nothing changes until it is typed here.
 * The same id again is the same change.
 */
export async function changeContact(
  { tx, viewer, at }: Acting,
  { id, email }: { id: string; email: string },
): Promise<{ id: string } | Refusal> {
  const taken = await once(tx, 'contact_change', id);
  if (taken) return taken;
  const before = await changes.byId(tx, id);
  if (before?.memberId === viewer.id) return { id };
  if (before) return refusal('already_exists', { what: 'contact_change' });
  await members.lock(tx, viewer.id);
  const current = await contacts.ofMember(tx, viewer.id);
  const refused = refuseEmail(email, current?.email ?? null);
  if (refused) return refused;
  const since = new Date(at.getTime() - A_DAY_MS);
  if ((await changes.countBy(tx, { memberId: viewer.id, way: 'member', since })) >= MOST_A_DAY) {
    return refusal('not_valid', {
      field: 'email',
      saying: `You asked for ${MOST_A_DAY} changes within a day. Ask again tomorrow.`,
    });
  }
  await changes.supersede(tx, viewer.id, 'unconfirmed', at);
  await changes.ask(tx, {
    id,
    memberId: viewer.id,
    way: 'member',
    actorId: viewer.id,
    status: 'unconfirmed',
    oldEmail: current?.email ?? null,
    newEmail: email.trim(),
    askedAt: at,
  });
  await sendLater(tx, [{ changeId: id, to: 'proof' }]);
  return { id };
}

/**
 * Changes one's address, by the code that went to the new one. A try is counted whether the code is
 * right or not, so what this answers must not undo the transaction: it is wrapped by the caller.
 */
export async function confirmContact(
  { tx, viewer, at, keys }: Acting,
  { id, code }: { id: string; code: string },
): Promise<Refusal | null> {
  const change = await changes.takeTry(tx, { id, memberId: viewer.id, mostTries: MOST_TRIES, at });
  if (change?.status === 'made') return null;
  const given = proofHash(keys, id, code.replace(/\D/g, ''));
  if (!change?.codeHash || !timingSafeEqual(given, change.codeHash)) return refusal('wrong_code');
  const made = await makeChanges(tx, { id }, at, null);
  if (made === 0) return refusal('changed_since', { what: 'contact' });
  await enter(tx, {
    kind: 'contact_changed',
    aboutKind: 'contact',
    aboutId: id,
    consultationId: null,
    // Not who: that somebody's address changed is theirs alone.
    actorId: null,
    at,
    data: { way: 'member', count: 1 },
  });
  return null;
}
