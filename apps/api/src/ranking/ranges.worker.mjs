import { parentPort, workerData } from 'node:worker_threads';
import { rangeIsTold, rank, rankRange } from '@clarion/deliberation';
import '../jobs/give-way.mjs';

/** Measures how firmly each proposal stands under each lens, in a thread of its own. */
const { lenses, input, rules, seed } = workerData;
const options = { seed, clpFloorForBreadth: rules.clpFloorForBreadth };
parentPort.postMessage(
  lenses.map((lens) => {
    const ranking = rank(lens, input, rules);
    const range = rangeIsTold(lens, rules) ? rankRange(input, ranking, options) : null;
    return { lens, range, priorities: ranking.priorities };
  }),
);
