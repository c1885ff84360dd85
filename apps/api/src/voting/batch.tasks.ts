import type { Task } from '../jobs/jobs.js';
import { dueBatches, makeBatch } from './batch.service.js';

/** The job that enters the commitments of votes into the record, in batches. */
export const batchTasks: Record<string, Task> = {
  'commit-votes': {
    isRegular: true,
    work: async (_payload, { database }) => {
      const now = new Date();
      for (const consultationId of await dueBatches(database.manager, now)) {
        await database.transaction((tx) => makeBatch(tx, consultationId, now));
      }
    },
  },
};
