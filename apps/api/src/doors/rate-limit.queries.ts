import type { EntityManager } from 'typeorm';
import type { Bucket } from './pace.js';

export interface Taking {
  key: Buffer;
  bucket: Bucket;
}

/**
 * Takes one of each bucket; 0, or the seconds until there is one in each. One statement, on its own:
 * what was taken stays taken when the act is refused. In the order of keys, so that nobody waits crosswise.
 */
export async function take(db: EntityManager, takings: readonly Taking[]): Promise<number> {
  const inOrder = [...takings].sort((a, b) => Buffer.compare(a.key, b.key));
  const steps = inOrder.map(({ bucket }) => 60_000 / bucket.perMinute);
  const spans = inOrder.map(({ bucket }, index) => bucket.burst * (steps[index] ?? 0));
  const [row] = await db.query<[{ wait: number }]>(
    `SELECT max(rate_limit_take(key, step, span)) AS wait
     FROM unnest($1::bytea[], $2::float8[], $3::float8[]) AS asked(key, step, span)`,
    [inOrder.map(({ key }) => key), steps, spans],
  );
  return Math.ceil(row.wait / 1000);
}

/** Forgets buckets that are full again: they say nothing any more. */
export async function forgetFull(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM rate_limit WHERE full_at < now()');
}
