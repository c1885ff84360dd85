import type { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';

/** The longest wait before the connection is tried again. */
const LONGEST = 60_000;
/** How long a connection that nobody needs stays, from one page to the next. */
const LINGERS = 3_000;
/** How often the other end is asked whether it is still there. */
const KNOCK = 30_000;

let client: Client | null = null;

/** Longer each time, and by chance: after a restart not everybody comes at once. */
const waitOf = (times: number) => Math.min(LONGEST, 1_000 * 2 ** times) * (0.5 + Math.random());

function connect(stands: (isLive: boolean) => void): Client {
  return createClient({
    url: new URL('/live', location.href.replace(/^http/, 'ws')).href,
    lazyCloseTimeout: LINGERS,
    keepAlive: KNOCK,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (times) => new Promise((resolve) => setTimeout(resolve, waitOf(times))),
    on: { connected: () => stands(true), closed: () => stands(false) },
  });
}

interface Observer {
  next: (result: ApolloLink.Result) => void;
  error: (fault: unknown) => void;
  complete: () => void;
}

/** Subscribes, by the question's hash where the build knows one. Answers how to end it. */
export function speak(
  { query, variables, operationName, extensions }: ApolloLink.Operation,
  observer: Observer,
  stands: (isLive: boolean) => void,
): () => void {
  client ??= connect(stands);
  const isNamed = 'persistedQuery' in extensions;
  const asked = { variables, operationName: operationName ?? null, extensions };
  return client.subscribe(
    { ...asked, query: isNamed ? '' : print(query) },
    {
      next: (result) => observer.next(result as ApolloLink.Result),
      error: (fault) => observer.error(fault),
      complete: () => observer.complete(),
    },
  );
}

/** Ends the connection; whoever still listens has it opened again. */
export function hangUp(): void {
  client?.terminate();
}
