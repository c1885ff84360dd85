import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../plain-error.js';
import { findBinaries } from './embedded/binaries.js';
import {
  clusterDirectory,
  connectionUrl,
  createCluster,
  createDatabase,
  isPostgres,
  type Passwords,
  readLock,
  readPasswords,
  removeStaleLock,
} from './embedded/cluster.js';
import { chooseRunAs, makePrivate, type RunAs } from './embedded/run-as.js';
import { type Supervised, supervise } from './embedded/supervisor.js';

/** The longest path of a socket: 103 bytes on macOS, 107 on Linux. */
const SOCKET_PATH_BYTES = 100;
const START_TIMEOUT_MS = 60_000;
/** A Postgres whose owner was killed hears of it at once; one still "ready" after this is in use. */
const HEARS_OF_THE_END_MS = 2_000;
const STOPPING_TIMEOUT_MS = 30_000;

export interface EmbeddedPostgresOptions {
  /** Made if need be, closed to others, and Clarion's alone. */
  directory: string;
  /** Every line that Postgres writes. */
  log?: (line: string) => void;
  /** Faster, and not safe against a power cut. */
  forTests?: boolean;
  /** 60 unless several servers are to be compared on it. */
  maxConnections?: number;
  /** Only for the launcher's own tests. */
  unsafe?: { unsupervised?: boolean; withoutNamespaces?: boolean };
}

export interface EmbeddedPostgres {
  /** A role without superuser rights that may create databases and trusted extensions. */
  url: string;
  /** Fast shutdown; returns when Postgres has ended. Close connections first. */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres that comes with Clarion, over a Unix socket in a directory that others cannot
 * enter; there is no network port. It stops when this process ends, however it ends.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  const binaries = findBinaries();
  makePrivate(directory);
  const runAs = chooseRunAs(directory, binaries, options.unsafe);
  await waitUntilFree(directory);
  const passwords = readPasswords(directory);
  createCluster(directory, runAs, passwords, options);

  const sockets = chooseSockets(directory);
  const begin = () => startOnce(directory, runAs, passwords, sockets, options);
  const kept = await keepRunning(begin, options.log);
  return { url: connectionUrl(sockets.path, passwords), stop: kept.stop };
}

/** Ends of its own within `WITHIN_MS` after which Postgres is not started again. */
const MOST_ENDS = 5;
const WITHIN_MS = 60_000;

/**
 * Starts Postgres again when it ends and nobody asked it to: killed, say, when memory ran out. Who was
 * connected connects anew. One that keeps ending takes this process with it, which whoever runs it notices.
 */
async function keepRunning(begin: () => Promise<Supervised>, log = console.error) {
  let server = await begin();
  let isStopping = false;
  let ends: number[] = [];
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.gone;
      if (isStopping) return;
      ends = [...ends.filter((at) => Date.now() - at < WITHIN_MS), Date.now()];
      if (ends.length > MOST_ENDS) {
        throw new PlainError(`The bundled Postgres keeps ending. It said:\n${server.lastLines()}`);
      }
      log('Postgres ended, and is started again.');
      server = await begin();
      if (isStopping) await server.stop();
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      isStopping = true;
      await server.stop();
      await watching;
    },
  };
}

/** Starts Postgres and waits until it answers. */
async function startOnce(
  directory: string,
  runAs: RunAs,
  passwords: Passwords,
  sockets: { path: string; temporary: boolean },
  options: EmbeddedPostgresOptions,
): Promise<Supervised> {
  let failure = '';
  // Once more, because a killed Postgres can hold its shared memory for a moment.
  for (const attempt of [1, 2]) {
    await waitUntilFree(directory);
    prepareSockets(sockets.path, runAs);
    const server = supervise(runAs, settings(directory, sockets.path, options), {
      directory,
      leftover: sockets.temporary ? sockets.path : '',
      log: options.log,
      unsupervised: options.unsafe?.unsupervised ?? false,
    });
    try {
      await untilReady(directory, server);
      await createDatabase(sockets.path, passwords);
      return server;
    } catch (error) {
      await server.stop();
      failure = `${(error as Error).message}\n${server.lastLines()}`.trim();
      if (attempt === 1) await sleep(1_000);
    }
  }
  throw new PlainError(`The bundled Postgres did not start in ${directory}. ${failure}`);
}

/** Waits for a Postgres that is stopping; refuses one that is in use; clears a dead one's lock. */
async function waitUntilFree(directory: string): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const lock = readLock(directory);
    if (!lock) return;
    if (!isPostgres(lock.pid)) {
      removeStaleLock(directory);
      return;
    }
    const waited = Date.now() - begun;
    if (waited > (lock.status === 'stopping' ? STOPPING_TIMEOUT_MS : HEARS_OF_THE_END_MS)) {
      throw new PlainError(
        `The data directory ${directory} is in use by another Clarion (its Postgres is process ${lock.pid}). Stop that one first, or name another directory in CLARION_DATA.`,
      );
    }
    await sleep(50);
  }
}

async function untilReady(directory: string, server: Supervised): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const lock = readLock(directory);
    // Another Clarion may have won the race for the directory: only our own Postgres counts.
    if (lock?.status === 'ready' && lock.pid === server.pid) return;
    if (server.exited) throw new Error('Postgres ended at once. It said:');
    if (Date.now() > deadline) {
      throw new Error(`Postgres was not ready in ${START_TIMEOUT_MS / 1000} seconds. It said:`);
    }
    await sleep(20);
  }
}

function settings(directory: string, sockets: string, options: EmbeddedPostgresOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: String(options.maxConnections ?? 60),
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What ends it or keeps it from starting; a statement that failed would quote what people wrote.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    ...(options.forTests
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
          autovacuum_naptime: '1h',
        }
      : {}),
  };
  const flags = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', clusterDirectory(directory), ...flags];
}

/** Inside the data directory when the path is short enough, else a private one for temporary files. */
function chooseSockets(directory: string): { path: string; temporary: boolean } {
  const inside = join(directory, 'sockets');
  const length = Buffer.byteLength(join(inside, '.s.PGSQL.5432'));
  // Postgres reads the setting as a list with commas and quotes.
  const temporary = length > SOCKET_PATH_BYTES || /[",]/.test(inside);
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 8);
  const path = temporary ? mkdtempSync(join(tmpdir(), `clarion-${name}-`)) : inside;
  return { path, temporary };
}

/** Makes the directory of sockets where it is not there, or no more, and refuses one that is not ours. */
function prepareSockets(path: string, runAs: RunAs): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(path);
  if (uid !== process.getuid?.() && uid !== runAs.uid) {
    throw new PlainError(`${path} belongs to another user (number ${uid}). Remove it.`);
  }
  if (runAs.uid !== undefined && uid !== runAs.uid) {
    chownSync(path, runAs.uid, runAs.gid ?? runAs.uid);
  }
}

/** The address of the Postgres that another process of ours runs in this directory, or null. */
export function findRunningPostgres(directory: string): string | null {
  const lock = readLock(resolve(directory));
  if (lock?.status !== 'ready' || !isPostgres(lock.pid)) return null;
  return connectionUrl(lock.socketDirectory, readPasswords(resolve(directory)));
}
