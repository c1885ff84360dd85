import { Session } from 'node:inspector';

/** Once what a start has to do is done. */
const AFTER_MS = 10_000;

/**
 * Gives back to the system, some time after the start, the room that the start alone needed: a fifth of what
 * this process holds. V8 grows where much is made at once, and lets go of that only when it is asked to. It
 * takes some tenths of a second, once. Answers how to leave it.
 */
export function giveBackRoom(afterMs = AFTER_MS): () => void {
  const timer = setTimeout(() => {
    const session = new Session();
    session.connect();
    session.post('HeapProfiler.collectGarbage', () => {
      // Not from in here: what calls this holds the lock that disconnecting waits for.
      setImmediate(() => session.disconnect());
    });
  }, afterMs).unref();
  return () => clearTimeout(timer);
}
