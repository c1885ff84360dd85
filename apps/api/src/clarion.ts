import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Context } from './accounts/context.js';
import { describeDevice } from './accounts/device.js';
import type { LastWrites } from './accounts/last-writes.js';
import { look, type openSessions, SESSION_SECONDS } from './accounts/session.service.js';
import type { Viewer } from './accounts/viewer.js';
import type { Reading, Replicas } from './database/replicas/replicas.js';
import { inTransaction } from './database/transaction.js';
import type { LastPositions } from './doors/last-position.js';
import type { Paces } from './doors/pace-limits.js';
import type { Environment } from './environment.js';
import { type Keyring } from './keyring/keyring.js';
import type { Log } from './log.js';

/** Everything a running Clarion stands on. */
export interface Clarion {
  environment: Environment;
  database: DataSource;
  keys: Keyring;
  log: Log;
}

/** Where the database is, as its pool was told. */
export const urlOf = ({ options }: DataSource) => (options as { url: string }).url;

/** `__Host-` binds the cookie to this host over TLS; a plain http address on the desk cannot have it. */
export const isSecure = (environment: Environment) => environment.publicUrl.startsWith('https://');
const cookieName = (environment: Environment, name: string) =>
  isSecure(environment) ? `__Host-${name}` : name;

/** How long a browser may take from asking for a code to typing it, or at the party's login. */
const BROWSER_SECONDS = 60 * 60;

/** The token of the session that a request says it is of; null where it says nothing. */
export const tokenOf = ({ environment }: Clarion, request: FastifyRequest): string | null =>
  request.cookies[cookieName(environment, 'clarion')] ?? null;

/** The cookies of a request: the session, and the secret of a browser that is about to have one. */
function cookiesOf(clarion: Clarion, request: FastifyRequest, reply: FastifyReply) {
  const { environment } = clarion;
  const options = {
    path: '/',
    httpOnly: true,
    // Not strict: the party's login sends people back here.
    sameSite: 'lax',
    secure: isSecure(environment),
  } as const;
  const session = cookieName(environment, 'clarion');
  const browser = cookieName(environment, 'clarion-browser');
  return {
    session: tokenOf(clarion, request),
    browser: request.cookies[browser] ?? null,
    setSession: (token: string | null) => {
      if (token) reply.setCookie(session, token, { ...options, maxAge: SESSION_SECONDS });
      else reply.clearCookie(session, options);
    },
    setBrowser: (secret: string) => {
      reply.setCookie(browser, secret, { ...options, maxAge: BROWSER_SECONDS });
    },
  };
}

/** Who opens a connection to listen; it stays open, so nothing can be kept in their browser by its answer. */
export async function listenerOf(
  clarion: Clarion,
  request: FastifyRequest,
): Promise<Viewer | null> {
  const token = tokenOf(clarion, request);
  return token ? look(clarion.database.manager, token, new Date()) : null;
}

/** What the contexts of this server's requests have in common. */
interface Common {
  replicas: Replicas;
  writes: LastWrites;
  positions: LastPositions;
  resume: ReturnType<typeof openSessions>;
  /** What is owed before something is done; nothing where nothing has a pace. */
  owedFor: Paces['owedFor'];
}

/** The context of one request: who asks, what to read from, how to write. */
export async function contextOf(
  clarion: Clarion,
  { replicas, writes, positions, resume, owedFor }: Common,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: readonly string[] = [],
): Promise<Context> {
  const { database, environment, keys } = clarion;
  const now = new Date();
  const address = request.ip;
  const { session, browser, setSession, setBrowser } = cookiesOf(clarion, request, reply);
  const owed = session && asked.length > 0 ? owedFor(asked, { now, address, keys }) : [];
  const resumed = session ? await resume(session, now, owed) : null;
  if (resumed?.fresh) setSession(resumed.fresh);
  const loaders: Context['loaders'] = new Map();
  const viewer = resumed?.viewer ?? null;
  const wrote = () => {
    if (viewer) writes.note(viewer.id);
    positions.give(request);
    // A second act in one request is answered with what it made, not with what was read after the first.
    loaders.clear();
  };
  // No getters: V8 makes a shape of its own for each object that has one, in memory that is only looked through
  // when all is, and with it keeps the whole request.
  const context: Context = {
    db: database.manager,
    onlyToRead: () => replicas.after(context.wroteAt()).db,
    act: async (write) => {
      const result = await inTransaction(database, write);
      wrote();
      return result;
    },
    wrote,
    wroteAt: () => {
      const here = viewer ? writes.of(viewer.id) : Number.NEGATIVE_INFINITY;
      return Math.max(here, positions.wroteAt(request, viewer !== null));
    },
    wait: resumed && owed.length > 0 ? resumed.wait : undefined,
    now,
    loaders,
    interests: viewer?.interests ?? [],
    forAll: null,
    keys,
    environment,
    log: clarion.log,
    isDemo: environment.isDemo,
    viewer,
    sessionToken: resumed?.fresh ?? session,
    setSession,
    browser,
    address,
    setBrowser,
    device: () => describeDevice(request.headers['user-agent']),
  };
  return context;
}

/** The context of nobody in particular, for what is read for everybody at once: it only reads. */
export function contextOfNobody(
  { environment, keys, log }: Clarion,
  { db }: Reading,
  asking: Pick<Context, 'interests' | 'wroteAt' | 'restsOn' | 'differs'>,
): Context {
  const refuse = () => {
    throw new Error('What is read for everybody writes nothing.');
  };
  return {
    ...asking,
    db,
    onlyToRead: () => db,
    act: refuse,
    wrote: refuse,
    now: new Date(),
    loaders: new Map(),
    forAll: null,
    keys,
    environment,
    log,
    isDemo: environment.isDemo,
    viewer: null,
    sessionToken: null,
    setSession: refuse,
    browser: null,
    address: '',
    setBrowser: refuse,
    device: () => '',
  };
}
