import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { urlOf } from '../src/clarion.js';
import { goodPointsBy } from '../src/contributions/comment.queries.js';
import { PREPARED, PreparingClient } from '../src/database/prepared.js';
import * as ownVotes from '../src/ranking/own-votes.queries.js';
import { ballots, votes } from '../src/voting/ballot.queries.js';
import { turnouts } from '../src/voting/turnout.queries.js';
import { openStage } from './stage/stage.js';

const stage = openStage();
const FOUND = `${PREPARED}SELECT found.id FROM unnest($1::int[]) AS asked(id)
  CROSS JOIN LATERAL (SELECT id FROM grown WHERE id = asked.id LIMIT 1) AS found`;
/** So often Postgres looks at the values before it keeps a plan for all. */
const LOOKED_AT = 6;

beforeAll(() => stage.database.query('CREATE TABLE grown (id int PRIMARY KEY)'));

/** Of this connection, as far as its counts were not handed over. */
async function scansOf(client: PreparingClient): Promise<number> {
  const { rows } = await client.query<{ scans: number }>(
    `SELECT seq_scan::int AS scans FROM pg_stat_xact_user_tables WHERE relname = 'grown'`,
  );
  return rows[0]?.scans ?? 0;
}

/** How often the table is read whole for one row, once it holds thousands, by plans kept for so long. */
async function readWhole(plansLiveMs: number): Promise<number> {
  await stage.database.query('TRUNCATE grown');
  // So that Postgres knows that it is empty.
  await stage.database.query('ANALYZE grown');
  const client = new PreparingClient({ connectionString: urlOf(stage.database), plansLiveMs });
  await client.connect();
  try {
    for (let time = 0; time < LOOKED_AT; time += 1) await client.query(FOUND, [[1, 2]]);
    await stage.database.query('INSERT INTO grown SELECT generate_series(1, 20000)');
    // Counts are handed over between transactions only.
    await client.query('BEGIN');
    const before = await scansOf(client);
    expect((await client.query(FOUND, [[7]])).rows).toEqual([{ id: 7 }]);
    return (await scansOf(client)) - before;
  } finally {
    await client.end();
  }
}

test('A plan that was made for an empty table is not kept for long once it has grown', async () => {
  expect(await readWhole(0)).toBe(0);
  // Kept for ever, so the above can fail.
  expect(await readWhole(Infinity)).toBeGreaterThan(0);
});

const asked = () => ({
  id: randomUUID(),
  consultationId: randomUUID(),
  pseudonym: randomBytes(32),
});
/** What pages ask of whoever looks, again and again. */
const OWN: ((tx: EntityManager) => Promise<unknown>)[] = [
  (tx) => turnouts(tx, [asked()]),
  (tx) => ownVotes.ofConsultations(tx, [asked()]),
  (tx) => ballots(tx, [asked()]),
  (tx) => votes(tx, [asked()]),
  (tx) => goodPointsBy(tx, randomUUID(), [randomUUID()]),
];

test('What pages ask of whoever looks is not planned for each of them', async () => {
  await stage.database.transaction(async (tx) => {
    for (const ask of OWN) for (let time = 0; time < 2 * LOOKED_AT; time += 1) await ask(tx);
    const plans = await tx.query<{ statement: string; forAll: number; forOne: number }[]>(
      `SELECT statement, generic_plans::int AS "forAll", custom_plans::int AS "forOne"
       FROM pg_prepared_statements WHERE generic_plans + custom_plans >= $1`,
      [2 * LOOKED_AT],
    );
    expect(plans).toHaveLength(OWN.length);
    expect(plans.filter(({ forOne }) => forOne >= LOOKED_AT)).toEqual([]);
  });
});
