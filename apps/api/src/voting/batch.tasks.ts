import type { Task } from '../jobs/jobs.js';
import { makeDueBatches } from './batch.service.js';

/** The job that enters the commitments of votes into the record, in batches. */
export const batchTasks: Record<string, Task> = {
  'commit-votes': {
    isRegular: true,
    work: (_payload, { database, signal }) => makeDueBatches(database, new Date(), signal),
  },
};
