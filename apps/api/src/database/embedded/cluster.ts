import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PlainError } from '../../plain-error.js';
import type { RunAs } from './run-as.js';
import { postgresEnvironment } from './supervisor.js';

/** Clarion's own role and database. The role may make databases, and is no superuser. */
const ROLE = 'clarion';
const DATABASE = 'clarion';
const SUPERUSER = 'postgres';

/** The major version of the bundled binaries; a cluster of another one cannot be opened. */
const MAJOR_VERSION = '17';

export interface Passwords {
  superuser: string;
  clarion: string;
}

/** The passwords of this directory, drawn at random on first use; only its owner can read them. */
export function readPasswords(directory: string): Passwords {
  const file = join(directory, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (existsSync(clusterDirectory(directory))) {
    throw new PlainError(
      `${file} is missing, and without it the database in ${directory} cannot be opened. Put it back, or remove ${directory} to start afresh.`,
    );
  }
  const passwords = {
    superuser: randomBytes(24).toString('base64url'),
    clarion: randomBytes(24).toString('base64url'),
  };
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(passwords), { mode: 0o600 });
  try {
    // Unlike rename, link refuses when another start has just written its own.
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
}

export function clusterDirectory(directory: string): string {
  return join(directory, 'cluster');
}

/** Runs initdb on first use. A run cut short leaves `new-cluster-…`, which the next one removes. */
export function createCluster(
  directory: string,
  runAs: RunAs,
  passwords: Passwords,
  options: { forTests?: boolean | undefined },
): void {
  const cluster = clusterDirectory(directory);
  if (existsSync(cluster)) {
    const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (found === MAJOR_VERSION) return;
    throw new PlainError(
      `The database in ${directory} was made by Postgres ${found}; this Clarion brings Postgres ${MAJOR_VERSION}. Start the older Clarion, take a backup, and load it into a new directory.`,
    );
  }
  removeUnfinished(directory);
  const unfinished = join(directory, `new-cluster-${process.pid}`);
  const passwordFile = join(directory, `new-password-${process.pid}`);
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  if (runAs.uid !== undefined) chownSync(passwordFile, runAs.uid, runAs.gid ?? runAs.uid);
  try {
    let said = '';
    // pg_trgm reads letters by LC_CTYPE, so a UTF-8 one comes first; macOS has no C.UTF-8.
    for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      rmSync(unfinished, { recursive: true, force: true });
      const run = runInitdb(unfinished, passwordFile, ctype, runAs, options);
      if (run.status === 0) {
        moveIntoPlace(unfinished, cluster);
        return;
      }
      said = `${run.stderr ?? ''}${run.error?.message ?? ''}`.trim();
      if (!said.includes('locale')) break;
    }
    throw new PlainError(`Postgres could not lay out its files in ${directory}. It said: ${said}`);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** When two starts race, the first to rename wins and the other uses what it made. */
function moveIntoPlace(unfinished: string, cluster: string): void {
  try {
    renameSync(unfinished, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  }
}

function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = /^new-(?:cluster|password)-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(directory, name), { recursive: true });
  }
}

function runInitdb(
  target: string,
  passwordFile: string,
  ctype: string,
  runAs: RunAs,
  options: { forTests?: boolean | undefined },
) {
  const [command = 'initdb', ...args] = [
    ...runAs.prefix,
    join(runAs.binaries, 'bin', 'initdb'),
    `--pgdata=${target}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Case folding by Unicode, order by code point: the same on every machine.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${ctype}`,
    '--data-checksums',
    '--no-instructions',
    ...(options.forTests ? ['--no-sync'] : []),
  ];
  return spawnSync(command, args, {
    cwd: join(target, '..'),
    env: postgresEnvironment(),
    encoding: 'utf8',
    ...(runAs.uid === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }),
  });
}

/** Makes the role and the database when they are not there. Safe to run again. */
export async function createDatabase(socketDirectory: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({
    host: socketDirectory,
    user: SUPERUSER,
    password: passwords.superuser,
    database: 'postgres',
  });
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    if (role.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(passwords.clarion)}`,
      );
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`);
  } finally {
    await client.end();
  }
}

/** A socket directory as host, percent-encoded: read alike by pg, TypeORM and psql. */
export function connectionUrl(socketDirectory: string, passwords: Passwords): string {
  const host = encodeURIComponent(socketDirectory);
  return `postgresql://${ROLE}:${passwords.clarion}@${host}/${DATABASE}`;
}

/** What Postgres says of itself in its own lock file, if there is one. */
export function readLock(
  directory: string,
): { pid: number; socketDirectory: string; status: string } | undefined {
  try {
    const file = join(clusterDirectory(directory), 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    return {
      pid: Number(lines[0]),
      socketDirectory: lines[4] ?? '',
      status: (lines[7] ?? '').trim(),
    };
  } catch {
    return undefined;
  }
}

/** Whether the lock file's process is a Postgres that runs, not a number used again since. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  let command: string;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
  } catch {
    const ps = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    command = (ps.stdout ?? '').trim();
  }
  return /(^|\/)postgres(:|$)/.test(command);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A lock whose process is gone, for example after the machine lost power or a container restart. */
export function removeStaleLock(directory: string): void {
  const file = join(clusterDirectory(directory), 'postmaster.pid');
  if (existsSync(file) && statSync(file).isFile()) rmSync(file, { force: true });
}
