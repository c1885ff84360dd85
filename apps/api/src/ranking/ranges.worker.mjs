import { parentPort, workerData } from 'node:worker_threads';
import { rank, rankRange } from '@clarion/deliberation';

/** Measures how firmly each proposal stands under each lens, in a thread of its own. */
const { lenses, input, rules, seed } = workerData;
parentPort.postMessage(
  lenses.map((lens) => {
    const ranking = rank(lens, input, rules);
    const range = lens === 'support@1' ? rankRange(input, ranking, { seed }) : null;
    return { lens, range, priorities: ranking.priorities };
  }),
);
