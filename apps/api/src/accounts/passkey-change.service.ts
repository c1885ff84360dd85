import {
  isRefusal,
  needsPasskey,
  type Refusal,
  refusal,
  refuseAddingPasskey,
  refuseRemovingPasskey,
  ukDay,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { enqueue } from '../mail/mail.js';
import * as contacts from '../roll/contact.queries.js';
import * as passkeys from './passkey.queries.js';
import type { Viewer } from './viewer.js';

const NAME_MAX = 60;

/** What the rules ask about somebody who changes their passkeys. */
const askOf = (viewer: Viewer, held: number, now: Date) => ({
  needsPasskey:
    viewer.needsPasskey || needsPasskey([...viewer.offices, ...viewer.officesWaiting], ukDay(now)),
  passkeys: held,
  // Whose office waits for a passkey is not here by one.
  isStrong: !viewer.needsPasskey,
  signedInBy: viewer.signedInBy,
});

export const refuseAdding = (viewer: Viewer, held: number, now: Date): Refusal | null =>
  refuseAddingPasskey(askOf(viewer, held, now));

/** Tells the person at their address: whoever has stolen a session is seen. */
async function tell(
  tx: EntityManager,
  memberId: string,
  kind: 'passkey_added' | 'passkey_removed',
) {
  const contact = await contacts.ofMember(tx, memberId);
  if (contact) await enqueue(tx, { to: contact.email, letter: { kind } });
}

export function cleanName(name: string): string | Refusal {
  const cleaned = name.trim();
  const details = { field: 'name', label: 'the name' };
  if (!cleaned) return refusal('empty', details);
  if (cleaned.length > NAME_MAX) {
    return refusal('too_long', { ...details, max: NAME_MAX, length: cleaned.length });
  }
  return cleaned;
}

/** Adds a passkey that was checked. Sent twice it is the one it was. */
export async function add(
  tx: EntityManager,
  viewer: Viewer,
  passkey: Parameters<typeof passkeys.add>[1],
): Promise<passkeys.PasskeyRow | Refusal> {
  const held = await passkeys.lockCount(tx, viewer.id);
  const refused = refuseAdding(viewer, held, passkey.createdAt);
  if (refused) return refused;
  const name = cleanName(passkey.name);
  if (isRefusal(name)) return name;
  if (await passkeys.add(tx, { ...passkey, name })) await tell(tx, viewer.id, 'passkey_added');
  const added = await passkeys.own(tx, viewer.id, passkey.id);
  return added ?? refusal('passkey_refused');
}

/** Takes a passkey away. */
export async function remove(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Refusal | null> {
  const held = await passkeys.lockCount(tx, viewer.id);
  if (!(await passkeys.own(tx, viewer.id, id))) return refusal('not_found', { what: 'passkey' });
  const refused = refuseRemovingPasskey(askOf(viewer, held, now));
  if (refused) return refused;
  await passkeys.remove(tx, viewer.id, id);
  await tell(tx, viewer.id, 'passkey_removed');
  return null;
}
