import type { KeptRecord } from './keptRecord';
import { type CheckMessage, checkRecord } from './recordCheck';

/** One check, off the page's thread. The page ends the worker when it has its answer. */
self.onmessage = ({ data }: MessageEvent<KeptRecord | null>) => {
  const say = (message: CheckMessage) => self.postMessage(message);
  void checkRecord(data, (progress) => say({ kind: 'progress', progress })).then(say, (fault) => {
    say({ kind: 'failed', fault: { kind: 'fault' } });
    // On the console, for those who look for the mistake.
    throw fault;
  });
};
