import { randomInt } from 'node:crypto';
import { holdsUntil } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Task } from '../jobs/jobs.js';
import type { Keyring } from '../keyring/keyring.js';
import type { Letter } from '../mail/letter.js';
import { canSend, type MailSettings, send } from '../mail/post.js';
import * as changes from './contact-change.queries.js';
import { type ContactMail, SEND_CONTACT_MAIL } from './contact-change.service.js';
import { newObjectionCode, objectionHash } from './objection.service.js';
import { proofHash } from './own-contact.service.js';

const DIGITS = 8;
const MINUTES = 10;

interface ToSend {
  to: string | null;
  letter: Letter;
}

async function proof(
  tx: EntityManager,
  keys: Keyring,
  change: changes.ContactChangeRow,
  now: Date,
) {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const until = new Date(now.getTime() + MINUTES * 60_000);
  await changes.keepCode(tx, change.id, proofHash(keys, change.id, code), until);
  return {
    to: change.newEmail,
    letter: { kind: 'contact_proof', code, minutes: MINUTES },
  } as const;
}

async function toOld(tx: EntityManager, change: changes.ContactChangeRow, until: Date | null) {
  const code = newObjectionCode();
  await changes.keepObjection(tx, change.id, objectionHash(code));
  return {
    to: change.oldEmail,
    letter: { kind: 'contact_left', way: change.way, code, until },
  } as const;
}

/** What is to be sent, with codes that are made now. Nothing where things are no longer so. */
async function prepare(
  tx: EntityManager,
  keys: Keyring,
  { changeId, to }: ContactMail,
  now: Date,
): Promise<ToSend[]> {
  const change = await changes.byId(tx, changeId);
  if (!change) return [];
  const until = holdsUntil(change.heldUntil, now);
  switch (to) {
    case 'proof':
      return change.status === 'unconfirmed' ? [await proof(tx, keys, change, now)] : [];
    case 'old':
      return change.status === 'made' ? [await toOld(tx, change, until)] : [];
    case 'new':
      return change.status === 'made'
        ? [{ to: change.newEmail, letter: { kind: 'contact_arrived', way: change.way, until } }]
        : [];
    case 'restored':
      return [change.oldEmail, change.newEmail].map((each) => ({
        to: each,
        letter: { kind: 'contact_restored' },
      }));
  }
}

/**
 * The job that tells people of changes of their address. It makes the codes itself and keeps their hashes
 * only; a job that is done again makes a new code, and the one before stops working.
 */
export const contactTasks = (settings: MailSettings, keys: Keyring): Record<string, Task> => ({
  [SEND_CONTACT_MAIL]: {
    isQuick: true,
    work: async (payload, { database }) => {
      if (!canSend(settings)) return;
      const mails = await database.transaction((tx) =>
        prepare(tx, keys, payload as ContactMail, new Date()),
      );
      for (const { to, letter } of mails) if (to) await send(settings, to, letter);
    },
  },
});
