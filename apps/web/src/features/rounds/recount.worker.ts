import { recountBundle } from './recountBundle';
import type { RecountAsk, RecountMessage } from './report';

/** One recount, off the page's thread. The page ends the worker when it has its answer. */
self.onmessage = ({ data }: MessageEvent<RecountAsk>) => {
  const say = (message: RecountMessage) => self.postMessage(message);
  void recountBundle(data, (progress) => say({ kind: 'progress', progress })).then(say, (fault) => {
    say({ kind: 'failed', fault: { kind: 'fault' } });
    // On the console, for those who look for the mistake.
    throw fault;
  });
};
