import { parentPort, workerData } from 'node:worker_threads';
import { rank, rankRange } from '@clarion/deliberation';

/** Measures how firmly each proposal stands under each lens, in a thread of its own. */
const { lenses, input, rules, seed } = workerData;
const options = { seed, clpFloorForBreadth: rules.clpFloorForBreadth };
parentPort.postMessage(
  lenses.map((lens) => {
    const ranking = rank(lens, input, rules);
    return { lens, range: rankRange(input, ranking, options), priorities: ranking.priorities };
  }),
);
