import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Wire } from '../live/watcher.js';
import { isLoopback, networkOf } from './pace.js';

/** Where subscriptions are spoken. */
export const LIVE = '/live';

/** Bytes of a message; a page of ours sends its document's hash, under 500. */
const LARGEST_MESSAGE = 8 * 1024;
/** Connections at once: of one account, of one household or office, of this instance. */
const MOST = { account: 20, network: 500, all: 20_000 };
/** Seconds until whoever finds it full should try again. */
const AGAIN = 30;
/** How often the other end is asked whether it is there. */
const KNOCK_MS = 30_000;
/** Bytes that may wait for a reader; past that it is let go, and comes again if it is there. */
const DEAF = 1024 * 1024;
/** How long clients have to say goodbye when the server stops. */
const GOODBYE_MS = 500;

/** Who opens a connection; a visitor is null. */
interface Opener {
  id: string;
  sessionId: string | null;
}

interface Options<Viewer extends Opener> {
  /** Who opens it. */
  viewerOf: (request: FastifyRequest) => Promise<Viewer | null>;
  /** What is spoken over it. */
  speak: (socket: WebSocket, wire: Wire, viewer: Viewer | null, request: FastifyRequest) => void;
}

/** Counts what is open, by whatever it is counted by. */
function counting() {
  const counts = new Map<string, number>();
  return {
    of: (key: string) => counts.get(key) ?? 0,
    add(key: string, by: 1 | -1) {
      const count = (counts.get(key) ?? 0) + by;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    },
  };
}

/** What a connection is counted by. Behind a proxy that was not named everybody has one address. */
function keysOf(request: FastifyRequest, viewer: Opener | null): Map<string, number> {
  const network = networkOf(request.ip);
  return new Map([
    ['all', MOST.all],
    ...(viewer ? [[`account ${viewer.id}`, MOST.account] as const] : []),
    ...(isLoopback(network) ? [] : [[`network ${network}`, MOST.network] as const]),
  ]);
}

const wireOf = (socket: WebSocket, viewer: Opener | null): Wire => ({
  memberId: viewer?.id ?? null,
  sessionId: viewer?.sessionId ?? null,
  send: (text) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > DEAF) socket.terminate();
    else socket.send(text);
  },
  waiting: () => socket.bufferedAmount,
  close: (code, reason) => socket.close(code, reason),
});

/** Lets go of connections whose other end no longer answers. */
function knock(sockets: ReadonlySet<WebSocket>): NodeJS.Timeout {
  const answered = new WeakSet<WebSocket>();
  const asked = new WeakSet<WebSocket>();
  return setInterval(() => {
    for (const socket of sockets) {
      if (asked.has(socket) && !answered.has(socket)) {
        socket.terminate();
        continue;
      }
      if (!asked.has(socket)) socket.on('pong', () => answered.add(socket));
      asked.add(socket);
      answered.delete(socket);
      socket.ping();
    }
  }, KNOCK_MS).unref();
}

/** Says goodbye to all, and does not wait long for their answer. */
function closeAll(sockets: ReadonlySet<WebSocket>): Promise<void> {
  for (const socket of sockets) socket.close(1001, 'The server stops');
  return new Promise((resolve) => {
    const end = () => {
      for (const socket of sockets) socket.terminate();
      resolve();
    };
    if (sockets.size === 0) end();
    else setTimeout(end, GOODBYE_MS);
  });
}

/**
 * Opens the address to which browsers connect to be told of changes. A connection passes the same doors as a
 * request; it is counted, so that nobody holds all of them.
 */
export async function openLive<Viewer extends Opener>(
  fastify: FastifyInstance,
  { viewerOf, speak }: Options<Viewer>,
): Promise<void> {
  const open = counting();
  const sockets = new Set<WebSocket>();
  const opening = new WeakMap<FastifyRequest, { viewer: Viewer | null; leave: () => void }>();

  await fastify.register(websocket, {
    options: {
      maxPayload: LARGEST_MESSAGE,
      perMessageDeflate: false,
      handleProtocols: (offered: Set<string>) =>
        offered.has('graphql-transport-ws') && 'graphql-transport-ws',
    },
    errorHandler: (_fault, socket) => socket.terminate(),
    preClose: (done) => void closeAll(sockets).then(() => done()),
  });
  const timer = knock(sockets);
  // Whoever was refused before it was known that they want to listen would stay connected.
  fastify.addHook('onResponse', async ({ headers, raw }) => {
    if (headers.upgrade !== undefined) raw.socket.destroySoon();
  });
  fastify.addHook('onClose', async () => clearInterval(timer));

  const enter = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.ws) return reply.code(404).send();
    const viewer = await viewerOf(request).catch(() => undefined);
    // The database is out of reach.
    if (viewer === undefined) return reply.code(503).header('retry-after', String(AGAIN)).send();
    const keys = keysOf(request, viewer);
    const full = [...keys].find(([key, most]) => open.of(key) >= most);
    if (full) {
      const code = full[0] === 'all' ? 503 : 429;
      return reply.code(code).header('retry-after', String(AGAIN)).send();
    }
    for (const key of keys.keys()) open.add(key, 1);
    let isIn = true;
    const leave = () => {
      if (isIn) for (const key of keys.keys()) open.add(key, -1);
      isIn = false;
    };
    // Also where it ends before it was opened.
    request.raw.socket.once('close', leave);
    opening.set(request, { viewer, leave });
    return undefined;
  };
  fastify.get(LIVE, { websocket: true, preHandler: enter }, (socket, request) => {
    const { viewer = null, leave } = opening.get(request) ?? {};
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      leave?.();
    });
    speak(socket, wireOf(socket, viewer), viewer, request);
  });
}
