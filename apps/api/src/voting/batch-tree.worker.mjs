import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { treeOverList } from '@clarion/record';
import '../jobs/give-way.mjs';

/** Makes the tree over the commitments of a large batch, in a thread of its own. */
parentPort.postMessage(treeOverList(workerData, (bytes) => hash('sha256', bytes, 'buffer')));
