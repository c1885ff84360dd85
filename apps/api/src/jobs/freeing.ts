import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';

/** With it and a hash of its name a worker holds an advisory lock: where that is free, the worker is gone. */
const ALIVE = 74659;
const EVERY_MS = 10_000;

/** Jobs that workers who are gone began so many milliseconds ago are free again, for whoever takes them next. */
const FREE = `
  WITH gone AS (
    SELECT DISTINCT j.locked_by FROM graphile_worker.jobs j
    WHERE j.locked_at < now() - $2 * interval '1 millisecond' AND NOT EXISTS (
      SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = $1 AND l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid)
  )
  SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT locked_by FROM gone))
  WHERE EXISTS (SELECT FROM gone)`;

/** Of tasks that are found again when they are due, what was tried to the end is of no use to anybody. */
const LET_GO = `
  SELECT FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_by IS NULL AND task_identifier = ANY($1)))`;

/**
 * Lets others know that the workers of this process live, and frees the jobs of those that do not:
 * without it what a killed worker had begun would wait for four hours.
 */
export function startFreeing(options: {
  pool: pg.Pool;
  /** Tasks that are found again when they are due. */
  comeAgain: readonly string[];
  /** Milliseconds for which a job is left to whoever has it, so that a worker can say that it lives. */
  patience: number;
  hear: (fault: unknown) => void;
}): { events: WorkerEvents; stop: () => Promise<void> } {
  const { pool, comeAgain, patience, hear } = options;
  const events: WorkerEvents = new EventEmitter();
  const workers = new Set<string>();
  let held: { client: pg.PoolClient; workers: Set<string> } | null = null;
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;

  const hold = async () => {
    if (!held) {
      const client = await pool.connect();
      held = { client, workers: new Set() };
      // Its locks went with it: they are taken anew at the next look.
      client.once('error', () => {
        client.release(true);
        held = null;
      });
    }
    for (const worker of [...workers].filter((each) => !held?.workers.has(each))) {
      await held.client.query('SELECT pg_advisory_lock($1, hashtext($2))', [ALIVE, worker]);
      held?.workers.add(worker);
    }
  };
  const look = () => {
    last = last.then(async () => {
      if (isStopped) return;
      try {
        await hold();
        await pool.query(FREE, [ALIVE, patience]);
        await pool.query(LET_GO, [comeAgain]);
      } catch (fault) {
        hear(fault);
      }
    });
  };
  // What a job is locked by is the pool of its worker.
  events.on('pool:create', ({ workerPool }) => {
    workers.add(workerPool.id);
    look();
  });
  look();
  const clock = setInterval(look, Math.min(EVERY_MS, patience));
  return {
    events,
    stop: async () => {
      isStopped = true;
      clearInterval(clock);
      await last;
      held?.client.release(true);
      held = null;
    },
  };
}
