import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { type Asks, pageTurn } from '../pages/page-turn.js';
import type { PageName } from '../pages/pages.js';
import { clarion } from '../pages/subjects.js';
import { openVisit, type Visit } from '../pages/visit.js';
import { PlainError } from '../plain-error.js';
import { hotDocuments } from '../plans/hot-pages.js';
import { ask } from '../serving/load.js';
import type { ServerProcess } from '../serving/server-process.js';
import { settle } from '../serving/settle.js';
import { takeTurns } from '../turns.js';
import type { Grown } from './report-growth.js';

const CACHE = join(fileURLToPath(new URL('../../../..', import.meta.url)), '.cache');
/** One at a time says what a page costs; more would say how servers share two processors. */
const AT_ONCE = 1;
const MOST = 10_000;

/** A world on which Clarion is served. */
export interface Standing {
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

/** A page of it about a proposal. Throws PlainError where it is answered with errors. */
export async function asksOf(
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

interface Turns {
  rounds: number;
  milliseconds: number;
  say: BenchOptions['say'];
}

type Compare = (page: string, asks: readonly (readonly [size: string, Asks])[]) => Promise<void>;

/** Raises worlds of so many members beside each other, and compares a page in sizes, in turn. */
export async function compareSizes(
  members: readonly number[],
  { rounds, milliseconds, say }: Turns,
  work: (all: readonly Standing[], compare: Compare) => Promise<void>,
): Promise<{ grown: Grown[]; versions: string[] }> {
  const bounds = { atOnce: AT_ONCE, milliseconds, most: MOST };
  const all: Standing[] = [];
  const grown: Grown[] = [];
  const compare: Compare = async (page, asks) => {
    say(`  ${page}`);
    for (const [, one] of asks) await pageTurn(one, bounds);
    const subjects = asks.map(([name, one]) => ({ name, run: () => pageTurn(one, bounds) }));
    grown.push({ page, measured: await takeTurns(subjects, rounds, say) });
  };
  try {
    for (const size of members) all.push(await stand(size, say));
    await work(all, compare);
    return { grown, versions: all[0] ? [all[0].visit.world.version] : [] };
  } finally {
    for (const { server, visit } of all) {
      await server.stop();
      await visit.world.close();
    }
  }
}
