import { type TransferListItem, Worker } from 'node:worker_threads';

interface ThreadOptions {
  /** What goes over instead of being copied, and is empty here afterwards. */
  moved?: TransferListItem[];
  signal?: AbortSignal | undefined;
}

/** The one message that a thread answers with; whoever interrupts it ends it. */
function answerOf<Answer>(thread: Worker, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const interrupt = () => {
      reject(signal?.reason as Error);
      void thread.terminate();
    };
    const ended = (code: number) =>
      reject(new Error(`The thread ended without an answer (code ${code}).`));
    signal?.addEventListener('abort', interrupt, { once: true });
    thread.once('error', reject);
    thread.once('exit', ended);
    thread.once('message', (answer: Answer) => {
      signal?.removeEventListener('abort', interrupt);
      thread.off('error', reject).off('exit', ended);
      resolve(answer);
    });
  });
}

/**
 * Runs a file of ours in a thread of its own, so that pages are answered meanwhile. It finds `input` as
 * its `workerData` and posts one message, which is the answer.
 */
export async function inThread<Answer>(
  file: URL,
  input: unknown,
  { moved = [], signal }: ThreadOptions = {},
): Promise<Answer> {
  signal?.throwIfAborted();
  return answerOf<Answer>(new Worker(file, { workerData: input, transferList: moved }), signal);
}

/**
 * The same for what comes again and again: the thread stays for `idleMs` after an answer, its code compiled,
 * and then goes, with what it still holds. Its file answers each message with one. One input at a time;
 * a fault or an interruption ends the thread, and the next input has a new one.
 */
export function keptThread(file: URL, idleMs: number) {
  let kept: Worker | null = null;
  let goes: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = () => {
    const thread = new Worker(file);
    thread.once('exit', () => {
      if (kept === thread) kept = null;
    });
    return thread;
  };
  const ask = async <Answer>(input: unknown, { moved = [], signal }: ThreadOptions) => {
    signal?.throwIfAborted();
    clearTimeout(goes);
    kept ??= start();
    const thread = kept;
    thread.ref();
    try {
      const answer = answerOf<Answer>(thread, signal);
      thread.postMessage(input, moved);
      return await answer;
    } catch (fault) {
      if (kept === thread) kept = null;
      void thread.terminate();
      throw fault;
    } finally {
      // Whoever waits for nothing else may end.
      thread.unref();
      goes = setTimeout(() => void kept?.terminate(), idleMs).unref();
    }
  };
  return <Answer>(input: unknown, options: ThreadOptions = {}): Promise<Answer> => {
    const asked = last.then(() => ask<Answer>(input, options));
    last = asked.catch(() => undefined);
    return asked;
  };
}
