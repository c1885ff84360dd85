import type { DataSource } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';
import type { Log } from '../log.js';
import { makeCheckpoint } from './checkpoint.service.js';

/** Milliseconds between two looks at whether the record has grown: receipts are promised within a minute. */
const EVERY = 15_000;

/**
 * Makes checkpoints while the server runs. Not one of the jobs, which take turns: a recount may take
 * longer than a receipt may wait. Of several servers each may make one; the same twice is one.
 */
export function startCheckpoints(options: {
  database: DataSource;
  keys: Keyring;
  name: string;
  log: Log;
}): { stop: () => Promise<void> } {
  const { database, keys, name, log } = options;
  let last: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const make = async () => {
    try {
      await makeCheckpoint(database.manager, { keys, name, at: new Date() });
    } catch (fault) {
      if (!isStopped) log.error(fault);
    }
  };
  const look = () => {
    last = last.then(make);
  };
  look();
  const clock = setInterval(look, EVERY);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(clock);
      await last;
    },
  };
}
