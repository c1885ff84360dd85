import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { chooseRunAs, makePrivate } from '../../../src/database/embedded/run-as.js';
import { postgresEnvironment, supervise } from '../../../src/database/embedded/supervisor.js';

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;
const READY_MS = 60_000;

/** The newest Postgres that Debian installed, with what copies a cluster; null where there is none. */
export function findDebianPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const [newest] = versions.filter((each) => each >= OLDEST).sort((a, b) => b - a);
  const folder = join(DEBIAN, String(newest));
  return newest && existsSync(join(folder, 'bin', 'pg_basebackup')) ? folder : null;
}

/** One Postgres over a socket in a directory of its own. */
export interface OnePostgres {
  /** The address of a database there, for a role. */
  url: (database: string, role?: string) => string;
  sockets: string;
  start: () => Promise<void>;
  /** SIGKILL, to all its processes. */
  kill: () => Promise<void>;
  /** SIGSTOP and SIGCONT: its connections stay, and nothing answers. */
  freeze: (isFrozen: boolean) => void;
  stop: () => Promise<void>;
  /** As its superuser. */
  tell: (...statements: string[]) => Promise<Record<string, unknown>[]>;
}

export interface Replicated {
  primary: OnePostgres;
  replica: OnePostgres;
  stop: () => Promise<void>;
}

/** The processes of a Postgres, the first before those it began. */
const processesOf = (first: number): number[] => [
  first,
  ...spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === first)
    .map(([pid]) => pid as number),
];

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It was gone already.
    }
  }
}

const SETTINGS = [
  'listen_addresses=',
  'max_connections=100',
  'shared_buffers=64MB',
  'jit=off',
  'wal_level=replica',
  'max_wal_size=256MB',
  // So that one that was away for a while finds what it missed.
  'wal_keep_size=256MB',
  'hot_standby_feedback=on',
  'wal_receiver_status_interval=1s',
  'wal_retrieve_retry_interval=200ms',
  'log_min_messages=log',
];

function onePostgres(directory: string, debian: string): OnePostgres {
  const sockets = join(directory, 's');
  const cluster = join(directory, 'cluster');
  let running: ReturnType<typeof supervise> | null = null;
  const url: OnePostgres['url'] = (database, role = 'clarion') =>
    `postgresql://${role}@${encodeURIComponent(sockets)}/${database}`;
  const connected = async () => {
    const client = new pg.Client({ connectionString: url('postgres', 'postgres') });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const pid = () => running?.pid ?? 0;
  return {
    url,
    sockets,
    async start() {
      mkdirSync(sockets, { recursive: true, mode: 0o700 });
      const settings = [`unix_socket_directories=${sockets}`, ...SETTINGS];
      running = supervise(
        chooseRunAs(directory, debian),
        ['-D', cluster, ...settings.flatMap((each) => ['-c', each])],
        { directory, leftover: '' },
      );
      const begun = Date.now();
      for (;;) {
        const client = await connected().catch(() => null);
        await client?.end();
        if (client) return;
        if (running.exited || Date.now() - begun > READY_MS) {
          throw new Error(`Postgres did not start: ${running.lastLines()}`);
        }
        await sleep(50);
      }
    },
    async kill() {
      const gone = running?.gone;
      signal(processesOf(pid()), 'SIGKILL');
      await gone;
    },
    freeze: (isFrozen) => signal(processesOf(pid()), isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    stop: async () => running?.stop(),
    async tell(...statements) {
      const client = await connected();
      let rows: Record<string, unknown>[] = [];
      for (const each of statements) ({ rows } = await client.query(each));
      await client.end();
      return rows;
    },
  };
}

function runAs(directory: string, debian: string, program: string, args: string[]): void {
  const { prefix, uid, gid, binaries } = chooseRunAs(directory, debian);
  const [command = '', ...rest] = [...prefix, join(binaries, 'bin', program), ...args];
  const { status, stderr } = spawnSync(command, rest, {
    cwd: directory,
    env: postgresEnvironment(),
    encoding: 'utf8',
    ...(uid === undefined ? {} : { uid, gid }),
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

/** A primary and a streaming replica of it, as an operator makes them. `clarion` owns what is there; `reader` may only read. */
export async function startReplicated(directory: string, debian: string): Promise<Replicated> {
  const [first, second] = ['p', 'r'].map((name) => join(directory, name)) as [string, string];
  for (const each of [directory, first, second]) makePrivate(each);
  const primary = onePostgres(first, debian);
  runAs(first, debian, 'initdb', [
    `--pgdata=${join(first, 'cluster')}`,
    ...['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  await primary.start();
  await primary.tell(
    'CREATE ROLE clarion LOGIN CREATEDB',
    'CREATE ROLE reader LOGIN IN ROLE pg_read_all_data',
    'CREATE DATABASE clarion OWNER clarion',
  );
  runAs(second, debian, 'pg_basebackup', [
    `--pgdata=${join(second, 'cluster')}`,
    ...[`--dbname=host=${primary.sockets} user=postgres`, '--write-recovery-conf'],
    ...['--checkpoint=fast', '--wal-method=stream', '--no-sync'],
  ]);
  const replica = onePostgres(second, debian);
  await replica.start();
  return {
    primary,
    replica,
    stop: async () => {
      replica.freeze(false);
      await replica.stop();
      await primary.stop();
    },
  };
}
