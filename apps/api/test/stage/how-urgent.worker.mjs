import { readlinkSync } from 'node:fs';
import { getPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

/** Answers the priority of its thread, after what it is told to import. */
if (workerData) await import(workerData);
const [thread] = readlinkSync('/proc/thread-self').match(/\d+$/);
parentPort.postMessage(getPriority(Number(thread)));
