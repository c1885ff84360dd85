import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Task } from '../jobs/jobs.js';
import { addJob } from '../jobs/queue.js';
import type { Letter } from './letter.js';
import { canSend, type MailSettings, send } from './post.js';

const SEND = 'send-mail';

/** With graphile-worker's growing pauses about ten hours: a night without a mail server. */
const TRIES = 12;

export interface Mail {
  to: string;
  letter: Letter;
}

/** In the queue it has an id of its own: tried again, it is the same mail, and can be told to be. */
interface QueuedMail extends Mail {
  id?: string;
}

/** Sends a mail after this transaction, if the transaction holds. The address waits in the queue until it is sent. */
export function enqueue(tx: EntityManager, mail: Mail): Promise<void> {
  return addJob(tx, SEND, { ...mail, id: randomUUID() } satisfies QueuedMail, { tries: TRIES });
}

/** The job that sends what was enqueued. Without a mail server what was enqueued is let go. */
export const mailTasks = (settings: MailSettings): Record<string, Task> => ({
  [SEND]: {
    isQuick: true,
    work: async (payload) => {
      const { to, letter, id } = payload as QueuedMail;
      if (canSend(settings)) await send(settings, to, letter, id);
    },
  },
});
