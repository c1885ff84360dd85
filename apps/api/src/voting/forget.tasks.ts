import type { Task } from '../jobs/jobs.js';
import type { Keyring } from '../keyring/keyring.js';
import { destroySpentKeys } from './forget.service.js';

/** The job that destroys what would tell whose votes are whose, once a consultation has long ended. */
export const forgetTasks = (keys: Keyring): Record<string, Task> => ({
  'destroy-keys': {
    isRegular: true,
    work: (_payload, { database }) => destroySpentKeys(database, keys, new Date()),
  },
});
