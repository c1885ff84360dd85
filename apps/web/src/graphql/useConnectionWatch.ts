import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { type ConnectionState, noteReached, useConnection } from './connection';

/** How often an API that did not answer is asked again, in milliseconds. */
const EVERY = 10_000;

async function knock(): Promise<void> {
  try {
    const answer = await fetch('/health');
    if (answer.ok) noteReached(true);
  } catch {
    // Still away: the next knock may be answered.
  }
}

/** Once in the layout: asks again while the API is away, and refreshes the page when it is back. */
export function useConnectionWatch(): ConnectionState {
  const state = useConnection();
  const client = useApolloClient();
  const wasAway = useRef(false);
  useEffect(() => {
    if (state === 'fine') {
      if (wasAway.current) void client.refetchQueries({ include: 'active' });
      wasAway.current = false;
      return;
    }
    wasAway.current = true;
    if (state === 'offline') return;
    const timer = setInterval(() => void knock(), EVERY);
    return () => clearInterval(timer);
  }, [state, client]);
  return state;
}
