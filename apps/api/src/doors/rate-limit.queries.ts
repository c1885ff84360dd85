import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ofAnyLength, PREPARED } from '../database/prepared.js';
import type { Bucket } from './pace.js';

export interface Taking {
  key: Buffer;
  bucket: Bucket;
}

/** One to be taken of a bucket of whoever asks: of a network's, or with the secret that the keys of accounts are made with. */
export interface Owed extends Taking {
  ofAccount: boolean;
}

/** The key of somebody's bucket. Without the secret, which changes with the day, it tells nobody who. */
export const bucketKey = (secret: Buffer, who: string): Buffer =>
  hash('sha256', Buffer.concat([secret, Buffer.from(who)]), 'buffer');

const stepOf = ({ perMinute }: Bucket) => 60_000 / perMinute;
const spanOf = (bucket: Bucket) => bucket.burst * stepOf(bucket);

/** What a bucket says to wait, in whole seconds. */
export const secondsOf = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

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
  const rows = await db.query<{ whose: number; wait: number }[]>(
    `${PREPARED}WITH taken AS MATERIALIZED (
       SELECT whose, rate_limit_take(key, step, span) AS wait
       FROM unnest($1::bytea[], $2::float8[], $3::float8[], $4::int[])
         AS asked(key, step, span, whose))
     SELECT whose, max(wait) AS wait FROM taken GROUP BY whose`,
    [
      inOrder.map(({ key }) => key),
      inOrder.map(({ bucket }) => stepOf(bucket)),
      inOrder.map(({ bucket }) => spanOf(bucket)),
      inOrder.map(({ whose }) => whose),
    ],
  );
  const waits = new Map(rows.map(({ whose, wait }) => [whose, secondsOf(wait)]));
  return requests.map((_takings, whose) => waits.get(whose) ?? 0);
}

/**
 * The same beside finding the sessions `s`, of those that were found, as parts of that statement: what it
 * takes, `$3` on, and the milliseconds to wait. Keys are made as `bucketKey` does.
 */
export const TAKEN = {
  part: `taken AS MATERIALIZED (
    SELECT nth, rate_limit_take(key, step, span) AS wait FROM (
      SELECT s.nth, owed.step, owed.span, CASE WHEN owed.of_account
          THEN sha256(owed.key || convert_to(s.member_id::text, 'UTF8')) ELSE owed.key END AS key
      FROM unnest(${['int', 'bytea', 'boolean', 'float8', 'float8']
        .map((type, at) => ofAnyLength(`$${at + 3}::${type}[]`))
        .join(', ')}) AS owed(nth, key, of_account, step, span) JOIN s USING (nth)
      ORDER BY key) AS in_order)`,
  wait: '(SELECT max(wait) FROM taken WHERE taken.nth = s.nth)',
  valuesOf: (requests: readonly (readonly Owed[])[]): unknown[][] => {
    const all = requests.flatMap((owed, at) => owed.map((each) => ({ ...each, nth: at + 1 })));
    return [
      all.map(({ nth }) => nth),
      all.map(({ key }) => key),
      all.map(({ ofAccount }) => ofAccount),
      all.map(({ bucket }) => stepOf(bucket)),
      all.map(({ bucket }) => spanOf(bucket)),
    ];
  },
};

/** Forgets buckets that are full again: they say nothing any more. */
export async function forgetFull(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM rate_limit WHERE full_at < now()');
}
