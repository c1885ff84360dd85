import { randomInt, randomUUID } from 'node:crypto';
import { emailKey, holdsUntil } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Task } from '../jobs/jobs.js';
import type { Keyring } from '../keyring/keyring.js';
import type { Letter } from '../mail/letter.js';
import { type MailSettings, send } from '../mail/post.js';
import * as attempts from './sign-in-code.queries.js';
import { CODE_MINUTES, type CodeJob, codeHash, SEND_CODE } from './sign-in-code.service.js';

const DIGITS = 8;
const MOST_AN_HOUR = 5;

interface ToSend {
  to: string;
  letter: Letter;
}

/**
 * Makes the code of an attempt and keeps its hash. Null where nobody has the address, or it had enough
 * codes. To an address that has just changed no code goes: whoever set it must not get in by it.
 */
async function makeCode(
  tx: EntityManager,
  keys: Keyring,
  { attemptId, email }: CodeJob,
  now: Date,
): Promise<ToSend | null> {
  const attempt = await attempts.openForSending(tx, attemptId, now);
  if (!attempt || attempt.sentBefore >= MOST_AN_HOUR) return null;
  const { memberId } = attempt;
  const reached = await attempts.reached(tx, { emailKey: email && emailKey(email), memberId });
  const [first] = reached;
  if (!first) return null;
  const open = reached.filter((each) => holdsUntil(each.heldUntil, now) === null);
  // A hold is told in place of a code; what is kept then is the hash of what nobody can type.
  const code = open[0] ? String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0') : randomUUID();
  await attempts.keepCode(
    tx,
    attemptId,
    codeHash(keys, attemptId, code),
    open.map((each) => each.memberId),
  );
  // To the address on the roll, never as typed: another spelling may be somebody else's inbox.
  const to = (open[0] ?? first).email;
  if (!open[0]) return { to, letter: { kind: 'code_held', until: first.heldUntil } };
  const kind = memberId === null ? 'sign_in_code' : 'confirming_code';
  return { to, letter: { kind, code, minutes: CODE_MINUTES } };
}

/**
 * The job that sends codes. A job that is done again makes a new code, and the one before stops working:
 * no code is ever in the database in clear.
 */
export const signInTasks = (settings: MailSettings, keys: Keyring): Record<string, Task> => ({
  [SEND_CODE]: {
    isQuick: true,
    work: async (payload, { database }) => {
      const now = new Date();
      const toSend = await database.transaction(async (tx) => {
        await attempts.clearOld(tx, now);
        return makeCode(tx, keys, payload as CodeJob, now);
      });
      if (toSend) await send(settings, toSend.to, toSend.letter);
    },
  },
});
