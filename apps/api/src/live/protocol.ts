import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode, makeServer, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { Forbidden } from '../graphql/errors.js';
import type { Asked, Asking } from './asked.js';
import type { Hub } from './hub.js';
import type { Watcher, Wire } from './watcher.js';

/** Subscriptions of one connection; a page of ours has three. */
const MOST = 20;
/** Letters of the name that a client gives a subscription. */
const LONGEST_ID = 100;
/** Messages that a connection may send in ten seconds; a page of ours sends a few as it is opened. */
const MOST_MESSAGES = 60;
const TEN_SECONDS = 10_000;

/** Whoever is at the other end, as far as the protocol looks. */
export interface Caller<Viewer> {
  viewer: Viewer | null;
  wire: Wire;
  /** Whether it may send documents of its own. */
  mayAskFreely: boolean;
}

export interface Speaking<Viewer> {
  hub: Hub;
  /** The text of a document that is named by its hash; null where there is none. */
  textOf: (extensions: SubscribePayload['extensions']) => Promise<string | null>;
  read: (asking: Asking, viewer: Viewer | null) => Asked;
  /** Makes an error into what may be told. */
  mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

const NOT_OURS = 'This server takes only what its own pages ask.';

/** A subscription that tells nothing by itself: the hub sends, around it. It lasts until it is ended. */
function lasting(begin: (end: () => void) => () => void): AsyncIterableIterator<never, void> {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const leave = begin(end);
  const done = { done: true, value: undefined } as const;
  const last = async () => {
    leave();
    end();
    return done;
  };
  const itself: AsyncIterableIterator<never, void> = {
    next: () => ended.then(last),
    return: last,
    [Symbol.asyncIterator]: () => itself,
  };
  return itself;
}

/** What graphql-ws passes from the reading of a message to its subscribing. */
interface Passed<Viewer> {
  caller: Caller<Viewer>;
  messageId: string;
  asked: Asked;
}

async function prepare<Viewer>(
  speaking: Speaking<Viewer>,
  caller: Caller<Viewer>,
  payload: SubscribePayload,
): Promise<Asked> {
  const { hub, textOf, read } = speaking;
  const isFree = payload.query !== '';
  if (isFree && !caller.mayAskFreely) throw new Forbidden(NOT_OURS);
  const query = isFree ? payload.query : await textOf(payload.extensions);
  if (query === null) {
    throw new GraphQLError('This page is of an older version of Clarion. Load it again.', {
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
  }
  const asked = read({ ...payload, query }, caller.viewer);
  const topic = hub.topic(asked.field);
  if (!topic || (await hub.refuses(topic, asked.id, caller.wire.memberId))) {
    throw new Forbidden('That is hidden from you until you have voted on it yourself.');
  }
  return asked;
}

function subscribe<Viewer>({ hub }: Speaking<Viewer>, passed: Passed<Viewer>) {
  const { caller, messageId, asked } = passed;
  return lasting((end) => {
    const watcher: Watcher = {
      wire: caller.wire,
      head: `{"id":${JSON.stringify(messageId)},"type":"next","payload":`,
      isBehind: true,
      isGone: false,
      end,
    };
    const { field, id, write } = asked;
    const make = () => ({ topic: field, id, write, last: null, watchers: new Set<Watcher>() });
    return hub.watch(asked.key, watcher, make);
  });
}

/** Counts messages, and says when there are too many. */
function paceOfMessages() {
  let since = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (): boolean => {
    const now = performance.now();
    if (now - since > TEN_SECONDS) {
      since = now;
      count = 0;
    }
    count += 1;
    return count > MOST_MESSAGES;
  };
}

/** Speaks graphql-transport-ws with whoever opens a connection. What is no message of it ends the connection, and nothing else. */
export function protocol<Viewer>(speaking: Speaking<Viewer>) {
  const masked = (error: unknown) => {
    const told =
      error instanceof GraphQLError
        ? error
        : new GraphQLError('', { originalError: error instanceof Error ? error : null });
    const { message, extensions } = speaking.mask(told.toJSON(), error);
    return [new GraphQLError(message, { extensions: extensions ?? null })];
  };
  const server = makeServer<Record<string, unknown>, Caller<Viewer>>({
    connectionInitWaitTimeout: TEN_SECONDS,
    onSubscribe: async ({ extra: caller, subscriptions }, messageId, payload) => {
      if (messageId.length > LONGEST_ID || Object.keys(subscriptions).length > MOST) {
        caller.wire.close(CloseCode.BadRequest, 'Too much');
        return [new GraphQLError('Too much')];
      }
      try {
        const asked = await prepare(speaking, caller, payload);
        const passed: Passed<Viewer> = { caller, messageId, asked };
        return { ...asked.execution, contextValue: passed };
      } catch (error) {
        return masked(error);
      }
    },
    subscribe: ({ contextValue }) => subscribe(speaking, contextValue as Passed<Viewer>),
  });
  return (socket: WebSocket, caller: Caller<Viewer>): void => {
    const isTooMuch = paceOfMessages();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => {
          if (socket.readyState === socket.OPEN) socket.send(text);
        },
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on('message', (data) => {
            if (socket.readyState !== socket.OPEN) return;
            if (isTooMuch()) return socket.close(CloseCode.BadRequest, 'Too many messages');
            take(String(data)).catch(() => socket.close(CloseCode.BadRequest, 'Bad request'));
          });
        },
      },
      caller,
    );
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  };
}
