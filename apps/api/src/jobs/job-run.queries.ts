import type { EntityManager } from 'typeorm';

export interface JobRunRow {
  task: string;
  startedAt: Date;
  /** None while it runs, or where the process was killed. */
  endedAt: Date | null;
  fault: string | null;
}

/** Each kind of job as it ran last, by name. */
export function latest(db: EntityManager): Promise<JobRunRow[]> {
  return db.query(
    `SELECT task, started_at AS "startedAt", ended_at AS "endedAt", fault
     FROM job_run ORDER BY task`,
  );
}

export async function begin(db: EntityManager, task: string, at: Date): Promise<void> {
  await db.query(
    `INSERT INTO job_run (task, started_at) VALUES ($1, $2)
     ON CONFLICT (task) DO UPDATE SET started_at = EXCLUDED.started_at, ended_at = NULL, fault = NULL`,
    [task, at],
  );
}

export async function end(
  db: EntityManager,
  task: string,
  at: Date,
  fault: string | null,
): Promise<void> {
  await db.query('UPDATE job_run SET ended_at = $2, fault = $3 WHERE task = $1', [task, at, fault]);
}
