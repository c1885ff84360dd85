import { parentPort } from 'node:worker_threads';
import { countByGroup, groupCentres, groupShapes, opinionGroups } from '@clarion/deliberation';
import '../jobs/give-way.mjs';

/** What is kept of the groups: nobody's place is. */
function find({ votes, people, statements, leftOut, seed, before }) {
  const {
    x,
    y,
    iterations: _,
    ...found
  } = opinionGroups({ votes, people, statements, leftOut }, { seed, before });
  const places = { ...found, x, y };
  return {
    ...found,
    all: countByGroup(votes, statements, new Int8Array(people), 1),
    counts: countByGroup(votes, statements, found.group, found.k),
    centres: groupCentres(places),
    shapes: groupShapes(places),
  };
}

/** Finds opinion groups in a thread of its own, which is kept while votes come in. */
parentPort.on('message', (input) => parentPort.postMessage(find(input)));
