import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Log } from '../../log.js';
import { PlainError } from '../../plain-error.js';
import { PreparingClient } from '../prepared.js';
import { keepAsking, SILENT_MS } from './asking.js';
import { bytesOf, IDENTITY, type Primary } from './primary.js';

const REPLAYED = `SELECT pg_is_in_recovery() AS "isFollowing", pg_last_wal_replay_lsn() AS position`;

/** It took its time already: to ask again would take twice as long. */
const TOO_LONG = '57014';
/** A statement that writes. */
const READ_ONLY = '25006';

export interface Replica {
  /** Reads there. Whatever goes wrong there is asked of the primary, so that nobody sees it. */
  db: EntityManager;
  /** Shows all that was acknowledged before this moment of `performance.now()`; −∞ while it is gone. */
  at: () => number;
  stop: () => Promise<void>;
}

interface Options {
  url: string;
  /** The most connections. */
  pool: number;
  database: DataSource;
  primary: Primary;
  log: Log;
}

/** An address without its user and password. */
export function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? decodeURIComponent(host)}${pathname}`;
}

/** Connections to read on, for as long as the one lasts over which the replica is watched. */
function openPool(url: string, max: number) {
  const clients = new Set<pg.PoolClient>();
  const pool = new pg.Pool({
    connectionString: url,
    max,
    Client: PreparingClient,
    application_name: 'clarion',
    statement_timeout: 2000,
    // Past this the primary is asked: also when more is wanted than one replica can give.
    connectionTimeoutMillis: SILENT_MS,
    // Also when it has just been made the primary.
    options: '-c default_transaction_read_only=on',
  });
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));
  pool.on('error', () => undefined);
  return {
    query: async (sql: string, parameters?: unknown[]): Promise<unknown> =>
      (await pool.query(sql, parameters)).rows,
    /** Also what is under way ends. */
    close: async () => {
      for (const client of clients as Set<pg.PoolClient & pg.Client>) {
        client.end().catch(() => undefined);
      }
      await pool.end();
    },
  };
}

/**
 * A streaming replica, watched all the time. After a restart it may show less than it did before, so its
 * connections are let go with the one over which it is watched, and made anew when it answers again.
 */
export function openReplica({ url, pool: most, database, primary, log }: Options): Replica {
  let pool: ReturnType<typeof openPool> | null = null;
  let replayed: bigint | null = null;
  let heardAt = Number.NEGATIVE_INFINITY;
  let said = '';

  const say = (level: 'info' | 'warn', what: string) => {
    if (said !== what) log[level](`The replica at ${placeOf(url)} ${what}`);
    said = what;
  };
  const close = () => {
    const closing = pool;
    pool = null;
    replayed = null;
    return closing?.close().catch(() => undefined);
  };
  const stop = keepAsking<{ isFollowing: boolean; position: string | null }>({
    url,
    ask: REPLAYED,
    met: async (client) => {
      const { rows } = await client.query<{ identity: string }>(IDENTITY);
      const identity = primary.identity();
      if (identity !== null && rows[0]?.identity !== identity) {
        throw new PlainError('holds another database than DATABASE_URL.');
      }
      if (identity === null) throw new Error('The primary has not been asked yet.');
      pool = openPool(url, most);
    },
    heard: ({ isFollowing, position }) => {
      if (!isFollowing) throw new PlainError('is no replica: it follows no primary.');
      replayed = bytesOf(position ?? '');
      heardAt = performance.now();
      say('info', 'is read from.');
    },
    lost: (fault) => {
      void close();
      log.debug(fault);
      if (primary.identity() === null) return;
      say('warn', fault instanceof PlainError ? fault.message : 'is gone; the primary is read.');
    },
  });

  const query = async (sql: string, parameters?: unknown[]): Promise<unknown> => {
    try {
      if (pool) return await pool.query(sql, parameters);
    } catch (fault) {
      const { code } = fault as { code?: string };
      if (code === TOO_LONG) throw fault;
      if (code === READ_ONLY) log.error(fault, 'reading from a replica');
      else log.debug(fault);
    }
    return database.manager.query(sql, parameters);
  };

  return {
    // Whatever is more than one statement goes to the primary, whose manager it is in all else.
    db: Object.create(database.manager, { query: { value: query } }) as EntityManager,
    at: () =>
      replayed === null || performance.now() - heardAt > SILENT_MS
        ? Number.NEGATIVE_INFINITY
        : primary.shownBy(replayed),
    stop: async () => {
      await stop();
      await close();
    },
  };
}
