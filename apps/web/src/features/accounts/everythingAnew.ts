import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

/** By which the tabs of a browser, which share its session, tell each other that somebody else is here now. */
const CHANNEL = 'clarion:who-is-here';

/** Null in a browser that has none: there a tab finds out when it asks for something. */
const channel = () =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

/** Fetches everything again as whoever is here now, in the other tabs too. What fails is tried by each page itself. */
export async function everythingAnew(client: ApolloClient): Promise<void> {
  const others = channel();
  others?.postMessage(null);
  others?.close();
  await client.resetStore().catch(() => undefined);
}

/** Listens for the other tabs. */
export function useOtherTabs(): void {
  const client = useApolloClient();
  useEffect(() => {
    const others = channel();
    others?.addEventListener('message', () => void client.resetStore().catch(() => undefined));
    return () => others?.close();
  }, [client]);
}
