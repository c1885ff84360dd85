import type { EntityManager } from 'typeorm';

/** How far a recount is, in words for the page. */
export interface Step {
  step: string;
  done: number;
  total: number;
}

/**
 * Takes a consultation's recount for this transaction, unless another has it. Held by the connection,
 * so that a process that is killed lets go of it.
 */
export async function take(tx: EntityManager, consultationId: string): Promise<boolean> {
  const [row] = await tx.query<[{ isTaken: boolean }]>(
    'SELECT pg_try_advisory_xact_lock(74659, hashtext($1)) AS "isTaken"',
    [consultationId],
  );
  return row.isTaken;
}

/** Tells everybody how far it is. Beside the transaction of the recount, which nobody sees into. */
export async function say(
  db: EntityManager,
  consultationId: string,
  { step, done, total }: Step,
  times: { startedAt: Date; saidAt: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO opinion_progress (consultation_id, step, done, total, started_at, said_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (consultation_id) DO UPDATE SET step = EXCLUDED.step, done = EXCLUDED.done,
       total = EXCLUDED.total, started_at = EXCLUDED.started_at, said_at = EXCLUDED.said_at, fault = NULL`,
    [consultationId, step, done, total, times.startedAt, times.saidAt],
  );
}

/** Keeps where it failed and why. */
export async function fail(
  db: EntityManager,
  consultationId: string,
  fault: string,
  saidAt: Date,
): Promise<void> {
  await db.query(
    'UPDATE opinion_progress SET fault = $2, said_at = $3 WHERE consultation_id = $1',
    [consultationId, fault, saidAt],
  );
}

/** Ended well. In the transaction of the recount, so that the result is there when the progress goes. */
export async function end(tx: EntityManager, consultationId: string): Promise<void> {
  await tx.query('DELETE FROM opinion_progress WHERE consultation_id = $1', [consultationId]);
}

export interface FailedRow {
  title: string;
  step: string;
  fault: string;
  saidAt: Date;
}

/** Recounts that failed last, by title. */
export function failed(db: EntityManager): Promise<FailedRow[]> {
  return db.query(
    `SELECT c.title, o.step, o.fault, o.said_at AS "saidAt" FROM opinion_progress o
       JOIN consultation c ON c.id = o.consultation_id
     WHERE o.fault IS NOT NULL ORDER BY c.title, c.id`,
  );
}
