import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type Environment, readEnvironment } from '../environment.js';
import { prepareQueue } from '../jobs/queue.js';
import { type Keyring, openKeyring } from '../keyring/keyring.js';
import { PlainError } from '../plain-error.js';
import { dataSource } from './data-source.js';
import { findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';

export interface Opened {
  environment: Environment;
  /** Where Postgres is. Holds its password. */
  url: string;
  database: DataSource;
  keys: Keyring;
  close: () => Promise<void>;
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET']);
const SAYINGS: Record<string, string> = {
  '28P01': 'it does not accept the user and password',
  '28000': 'it does not accept the user',
  '3D000': 'it has no database of that name',
  '42501': 'the user may not do that there',
};

/** What went wrong with the database at DATABASE_URL, without its password. */
function plainly(fault: unknown, url: string): Error {
  const code = (fault as { code?: string }).code ?? '';
  const { host, pathname } = new URL(url);
  const where = `the database at ${host}${pathname}`;
  if (UNREACHABLE.has(code)) {
    return new PlainError(
      `Cannot reach ${where} (DATABASE_URL). Is it running, and is the address right?`,
    );
  }
  const saying = SAYINGS[code];
  return saying
    ? new PlainError(`Cannot use ${where} (DATABASE_URL): ${saying}.`)
    : (fault as Error);
}

/** Where Postgres is: at DATABASE_URL, or the one that Clarion brings along: started now, or running already for another command. */
async function postgres(environment: Environment, mayShare: boolean) {
  if (environment.databaseUrl) {
    if (!URL.canParse(environment.databaseUrl)) {
      throw new PlainError(
        'DATABASE_URL is not an address. Write it as postgres://user:password@host:5432/name.',
      );
    }
    return { url: environment.databaseUrl, stop: async () => undefined };
  }
  const directory = join(environment.dataDirectory, 'postgres');
  const running = mayShare ? findRunningPostgres(directory) : null;
  return running
    ? { url: running, stop: async () => undefined }
    : startEmbeddedPostgres({ directory });
}

export interface OpenOptions {
  /** Milliseconds; 0 for imports, which take their time. */
  statementTimeout?: number;
  /** Whether a Postgres that another process of ours started may be used: yes for commands, no for a second server. */
  mayShare?: boolean;
  /** Leaves the database as it is: no table is made or changed. */
  asItIs?: boolean;
}

/** Opens the database that the environment names, brings its tables up to date, and opens the keyring. */
export async function open({
  statementTimeout,
  mayShare = false,
  asItIs = false,
}: OpenOptions = {}): Promise<Opened> {
  const environment = readEnvironment();
  const server = await postgres(environment, mayShare);
  const database = dataSource({
    url: server.url,
    pool: environment.databasePool,
    ...(statementTimeout !== undefined && { statementTimeout }),
  });
  try {
    await database.initialize();
    if (!asItIs) await migrate(database);
    if (!asItIs) await prepareQueue(server.url);
  } catch (fault) {
    if (database.isInitialized) await database.destroy();
    await server.stop();
    throw plainly(fault, server.url);
  }
  return {
    environment,
    url: server.url,
    database,
    keys: openKeyring(environment.keysDirectory),
    close: async () => {
      await database.destroy();
      await server.stop();
    },
  };
}
