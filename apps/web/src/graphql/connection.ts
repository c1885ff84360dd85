import { useSyncExternalStore } from 'react';
import { createStore, useStore } from '../store';

export type ConnectionState = 'fine' | 'offline' | 'unreachable';

/** Whether the last request reached the API. */
const reached = createStore(true);

export function noteReached(didReach: boolean): void {
  reached.set(didReach);
}

function watchNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** offline: no network at all. unreachable: a network, but the API does not answer. */
export function useConnection(): ConnectionState {
  const isOnline = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  const didReach = useStore(reached, true);
  if (!isOnline) return 'offline';
  return didReach ? 'fine' : 'unreachable';
}
