import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readLock } from '../../../src/database/embedded/cluster.js';
import { findRunningPostgres } from '../../../src/database/embedded-postgres.js';

const SERVE = resolve('../../scripts/serve.mjs');
const READY_MS = 90_000;

/** What is killed: the API; one connection's process of Postgres; all of Postgres; everything at once. */
export const KILLS = ['api', 'backend', 'postgres', 'both'] as const;
export type Kill = (typeof KILLS)[number];

/** A Clarion as an operator runs it: the built server with its own Postgres, in a directory of its own. */
export interface Operated {
  address: string;
  directory: string;
  keysDirectory: string;
  /** Starts the server unless it runs, and waits until it answers. */
  start: () => Promise<void>;
  /** SIGKILL. Comes back when those that were killed are gone. */
  kill: (what: Kill, random: () => number) => Promise<void>;
  /** SIGTERM, as an operator stops it. */
  stop: () => Promise<void>;
  /** Where its Postgres is just now. */
  url: () => string;
  /** For the control: what is acknowledged need not have reached the disk. */
  letGoOfDurability: () => Promise<void>;
  said: () => string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The children of a process, as an administrator would find them. */
const childrenOf = (parent: number): number[] =>
  spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid as number);

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

export async function operate(settings: Record<string, string> = {}): Promise<Operated> {
  const directory = mkdtempSync(join(tmpdir(), 'clarion-faults-'));
  const cluster = join(directory, 'postgres');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const {
    npm_lifecycle_event: _,
    NODE_OPTIONS: __,
    CLARION_STAGE: ___,
    ...inherited
  } = process.env;
  let child: ChildProcess | null = null;
  let said = '';

  const isUp = () =>
    fetch(`${address}/health`).then(
      (reply) => reply.ok,
      () => false,
    );

  const start = async () => {
    if (!child) {
      const begun = spawn(process.execPath, [SERVE], {
        env: {
          ...inherited,
          CLARION_DATA: directory,
          CLARION_PORT: String(port),
          CLARION_DEMO: 'false',
          // Twelve people send what thousands would.
          CLARION_PACE: '0',
          CLARION_LOG: 'silent',
          NODE_ENV: 'production',
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [begun.stdout, begun.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said = (said + chunk.toString()).slice(-4000);
        });
      }
      begun.once('exit', () => {
        if (child === begun) child = null;
      });
      child = begun;
    }
    const deadline = Date.now() + READY_MS;
    while (!(await isUp())) {
      if (!child) throw new Error(`the server ended: ${said}`);
      if (Date.now() > deadline) throw new Error(`the server did not answer: ${said}`);
      await sleep(50);
    }
  };

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending) return;
    child = null;
    const gone = new Promise((resolveGone) => ending.once('exit', resolveGone));
    ending.kill(signal);
    await gone;
  };

  const kill: Operated['kill'] = async (what, random) => {
    const postmaster = readLock(cluster)?.pid ?? 0;
    const backends = childrenOf(postmaster);
    if (what === 'backend') {
      killNow(backends[Math.floor(random() * backends.length)] as number);
      return;
    }
    const api = what === 'postgres' ? null : end('SIGKILL');
    if (what !== 'api') for (const pid of [postmaster, ...backends]) killNow(pid);
    await api;
  };

  const asSuperuser = async (sql: string[]) => {
    const passwords = JSON.parse(readFileSync(join(cluster, 'passwords.json'), 'utf8'));
    const db = new pg.Client({
      host: readLock(cluster)?.socketDirectory ?? '',
      user: 'postgres',
      password: passwords.superuser,
      database: 'clarion',
    });
    await db.connect();
    for (const statement of sql) await db.query(statement);
    await db.end();
  };

  return {
    address,
    directory,
    keysDirectory: join(directory, 'keys'),
    start,
    kill,
    stop: () => end('SIGTERM'),
    url: () => {
      const found = findRunningPostgres(cluster);
      if (!found) throw new Error('its Postgres does not run');
      return found;
    },
    letGoOfDurability: () =>
      asSuperuser([
        'ALTER DATABASE clarion SET synchronous_commit = off',
        // Else what waits in memory is written after a fifth of a second.
        `ALTER SYSTEM SET wal_writer_delay = '10s'`,
        'SELECT pg_reload_conf()',
      ]),
    said: () => said,
  };
}
