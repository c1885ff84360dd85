import type { Task } from '../jobs/jobs.js';
import * as recounts from './recount.queries.js';
import { due, isDue, recount } from './recount.service.js';

/** The jobs that keep the heavy numbers of every consultation. */
export const recountTasks: Record<string, Task> = {
  'recount-due': {
    isRegular: true,
    work: async (_payload, { database, add }) => {
      for (const { id } of await due(database.manager, new Date())) {
        await add('recount', { consultationId: id }, `recount ${id}`);
      }
    },
  },
  recount: {
    comesAgain: true,
    work: async (payload, { database, signal }) => {
      const { consultationId } = payload as { consultationId: string };
      // Another process may have done it since it was added.
      const [facts] = await recounts.facts(database.manager, consultationId);
      if (!facts || !isDue(facts, new Date())) return;
      await recount(database, consultationId, new Date(), { signal });
    },
  },
};
