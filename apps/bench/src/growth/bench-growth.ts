import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { type Asks, pageTurn } from '../pages/page-turn.js';
import { PAGE_NAMES, PAGES, type PageName } from '../pages/pages.js';
import { clarion } from '../pages/subjects.js';
import { openVisit, threadOf, type Visit } from '../pages/visit.js';
import { PlainError } from '../plain-error.js';
import { hotDocuments } from '../plans/hot-pages.js';
import { ask } from '../serving/load.js';
import type { ServerProcess } from '../serving/server-process.js';
import { settle } from '../serving/settle.js';
import { takeTurns } from '../turns.js';
import { type Grown, reportGrowth } from './report-growth.js';

const CACHE = join(fileURLToPath(new URL('../../../..', import.meta.url)), '.cache');
const FULL = { members: [10_000, 100_000, 1_000_000], rounds: 5, milliseconds: 1_000 };
const QUICK = { members: [10_000, 100_000], rounds: 3, milliseconds: 400 };
/** One at a time says what a page costs; more would say how servers share two processors. */
const AT_ONCE = 1;
const MOST = 10_000;
const SMALL_THREAD = 1_000;

interface Standing {
  visit: Visit;
  members: number;
  server: ServerProcess;
}

/** Raises a world and Clarion on it. */
async function stand(members: number, say: BenchOptions['say']): Promise<Standing> {
  const visit = await openVisit(CACHE, members, say);
  const { world } = visit;
  try {
    const server = await clarion(world, hotDocuments()).start();
    say(`  ${members.toLocaleString('en-GB')} members: waiting for the jobs …`);
    await settle(world.database);
    return { visit, members, server };
  } catch (fault) {
    await world.close();
    throw fault;
  }
}

async function asksOf(
  { visit, server }: Standing,
  page: PageName,
  proposalId: string,
): Promise<Asks> {
  const { world, cookie, asked } = visit;
  const body = clarion(world, hotDocuments()).body(page, { ...asked, proposalId });
  const asking = { address: server.address, body, cookie };
  const { text } = await ask(asking);
  if (text.includes('"errors"')) throw new PlainError(`${page}: ${text.slice(0, 400)}`);
  return { server, database: world.database, asking, expected: text };
}

export async function benchGrowth({ isQuick, say }: BenchOptions) {
  const { members, rounds, milliseconds } = isQuick ? QUICK : FULL;
  const bounds = { atOnce: AT_ONCE, milliseconds, most: MOST };
  const all: Standing[] = [];
  const grown: Grown[] = [];
  const compare = async (page: string, asks: readonly (readonly [string, Asks])[]) => {
    say(`  ${page}`);
    for (const [, one] of asks) await pageTurn(one, bounds);
    const subjects = asks.map(([name, one]) => ({ name, run: () => pageTurn(one, bounds) }));
    grown.push({ page, measured: await takeTurns(subjects, rounds, say) });
  };
  try {
    for (const size of members) all.push(await stand(size, say));
    for (const page of PAGE_NAMES) {
      const asks = all.map(async (one) => {
        const proposalId = await threadOf(one.visit, SMALL_THREAD);
        const name = `${one.members.toLocaleString('en-GB')} members`;
        return [name, await asksOf(one, page, proposalId)] as const;
      });
      await compare(PAGES[page].title, await Promise.all(asks));
    }
    const largest = all.at(-1) as Standing;
    const threads = [SMALL_THREAD, 100_000].map(async (comments) => {
      const proposalId = await threadOf(largest.visit, comments);
      const name = `${comments.toLocaleString('en-GB')} comments`;
      return [name, await asksOf(largest, 'thread', proposalId)] as const;
    });
    await compare('thread by its length', await Promise.all(threads));
    return { text: reportGrowth(grown), versions: all[0] ? [all[0].visit.world.version] : [] };
  } finally {
    for (const { server, visit } of all) {
      await server.stop();
      await visit.world.close();
    }
  }
}
