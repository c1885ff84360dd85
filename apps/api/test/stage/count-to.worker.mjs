import { parentPort, threadId } from 'node:worker_threads';

/** Answers which thread it is and how often it was asked; "fail" is a fault, "wait" is never answered. */
let asked = 0;
parentPort.on('message', (input) => {
  if (input === 'fail') throw new Error('It was asked to fail.');
  asked += 1;
  if (input !== 'wait') parentPort.postMessage({ threadId, asked });
});
