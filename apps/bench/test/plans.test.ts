import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  askHot,
  type HotStatements,
  hotStatements,
  statementsIn,
} from '../src/plans/hot-statements.js';
import { jobStatements } from '../src/plans/job-statements.js';
import { buffersOf, largeTables, planOf } from '../src/plans/plan.js';
import { differences } from '../src/plans/plan-files.js';
import { LARGE_ROWS, MEMBERS } from '../src/plans/plans-command.js';
import { openWorld, type World } from '../src/world/world.js';

/** Kept between runs: making it takes half a minute. */
const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url));

/**
 * Statements of a page, that which finds whose session it is among them: where nothing is kept, and while all
 * is that is equal for everybody. Orders are counted once a second for all; the first count after a start
 * takes one more for each 200 proposals (`ranking/kept-breadth.ts`), and these lists show 20 consultations.
 */
const MOST_STATEMENTS: Readonly<Record<string, readonly [first: number, kept: number]>> = {
  Shell: [2, 2],
  Consultations: [11, 2],
  Consultation: [2, 2],
  Vote: [5, 3],
  Priorities: [5, 5],
  Proposals: [6, 2],
  Proposal: [7, 2],
  ProposalThread: [3, 2],
  Replies: [3, 2],
  Discuss: [9, 1],
  Ranking: [4, 1],
  RankingWhileHidden: [8, 2],
  Rankings: [9, 1],
  Opinion: [5, 3],
  // The order of its consultation is read with those of the list beside it, or before.
  Review: [9, 5],
  Story: [3, 1],
  Search: [3, 1],
  Mine: [6, 6],
};

let world: World;
let large: Set<string>;
let found: Awaited<ReturnType<typeof hotStatements>>;
let kept: HotStatements;

beforeAll(async () => {
  world = await openWorld(CACHE, MEMBERS, () => undefined);
  large = await largeTables(world.database, LARGE_ROWS);
  found = await hotStatements(world);
  kept = new Map([...statementsIn(found), ...(await jobStatements(world))]);
}, 300_000);

afterAll(() => world.close());

describe('In a party of 100,000 members', () => {
  test('the tables of members, votes, voters and comments are large', () => {
    for (const table of ['member', 'vote', 'voter', 'comment']) expect(large).toContain(table);
  });

  test('nothing that members do or look at most reads a large table from end to end', () => {
    const scans = [...statementsIn(found)].flatMap(([name, statements]) =>
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
    const more = Object.entries(MOST_STATEMENTS).flatMap(([name, most]) => {
      const { first = Infinity, kept: then = Infinity } = found.get(name) ?? {};
      return first > most[0] || then > most[1] ? [[name, first, then]] : [];
    });
    expect(more).toEqual([]);
  });

  test('of every statement it is known which function asks it', () => {
    const unknown = [...kept.values()].flat().filter(({ by }) => by === null);
    expect(unknown).toEqual([]);
  });

  test('the statements are those kept in apps/api/sql (else: pnpm bench plans)', () => {
    expect(differences(kept)).toEqual({ unkept: [], unsent: [] });
  });
});

/** First pages of one consultation, proposal or thread; lists of all consultations grow with their number. */
const PAGES = [
  'Consultation',
  'Proposals',
  'Proposal',
  'ProposalThread',
  'Replies',
  'Vote',
  'Ranking',
  'RankingWhileHidden',
  'Opinion',
  'Story',
];
/** What is equal for everybody is counted once a second, however many look. */
const ONCE_FOR_ALL = 'ranking/counted-order';
/** In a tree of ten times as many rows a look-up may take three pages where it took two. */
const MOST_GROWTH = 2;

/** Pages of 8 kB that Postgres looks at for each, and for reading all comments. */
async function workIn({ database, ...rest }: World) {
  const seen = await askHot(
    { database, ...rest },
    async ({ sql, values, by }) =>
      by?.startsWith(ONCE_FOR_ALL) ? 0 : buffersOf(database, sql, values),
    PAGES,
  );
  const sums = [...seen].map(
    ([name, { seen: all }]) => [name, all.reduce((sum, one) => sum + one, 0)] as const,
  );
  const comments = await buffersOf(database, 'SELECT count(body) FROM comment', []);
  return { pages: new Map(sums), comments };
}

describe('In a party and a thread ten times as large', () => {
  let small: Awaited<ReturnType<typeof workIn>>;
  let large: Awaited<ReturnType<typeof workIn>>;

  beforeAll(async () => {
    const tenth = await openWorld(CACHE, MEMBERS / 10, () => undefined);
    small = await workIn(tenth).finally(tenth.close);
    large = await workIn(world);
  }, 300_000);

  test.each(PAGES)('%s takes no more than twice the work', (name) => {
    const before = small.pages.get(name) ?? 0;
    expect(before).toBeGreaterThan(0);
    expect((large.pages.get(name) ?? 0) / before).toBeLessThanOrEqual(MOST_GROWTH);
  });

  test('what reads all comments takes far more (so the tests above can fail)', () => {
    expect(large.comments / small.comments).toBeGreaterThan(MOST_GROWTH * 2);
  });
});
