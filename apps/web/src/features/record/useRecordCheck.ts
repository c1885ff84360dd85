import { useEffect, useRef, useState } from 'react';
import { keepRecord, keptRecord } from './keptRecord';
import type { CheckMessage, CheckProgress, RecordFault, RecordReport } from './recordCheck';

export type Checking =
  | { at: 'rest' }
  | { at: 'working'; progress: CheckProgress }
  | { at: 'done'; report: RecordReport; took: number }
  | { at: 'failed'; fault: RecordFault };

const beginning: CheckProgress = { doing: 'Fetching what was signed', share: null };

/** Checks in a worker of its own, so that the page stays as quick as it was; leaving the page ends it. */
export function useRecordCheck() {
  const [state, setState] = useState<Checking>({ at: 'rest' });
  const running = useRef<Worker | null>(null);
  useEffect(() => () => running.current?.terminate(), []);
  const start = () => {
    running.current?.terminate();
    const worker = raiseWorker();
    running.current = worker;
    if (!worker) {
      setState({ at: 'failed', fault: { kind: 'no_worker' } });
      return;
    }
    const begun = performance.now();
    setState({ at: 'working', progress: beginning });
    const end = (next: Checking) => {
      worker.terminate();
      if (running.current === worker) setState(next);
    };
    worker.onmessage = ({ data }: MessageEvent<CheckMessage>) => {
      if (data.kind === 'progress') setState({ at: 'working', progress: data.progress });
      else if (data.kind === 'failed') end({ at: 'failed', fault: data.fault });
      else {
        keepRecord(data.report.keep);
        end({ at: 'done', report: data.report, took: performance.now() - begun });
      }
    };
    // Its code could not be fetched or understood, or a fault in it.
    worker.onerror = () =>
      end({ at: 'failed', fault: { kind: navigator.onLine ? 'fault' : 'network' } });
    worker.postMessage(keptRecord());
  };
  const cancel = () => {
    running.current?.terminate();
    running.current = null;
    setState({ at: 'rest' });
  };
  /** From now on the record is known by another key, and what was signed with the earlier one is forgotten. */
  const takeKey = (key: string) => {
    keepRecord({ key, note: null });
    start();
  };
  return { state, start, cancel, takeKey };
}

/** None in a browser of before there were module workers. */
function raiseWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(new URL('./record.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
