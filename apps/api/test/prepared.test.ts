import { beforeAll, expect, test } from '@jest/globals';
import { urlOf } from '../src/clarion.js';
import { PREPARED, PreparingClient } from '../src/database/prepared.js';
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
