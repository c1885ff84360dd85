import { holdAfter } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { addJobs } from '../jobs/queue.js';
import * as changes from './contact-change.queries.js';

/** The job that tells somebody of a change, `send-…` like every job that sends mail. */
export const SEND_CONTACT_MAIL = 'send-contact-mail';

/** What the job is told: which change, and whom to tell. The address is looked up when it is sent. */
export interface ContactMail {
  changeId: string;
  to: 'old' | 'new' | 'proof' | 'restored';
}

/** With graphile-worker's growing pauses about ten hours: a night without a mail server. */
const TRIES = 12;

export function sendLater(tx: EntityManager, mails: readonly ContactMail[]): Promise<void> {
  return mails.length > 0
    ? addJobs(tx, SEND_CONTACT_MAIL, mails, { tries: TRIES })
    : Promise.resolve();
}

/**
 * Makes changes that were asked for, of one or of a whole batch: holds what must wait, and tells the old
 * address and the new one. Answers how many; those whose contact changed meanwhile are let go.
 */
export async function makeChanges(
  tx: EntityManager,
  which: changes.Which,
  at: Date,
  decidedById: string | null,
): Promise<number> {
  const made = await changes.make(tx, which, { at, heldUntil: holdAfter(at), decidedById });
  await sendLater(
    tx,
    made.flatMap(({ id: changeId, hasOld }): ContactMail[] =>
      hasOld
        ? [
            { changeId, to: 'old' },
            { changeId, to: 'new' },
          ]
        : [{ changeId, to: 'new' }],
    ),
  );
  return made.length;
}
