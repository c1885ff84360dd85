import { parentPort, workerData } from 'node:worker_threads';
import {
  countByGroup,
  groupCells,
  groupCentres,
  groupShapes,
  opinionGroups,
} from '@clarion/deliberation';

/** Finds opinion groups in a thread of its own, and answers what is kept of them: nobody's place is. */
const { votes, clpOf, statements, leftOut, seed, before } = workerData;
const people = clpOf.length;
const {
  x,
  y,
  iterations: _,
  ...found
} = opinionGroups({ votes, people, statements, leftOut }, { seed, before });
const places = { ...found, x, y };
parentPort.postMessage({
  ...found,
  all: countByGroup(votes, statements, new Int8Array(people), 1),
  counts: countByGroup(votes, statements, found.group, found.k),
  cells: groupCells(votes, statements, { clpOf, group: found.group, groups: found.k }),
  centres: groupCentres(places),
  shapes: groupShapes(places),
});
