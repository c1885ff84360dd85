import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useLive } from './live';

/** How often a page asks that is told nothing, and by how much that differs, in milliseconds. */
const ASK_EVERY = 10_000;
const GIVE_OR_TAKE = 3_000;

function watchVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const useVisible = (): boolean =>
  useSyncExternalStore(
    watchVisibility,
    () => document.visibilityState === 'visible',
    () => false,
  );

interface Listening<Told> {
  /** Given how it stands, at first and whenever it has changed. */
  hear: (told: Told) => void;
  /** Asks how it stands, where nothing is told; null where it is not there. */
  ask: () => Promise<Told | null>;
  /** Left out: listens. */
  isOff?: boolean;
}

/**
 * Hears what changes while the page is looked at. Where the connection does not come, asks now and then.
 * A page in the background does neither, and hears how it stands when it is looked at again.
 */
export function useNews<Data, Told, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  toldIn: (data: Data) => Told | null | undefined,
  { hear, ask, isOff = false }: Listening<Told>,
): void {
  const client = useApolloClient();
  const isOn = useVisible() && !isOff;
  const isLive = useLive();
  const key = JSON.stringify(variables);
  const heard = useEffectEvent((data: Data | null | undefined) => {
    const told = data && toldIn(data);
    if (told) hear(told);
  });
  const asked = useEffectEvent(async () => {
    // What does not come is asked for again; the connection's banner says why.
    const told = await ask().catch(() => null);
    if (told) hear(told);
  });

  useEffect(() => {
    if (!isOn) return;
    const listening = client
      .subscribe<Data, Variables>({
        query: document,
        variables: JSON.parse(key) as Variables,
        fetchPolicy: 'no-cache',
      })
      .subscribe({ next: ({ data }) => heard(data), error: () => undefined });
    return () => listening.unsubscribe();
  }, [client, document, key, isOn]);

  useEffect(() => {
    if (!isOn || isLive) return;
    const every = ASK_EVERY + (Math.random() * 2 - 1) * GIVE_OR_TAKE;
    const timer = setInterval(() => void asked(), every);
    return () => clearInterval(timer);
  }, [isOn, isLive]);
}
