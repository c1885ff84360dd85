import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { pageTurn } from '../pages/page-turn.js';
import { openVisit } from '../pages/visit.js';
import { PlainError } from '../plain-error.js';
import { hotDocuments } from '../plans/hot-pages.js';
import { ask } from '../serving/load.js';
import { startClarion } from '../serving/server-process.js';
import { settle } from '../serving/settle.js';
import { takeTurns } from '../turns.js';
import { type Looked, reportSearch } from './report-search.js';

const CACHE = join(fileURLToPath(new URL('../../../..', import.meta.url)), '.cache');
const MEMBERS = 100_000;
const FULL = { atOnce: [1, 16], rounds: 5, milliseconds: 1_500 };
const QUICK = { atOnce: [1], rounds: 2, milliseconds: 500 };
const MOST = 10_000;

/** What people look for, from what nearly every contribution holds to what none does. */
const TEXTS = [
  'people',
  'housing',
  'should OR people',
  'housing local councils',
  '"local councils" -housing',
  'wards surgeries',
  'dentits',
  'zebra',
];

/** More than are asked for within the second for which a page is kept. */
const SPELLINGS = 5_000;

/** The same words with other spaces around them: to search for they are equal, to what is kept they are not. */
const spelt = (text: string) =>
  Array.from(
    { length: SPELLINGS },
    (_, at) => `${' '.repeat(at % 71)}${text}${' '.repeat(Math.floor(at / 71))}`,
  );

interface Reply {
  errors?: unknown;
  data: { search: { isCapped: boolean } };
}

export async function benchSearch({ isQuick, say }: BenchOptions) {
  const { atOnce: crowds, rounds, milliseconds } = isQuick ? QUICK : FULL;
  const { world, cookie } = await openVisit(CACHE, MEMBERS, say);
  const { database } = world;
  const looked: Looked[] = [];
  try {
    const [row] = await database.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM proposal) + (SELECT count(*) FROM comment))::int AS count`,
    );
    const server = await startClarion(world.url, world.directory);
    try {
      await settle(database);
      const document = hotDocuments().get('Search') ?? '';
      const sha256Hash = createHash('sha256').update(document).digest('hex');
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      for (const text of TEXTS) {
        const [body = '', ...bodies] = spelt(text).map((text) =>
          JSON.stringify({ operationName: 'Search', variables: { text, first: 20 }, extensions }),
        );
        const asking = { address: server.address, body, bodies, cookie };
        const { text: reply } = await ask(asking);
        const { errors, data } = JSON.parse(reply) as Reply;
        if (errors) throw new PlainError(`${text}: ${reply.slice(0, 400)}`);
        const [held] = await database.query<{ count: number }>(HOLDING, [text]);
        for (const atOnce of crowds) {
          say(`  ${text}, ${atOnce} at once`);
          const bounds = { atOnce, milliseconds, most: MOST };
          const run = () => pageTurn({ server, database, asking, expected: reply }, bounds);
          const [measured] = await takeTurns([{ name: text, run }], rounds, say);
          if (!measured) continue;
          const { isCapped } = data.search;
          looked.push({ text, atOnce, holding: held?.count ?? 0, isCapped, measured });
        }
      }
    } finally {
      await server.stop();
    }
    return { text: reportSearch(looked, row?.count ?? 0), versions: [world.version] };
  } finally {
    await world.close();
  }
}

const HOLDING = `
  WITH asked AS (SELECT websearch_to_tsquery('english'::regconfig, fold($1)) AS query)
  SELECT ((SELECT count(*) FROM proposal, asked WHERE words @@ query)
    + (SELECT count(*) FROM comment, asked WHERE words @@ query))::int AS count`;
