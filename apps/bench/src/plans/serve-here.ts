import { join } from 'node:path';
import type { Database, Statements } from '../api.js';

/** A server in this very process. */
export interface Served {
  address: string;
  /** The cookie of somebody who has just signed in. */
  cookieOf: (memberId: string) => Promise<string>;
  /** Forgets what is kept for all who look within a second, so that it is read again. */
  forget: () => void;
  close: () => Promise<void>;
}

/** Told of every statement, and of the function of the API that asked it; null where TypeORM wrote it. */
export type Hear = (sql: string, values: readonly unknown[], by: string | null) => void;

type Query = (this: unknown, sql: string, values?: readonly unknown[]) => unknown;

const MOST_CALLS = 30;
/** A function of ours: where it stands, built or, as a test may map it, in its source, and what it is called. */
const OURS = /at (?:async )?(?:\w+\.)?(\w+) .*\/apps\/api\/(?:dist|src)\/(.+)\.[jt]s:\d+/;

/** The function of the API that asks, from the calls that led here: `contributions/comment.queries: withAncestors`. */
function whoAsks(): string | null {
  // Whoever else is in this process may have set it to fewer calls.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = MOST_CALLS;
  const lines = new Error().stack?.split('\n') ?? [];
  Error.stackTraceLimit = limit;
  for (const line of lines) {
    const [, name, file] = OURS.exec(line) ?? [];
    if (name && file) return `${file}: ${name}`;
  }
  return null;
}

/** What of the API's build serves it; like `openApi`, without types of its own to import. */
interface Parts {
  buildServer: (clarion: object) => Promise<{
    listen: (port: number, host: string) => Promise<unknown>;
    getUrl: () => Promise<string>;
    get: (kept: unknown) => { forget: () => void };
    close: () => Promise<void>;
  }>;
  readEnvironment: (settings: Record<string, string>) => { keysDirectory: string };
  openLog: (level: 'error') => object;
  openKeyring: (directory: string) => object;
  dataSource: (options: {
    url: string;
    pool: number;
    logger: (sql: string, values?: readonly unknown[]) => void;
  }) => Database;
  begin: (
    tx: Statements,
    memberId: string,
    now: Date,
    how: { by: 'demo'; device: string },
  ) => Promise<string>;
  Orders: unknown;
  ForumCount: unknown;
  SharedPages: unknown;
}

const PARTS = [
  'server',
  'environment',
  'log',
  'keyring/keyring',
  'database/data-source',
  'accounts/session.service',
  'ranking/orders',
  'story/forum-count',
  'graphql/shared/pages',
];

/** Serves Clarion here, on a world's database and keys; every statement is told to `hear`. */
export async function serveHere(
  { url, directory }: { url: string; directory: string },
  hear: Hear,
): Promise<Served> {
  const loaded: object[] = [];
  for (const part of PARTS) loaded.push((await import(`@clarion/api/dist/${part}.js`)) as object);
  const api = Object.assign({}, ...loaded) as Parts;
  const environment = api.readEnvironment({
    NODE_ENV: 'production',
    DATABASE_URL: url,
    CLARION_KEYS: join(directory, 'keys'),
    CLARION_PACE: '0',
    CLARION_DOCUMENTS: 'any',
  });
  const askedBy = new Map<string, string | null>();
  const database = api.dataSource({
    url,
    pool: 4,
    logger: (sql, values) => hear(sql, values ?? [], askedBy.get(sql) ?? null),
  });
  await database.initialize();
  // Of all managers, those of transactions too.
  const managers = Object.getPrototypeOf(database.manager) as { query: Query };
  const { query } = managers;
  managers.query = function (sql, values) {
    askedBy.set(sql, whoAsks());
    return query.call(this, sql, values);
  };
  const app = await api.buildServer({
    environment: { ...environment, servesWeb: false },
    database,
    keys: api.openKeyring(environment.keysDirectory),
    log: api.openLog('error'),
  });
  await app.listen(0, '127.0.0.1');
  return {
    address: await app.getUrl(),
    cookieOf: async (memberId) => {
      const how = { by: 'demo', device: 'The bench' } as const;
      return `clarion=${await api.begin(database.manager, memberId, new Date(), how)}`;
    },
    forget: () => {
      for (const kept of [api.Orders, api.ForumCount, api.SharedPages]) app.get(kept).forget();
    },
    close: async () => {
      await app.close();
      await database.destroy();
      managers.query = query;
    },
  };
}
