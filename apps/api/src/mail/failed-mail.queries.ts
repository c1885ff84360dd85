import type { EntityManager } from 'typeorm';

const FAILED = `FROM graphile_worker.jobs
  WHERE task_identifier LIKE 'send-%' AND attempts >= max_attempts AND locked_at IS NULL`;

export interface FailedMail {
  count: number;
  /** What went wrong with the one that was tried last. */
  latest: string | null;
}

/** Mail that was tried to the end and never sent. */
export async function failed(db: EntityManager): Promise<FailedMail> {
  const [row] = await db.query<[FailedMail]>(
    `SELECT count(*)::int AS count,
       (array_agg(last_error ORDER BY updated_at DESC, id DESC))[1] AS latest ${FAILED}`,
  );
  return row;
}

/** Lets the worker try all of it once more, with as many tries. Answers how many. */
export async function tryAgain(db: EntityManager): Promise<number> {
  const rows = await db.query<unknown[]>(
    `SELECT FROM graphile_worker.reschedule_jobs(ARRAY(SELECT id ${FAILED}), run_at := now(), attempts := 0)`,
  );
  return rows.length;
}

/** Lets go of all of it, and of the addresses in it. Answers how many. */
export async function forget(db: EntityManager): Promise<number> {
  const rows = await db.query<unknown[]>(
    `SELECT FROM graphile_worker.complete_jobs(ARRAY(SELECT id ${FAILED}))`,
  );
  return rows.length;
}
