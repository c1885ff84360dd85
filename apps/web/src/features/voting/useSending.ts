import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../graphql/connection';
import { waitOf } from '../../graphql/explain';

/** How long to wait before something is sent again after a fault that says nothing of it, in milliseconds. */
const AGAIN = 8_000;

/** taken: it was answered, one way or the other · signed-out: it waits for who sent it. */
export type Sent = 'taken' | 'signed-out';

/**
 * Sends what waits in this browser as soon as Clarion can be reached. `next` is what comes first, as
 * text, so that it is the same for as long as it waits; null for nothing. `send` stays the same function.
 */
export function useSending(
  memberId: string | undefined,
  next: string | null,
  send: (client: ApolloClient, memberId: string, next: string) => Promise<Sent>,
): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'fine';
  /** One at a time: of two that are on their way the earlier could arrive last, and stand. */
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    if (!memberId || next === null || !isOnline) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const attempt = async () => {
      await underWay.current;
      if (isGone) return;
      const sending = send(client, memberId, next);
      underWay.current = sending.catch(() => undefined);
      try {
        const sent = await sending;
        if (sent === 'signed-out') await client.refetchQueries({ include: ['Shell'] });
      } catch (fault) {
        const told = waitOf(fault);
        const wait = told === null ? AGAIN : told * 1000;
        if (!isGone) timer = setTimeout(() => void attempt(), wait);
      }
    };
    void attempt();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [memberId, next, isOnline, client, send]);
}
