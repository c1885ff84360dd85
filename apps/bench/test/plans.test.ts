import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type HotStatements, hotStatements } from '../src/plans/hot-statements.js';
import { largeTables, planOf } from '../src/plans/plan.js';
import { differences } from '../src/plans/plan-files.js';
import { LARGE_ROWS, MEMBERS } from '../src/plans/plans-command.js';
import { openWorld, type World } from '../src/world/world.js';

/** Kept between runs: making it takes half a minute. */
const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url));

/** The session's is among them; of the ranking also the one that counts its order, once a second for all. */
const MOST_STATEMENTS: Readonly<Record<string, number>> = {
  Consultation: 2,
  Ranking: 4,
  ProposalThread: 3,
  Story: 3,
  Opinion: 5,
  Search: 3,
};

let world: World;
let large: Set<string>;
let found: HotStatements;

beforeAll(async () => {
  world = await openWorld(CACHE, MEMBERS, () => undefined);
  large = await largeTables(world.database, LARGE_ROWS);
  found = await hotStatements(world);
}, 300_000);

afterAll(() => world.close());

describe('In a party of 100,000 members', () => {
  test('the tables of members, votes, voters and comments are large', () => {
    for (const table of ['member', 'vote', 'voter', 'comment']) expect(large).toContain(table);
  });

  test('nothing that members do or look at most reads a large table from end to end', () => {
    const scans = [...found].flatMap(([name, statements]) =>
      statements.flatMap(({ sql, plan }) =>
        plan.scanned.filter((table) => large.has(table)).map((table) => ({ name, table, sql })),
      ),
    );
    expect(scans).toEqual([]);
  });

  test('a statement that does is found (so the test above can fail)', async () => {
    const sql = 'SELECT id FROM comment WHERE reply_count = $1';
    const { scanned, lines } = await planOf(world.database, sql, [3]);
    expect(scanned.filter((table) => large.has(table))).toEqual(['comment']);
    expect(lines).toEqual(['Seq Scan on comment']);
  });

  test('pages take no more statements than is said of them', () => {
    for (const [name, most] of Object.entries(MOST_STATEMENTS)) {
      expect([name, (found.get(name)?.length ?? 0) <= most]).toEqual([name, true]);
    }
  });

  test('the statements are those kept in apps/api/sql (else: pnpm bench plans)', () => {
    expect(differences(found)).toEqual({ unkept: [], unsent: [] });
  });
});
