import type { BenchOptions } from '../bench.js';
import { reportGrowth } from '../growth/report-growth.js';
import { asksOf, compareSizes } from '../growth/sizes.js';
import { threadOf } from '../pages/visit.js';

/** So many have a thread of 100,000 comments. */
const MEMBERS = 100_000;
const COMMENTS = [1_000, 100_000];
const FULL = { rounds: 5, milliseconds: 1_000 };
const QUICK = { rounds: 3, milliseconds: 400 };

/** `pnpm bench threads`: the first page of a thread by its length. */
export async function benchThreads({ isQuick, say }: BenchOptions) {
  const turns = { ...(isQuick ? QUICK : FULL), say };
  const { grown, versions } = await compareSizes([MEMBERS], turns, async (all, compare) => {
    const asks = all.flatMap((one) =>
      COMMENTS.map(async (comments) => {
        const proposalId = await threadOf(one.visit, comments);
        const name = `${comments.toLocaleString('en-GB')} comments`;
        return [name, await asksOf(one, 'thread', proposalId)] as const;
      }),
    );
    await compare('thread by its length', await Promise.all(asks));
  });
  const about = `of Clarion as \`npm start\` serves it, in a world of ${MEMBERS.toLocaleString('en-GB')} members.`;
  return { text: reportGrowth(about, grown), versions };
}
