import type { EntityManager } from 'typeorm';
import { PREPARED } from '../database/prepared.js';
import type { Bucket } from './pace.js';

export interface Taking {
  key: Buffer;
  bucket: Bucket;
}

/**
 * Takes one of each bucket, for several requests at once; answers for each 0, or the seconds until there is
 * one in each of its buckets. One statement, on its own: what was taken stays taken when the act is refused.
 * In the order of keys, so that nobody waits crosswise.
 */
export async function take(
  db: EntityManager,
  requests: readonly (readonly Taking[])[],
): Promise<number[]> {
  const inOrder = requests
    .flatMap((takings, whose) => takings.map((taking) => ({ ...taking, whose })))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const steps = inOrder.map(({ bucket }) => 60_000 / bucket.perMinute);
  const spans = inOrder.map(({ bucket }, index) => bucket.burst * (steps[index] ?? 0));
  const rows = await db.query<{ whose: number; wait: number }[]>(
    `${PREPARED}WITH taken AS MATERIALIZED (
       SELECT whose, rate_limit_take(key, step, span) AS wait
       FROM unnest($1::bytea[], $2::float8[], $3::float8[], $4::int[])
         AS asked(key, step, span, whose))
     SELECT whose, max(wait) AS wait FROM taken GROUP BY whose`,
    [inOrder.map(({ key }) => key), steps, spans, inOrder.map(({ whose }) => whose)],
  );
  const waits = new Map(rows.map(({ whose, wait }) => [whose, Math.ceil(wait / 1000)]));
  return requests.map((_takings, whose) => waits.get(whose) ?? 0);
}

/** Forgets buckets that are full again: they say nothing any more. */
export async function forgetFull(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM rate_limit WHERE full_at < now()');
}
