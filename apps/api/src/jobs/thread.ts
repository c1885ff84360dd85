import { type TransferListItem, Worker } from 'node:worker_threads';

/**
 * Runs a file of ours in a thread of its own, so that pages are answered meanwhile. It finds `input` as
 * its `workerData` and posts one message, which is the answer. What is in `moved` goes over instead of
 * being copied, and is empty here afterwards.
 */
export function inThread<Answer>(
  file: URL,
  input: unknown,
  options: { moved?: TransferListItem[]; signal?: AbortSignal | undefined } = {},
): Promise<Answer> {
  const { moved = [], signal } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const thread = new Worker(file, { workerData: input, transferList: moved });
    const interrupt = () => {
      reject(signal?.reason as Error);
      void thread.terminate();
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal?.removeEventListener('abort', interrupt);
      reject(new Error(`The thread ended without an answer (code ${code}).`));
    });
  });
}
