import type { Task } from '../jobs/jobs.js';
import { destroyDue } from './seal.service.js';

/** The job that destroys what was kept under seal long enough. */
export const sealTasks: Record<string, Task> = {
  'destroy-sealed': {
    isRegular: true,
    work: async (_payload, { database, signal }) => {
      await destroyDue(database, new Date(), signal);
    },
  },
};
