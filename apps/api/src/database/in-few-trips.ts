import type { DataSource, EntityManager } from 'typeorm';

/**
 * For a transaction whose statements are kept prepared (`prepared.ts`) and look in tables that may grow out of
 * nothing within minutes: they are planned once, to find rows by keys, however small the tables then are.
 */
export const BY_KEYS =
  'SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan';

/**
 * The answers of statements that were sent one after the other without waiting: Postgres works in that order,
 * each sees what the ones before it did. Where one fails those after it fail for it, so the first is told.
 */
export async function answersOf<Sent extends readonly unknown[] | []>(
  sent: Sent,
): Promise<{ -readonly [Each in keyof Sent]: Awaited<Sent[Each]> }> {
  const settled = await Promise.allSettled(sent);
  const answers = settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  return answers as { -readonly [Each in keyof Sent]: Awaited<Sent[Each]> };
}

/** Sends the commit of a transaction. What was sent before and failed makes it a rollback: wait for that too. */
export type Commit = () => Promise<unknown>;

/**
 * A transaction whose first statement is sent with its beginning, and whose `commit` is to be sent with its last:
 * what is not waited for costs no way there and back.
 */
export async function inFewTrips<Result>(
  database: DataSource,
  write: (tx: EntityManager, commit: Commit) => Promise<Result>,
): Promise<Result> {
  const runner = database.createQueryRunner();
  try {
    await runner.connect();
    const begun = runner.query(`START TRANSACTION; ${BY_KEYS}`);
    // Told where it is waited for, below.
    begun.catch(() => undefined);
    try {
      return await write(runner.manager, () => answersOf([begun, runner.query('COMMIT')]));
    } catch (fault) {
      await answersOf([begun, runner.query('ROLLBACK')]).catch(() => undefined);
      throw fault;
    }
  } finally {
    await runner.release();
  }
}
