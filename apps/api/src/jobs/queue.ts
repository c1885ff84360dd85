import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { PlainError } from '../plain-error.js';

const NOT_ALLOWED = '42501';
const NEEDS_SCHEMA =
  'The jobs keep their queue in a schema of their own, graphile_worker, and the user of DATABASE_URL may not make one. Let it: GRANT CREATE ON DATABASE … TO …';

/** What the connections of the jobs are called. */
export const JOBS = 'clarion jobs';

/** Connections for graphile-worker. One that breaks is made anew; unheard, it would end the process. */
export function queuePool(url: string, size: number, hear: (fault: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: JOBS,
  });
  pool.on('error', hear);
  pool.on('connect', (client) => {
    client.on('error', hear);
  });
  return pool;
}

/** Makes the tables of the queue, which graphile-worker keeps in a schema of its own, or brings them up to date. */
export async function prepareQueue(url: string): Promise<void> {
  const pool = queuePool(url, 1, () => undefined);
  try {
    await runMigrations({ pgPool: pool });
  } catch (fault) {
    throw (fault as { code?: string }).code === NOT_ALLOWED ? new PlainError(NEEDS_SCHEMA) : fault;
  } finally {
    await pool.end();
  }
}

/** Adds a job in the transaction of what asks for it: both happen, or neither. */
export async function addJob(
  tx: EntityManager,
  task: string,
  payload: unknown,
  { tries, key = null }: { tries: number; key?: string | null },
): Promise<void> {
  await tx.query(
    'SELECT FROM graphile_worker.add_job($1, $2::json, max_attempts := $3, job_key := $4)',
    [task, JSON.stringify(payload), tries, key],
  );
}

/** Adds many jobs of one kind, likewise. */
export async function addJobs(
  tx: EntityManager,
  task: string,
  payloads: readonly unknown[],
  { tries }: { tries: number },
): Promise<void> {
  await tx.query(
    `SELECT FROM json_array_elements($2::json) AS each(payload),
       LATERAL graphile_worker.add_job($1, each.payload, max_attempts := $3)`,
    [task, JSON.stringify(payloads), tries],
  );
}
