import type { BenchOptions } from '../bench.js';
import { PAGE_NAMES, PAGES } from '../pages/pages.js';
import { threadOf } from '../pages/visit.js';
import { reportGrowth } from './report-growth.js';
import { asksOf, compareSizes } from './sizes.js';

const FULL = { members: [10_000, 100_000, 1_000_000], rounds: 5, milliseconds: 1_000 };
const QUICK = { members: [10_000, 100_000], rounds: 3, milliseconds: 400 };
const COMMENTS = 1_000;

/** `pnpm bench growth`: the same pages in parties of different sizes. */
export async function benchGrowth({ isQuick, say }: BenchOptions) {
  const { members, ...turns } = isQuick ? QUICK : FULL;
  const { grown, versions } = await compareSizes(
    members,
    { ...turns, say },
    async (all, compare) => {
      for (const page of PAGE_NAMES) {
        const asks = all.map(async (one) => {
          const proposalId = await threadOf(one.visit, COMMENTS);
          const name = `${one.members.toLocaleString('en-GB')} members`;
          return [name, await asksOf(one, page, proposalId)] as const;
        });
        await compare(PAGES[page].title, await Promise.all(asks));
      }
    },
  );
  const about = `of Clarion as \`npm start\` serves it on worlds of different sizes that stand beside each other; every size has its own Postgres. The consultation is the one that is looked at most; it has 100 proposals in the two smaller worlds and 1,000 in the largest. Threads have 1,000 comments each.`;
  return { text: reportGrowth(about, grown), versions };
}
