import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSource } from '../database/data-source.js';
import type { Log } from '../log.js';
import { shownAsError } from '../shown-fault.js';
import { startFreeing } from './freeing.js';
import * as runs from './job-run.queries.js';
import { prepareQueue, queuePool } from './queue.js';

/** What a job has at hand. */
export interface Working {
  /** Connections of its own, on which a statement may take its time. */
  database: DataSource;
  /** Tells that the server stops: the job gives up and is done again later. */
  signal: AbortSignal;
  /** Adds a job. One with the same key that waits already is this one. */
  add: (task: string, payload: unknown, key: string) => Promise<void>;
}

export interface Task {
  work: (payload: unknown, working: Working) => Promise<void>;
  /** Done once a minute and when the server starts. */
  isRegular?: boolean;
  /** Found again by a regular task when it is due: a try that was killed is let go of. */
  comesAgain?: boolean;
  /** Somebody waits for it, and it takes no time to think: done beside the others, not after them. */
  isQuick?: boolean;
}

export interface Jobs {
  /** Interrupts what runs, lets go of it, and closes the connections. */
  stop: () => Promise<void>;
}

/** Tries of a job before it is left alone; what is regular comes again by itself. */
const MOST_TRIES = 5;
const CONNECTIONS = 7;
/** A worker has said long before that it lives. */
const PATIENCE_MS = 30_000;
const EVERY_MINUTE = '* * * * *';

/** What the worker says of a job that failed, beside the fault. */
interface Failed {
  error?: unknown;
  job?: { task_identifier: string; attempts: number; max_attempts: number };
}

/** What a job ended with, by what of it was shown to the queue: our log leaves out what it must by itself. */
const endedWith = new WeakMap<Error, unknown>();

/** Messages of the worker in our log; its own news are for nobody but who looks for a fault in it. */
const loggerOn = (log: Log) =>
  new Logger(() => (level, message, meta) => {
    const { error: shown, job } = (meta ?? {}) as Failed;
    const error = (shown instanceof Error && endedWith.get(shown)) || shown;
    const doing = job && `${job.task_identifier}, try ${job.attempts} of ${job.max_attempts}`;
    if (level === 'error') log.error(error ?? message, doing);
    else if (level === 'warning') log.warn(error ?? message, doing);
    else log.debug(message);
  });

/** Keeps when a task ran last and how that went. */
function withRun(name: string, task: Task, working: Omit<Working, 'add'>): TaskList[string] {
  const { manager } = working.database;
  return async (payload, helpers) => {
    const add: Working['add'] = async (other, given, key) => {
      await helpers.addJob(other, given, {
        jobKey: key,
        jobKeyMode: 'preserve_run_at',
        maxAttempts: MOST_TRIES,
      });
    };
    await runs.begin(manager, name, new Date());
    try {
      await task.work(payload, { ...working, add });
      await runs.end(manager, name, new Date(), null);
    } catch (fault) {
      // The queue keeps what a job ended with, and the operator is shown it.
      const shown = shownAsError(fault);
      endedWith.set(shown, fault);
      await runs.end(manager, name, new Date(), shown.message);
      throw shown;
    }
  };
}

async function startRunner(
  pool: pg.Pool,
  tasks: Record<string, Task>,
  working: Omit<Working, 'add'>,
  { log, events }: { log: Log; events: WorkerEvents },
): Promise<Runner> {
  const names = Object.keys(tasks);
  const regular = names.filter((name) => tasks[name]?.isRegular);
  const runner = await run({
    pgPool: pool,
    logger: loggerOn(log),
    events,
    // One after the other: what is heavy leaves the other core to those who wait for a page.
    concurrency: 1,
    noHandleSignals: true,
    // Written in batches, which are waited for at the end; else how a job ended is lost when the server stops.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, withRun(name, task, working)]),
    ),
    parsedCronItems: parseCronItems(
      regular.map((name) => ({
        task: name,
        match: EVERY_MINUTE,
        identifier: name,
        options: { backfillPeriod: 0, maxAttempts: 1, jobKey: name },
      })),
    ),
  });
  for (const name of regular) await runner.addJob(name, {}, { jobKey: name, maxAttempts: 1 });
  return runner;
}

/** The tasks that are quick, or those that are not. */
const withQuick = (tasks: Record<string, Task>, isQuick: boolean): Record<string, Task> =>
  Object.fromEntries(Object.entries(tasks).filter(([, task]) => Boolean(task.isQuick) === isQuick));

/**
 * Starts the jobs of this process: graphile-worker, which keeps them in a schema of its own and makes
 * that on its first start. Any number of processes may share them. What a process had begun that was
 * killed is done by another, or by the next.
 */
export async function startJobs(options: {
  url: string;
  tasks: Record<string, Task>;
  log: Log;
  /** Milliseconds after which a job of a worker that is gone is free again. */
  patience?: number;
}): Promise<Jobs> {
  const { url, tasks, log, patience = PATIENCE_MS } = options;
  const stopping = new AbortController();
  const database = dataSource({ url, pool: CONNECTIONS, statementTimeout: 0 });
  const pool = queuePool(url, CONNECTIONS, (fault) => log.warn(fault));
  const runners: Runner[] = [];
  let freeing: ReturnType<typeof startFreeing> | undefined;
  const stop = async () => {
    stopping.abort(new Error('The server stopped meanwhile.'));
    for (const runner of runners) await runner.stop();
    await freeing?.stop();
    await pool.end();
    if (database.isInitialized) await database.destroy();
  };
  try {
    await prepareQueue(url);
    await database.initialize();
    const working = { database, signal: stopping.signal };
    const comeAgain = Object.keys(tasks).filter(
      (name) => tasks[name]?.isRegular || tasks[name]?.comesAgain,
    );
    freeing = startFreeing({ pool, comeAgain, patience, hear: (fault) => log.warn(fault) });
    const { events } = freeing;
    for (const part of [withQuick(tasks, false), withQuick(tasks, true)]) {
      if (Object.keys(part).length > 0) {
        runners.push(await startRunner(pool, part, working, { log, events }));
      }
    }
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { stop };
}
