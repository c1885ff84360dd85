import { ApolloLink, Observable } from '@apollo/client';
import { createStore, useStore } from '../store';

/** Whether the connection stands over which changes are told. */
const standing = createStore(false);

/** Whether changes are told; while they are not, pages ask now and then. */
export const useLive = (): boolean => useStore(standing, false);

const load = () => import('./speaking');
let speaking: ReturnType<typeof load> | null = null;

/** Listens for what changes. The means are fetched when the first page listens. */
export const liveLink = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      let leave: (() => void) | null = null;
      let isOver = false;
      speaking ??= load();
      speaking.then(
        ({ speak }) => {
          if (!isOver) leave = speak(operation, observer, standing.set);
        },
        (fault) => {
          // The next page that listens tries again.
          speaking = null;
          observer.error(fault);
        },
      );
      return () => {
        isOver = true;
        leave?.();
      };
    }),
);

/** Connects again as whoever is here now: a connection has the rights of whoever opened it. */
export function listenAnew(): void {
  void speaking?.then(({ hangUp }) => hangUp());
}
