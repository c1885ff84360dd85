import { useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';

const never = () => () => undefined;

/** What stands after the # of the address, without it. Browsers keep it to themselves: empty for a server. */
export function useHash(): string {
  const { hash } = useLocation();
  return useSyncExternalStore(
    never,
    () => decodeURIComponent(hash.slice(1)),
    () => '',
  );
}
