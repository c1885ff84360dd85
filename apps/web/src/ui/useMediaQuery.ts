import { useCallback, useSyncExternalStore } from 'react';

/** From here on there is room for two columns; the same as `desk:`. */
export const DESK = '(min-width: 60rem)';

/** Whether the screen is like this; false on the server, where phones come first. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
