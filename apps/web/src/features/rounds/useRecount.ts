import { useEffect, useRef, useState } from 'react';
import type {
  RecountAsk,
  RecountFault,
  RecountMessage,
  RecountProgress,
  RecountReport,
} from './report';

export type Recount =
  | { at: 'rest' }
  | { at: 'working'; progress: RecountProgress }
  | { at: 'done'; report: RecountReport }
  | { at: 'failed'; fault: RecountFault };

const beginning: RecountProgress = { doing: 'Fetching the data', share: null };

/** Recounts in a worker of its own, so that the page stays as quick as it was; leaving the page ends it. */
export function useRecount() {
  const [state, setState] = useState<Recount>({ at: 'rest' });
  const running = useRef<Worker | null>(null);
  const stop = () => {
    running.current?.terminate();
    running.current = null;
  };
  useEffect(() => () => running.current?.terminate(), []);
  const start = (ask: RecountAsk) => {
    stop();
    const worker = raiseWorker();
    if (!worker) {
      setState({ at: 'failed', fault: { kind: 'no_worker' } });
      return;
    }
    running.current = worker;
    setState({ at: 'working', progress: beginning });
    const end = (next: Recount) => {
      worker.terminate();
      if (running.current === worker) setState(next);
    };
    worker.onmessage = ({ data }: MessageEvent<RecountMessage>) => {
      if (data.kind === 'progress') setState({ at: 'working', progress: data.progress });
      else if (data.kind === 'done') end({ at: 'done', report: data.report });
      else end({ at: 'failed', fault: data.fault });
    };
    // Its code could not be fetched or understood, or a fault in it.
    worker.onerror = () =>
      end({ at: 'failed', fault: { kind: navigator.onLine ? 'fault' : 'network' } });
    worker.postMessage(ask);
  };
  const cancel = () => {
    stop();
    setState({ at: 'rest' });
  };
  return { state, start, cancel };
}

/** None in a browser of before there were module workers. */
function raiseWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(new URL('./recount.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
