import { type Client, type CloseCode, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { begin } from '../../src/accounts/session.service.js';
import { memberId } from '../../src/demo/ids.js';
import type { PersonKey } from '../../src/demo/script.js';
import { AT_A_TEST, type Stage } from './stage.js';

/** What somebody heard of one subscription. */
export interface Heard<T = any> {
  news: (T | null)[];
  errors: { message: string; extensions?: { code?: string } }[];
  /** Whether the server ended it. */
  isOver: boolean;
  leave: () => void;
}

/** Somebody's connection, kept open, that does not come again by itself. */
export interface Listener {
  hear: <T = any>(document: string, variables: Record<string, unknown>) => Heard<T>;
  /** The code with which it was closed; null while it is open. */
  closed: () => number | null;
  end: () => void;
}

export const tokenOf = (stage: Stage, person: PersonKey) =>
  begin(stage.database.manager, memberId(person), new Date(), AT_A_TEST);

export const liveAt = ({ address }: Pick<Stage, 'address'>) =>
  `${address.replace(/^http/, 'ws')}/live`;

/** Waits until something is so; fails the test when it never is. */
export async function until(isSo: () => boolean, what: string, most = 10_000): Promise<number> {
  const since = performance.now();
  while (!isSo()) {
    if (performance.now() - since > most) throw new Error(`Waited ${most} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - since;
}

/** Connects as a browser of ours does, with a session or as a visitor. */
export function listen(
  stage: Pick<Stage, 'address'>,
  token: string | null,
  headers: Record<string, string> = {},
): Listener {
  let code: number | null = null;
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, {
        headers: { ...headers, ...(token && { cookie: `clarion=${token}` }) },
      });
    }
  }
  const client: Client = createClient({
    url: liveAt(stage),
    webSocketImpl: WithCookie,
    retryAttempts: 0,
    lazy: true,
    onNonLazyError: () => undefined,
    on: { closed: (event) => (code = (event as { code: CloseCode }).code) },
  });
  return {
    hear(query, variables) {
      const heard: Heard = { news: [], errors: [], isOver: false, leave: () => undefined };
      heard.leave = client.subscribe<Record<string, unknown>>(
        { query, variables },
        {
          next: ({ data }) => heard.news.push(Object.values(data ?? {})[0] ?? null),
          error: (fault) => {
            if (Array.isArray(fault)) heard.errors.push(...fault);
            heard.isOver = true;
          },
          complete: () => {
            heard.isOver = true;
          },
        },
      );
      return heard;
    },
    closed: () => code,
    end: () => void client.dispose(),
  };
}
