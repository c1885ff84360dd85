import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from '../../plain-error.js';

/** The account `nobody` on Debian, Fedora and Alpine; any number that is not 0 would do. */
const NOBODY = 65534;

/** How a command is started so that Postgres, which refuses root, accepts it. */
export interface RunAs {
  /** Put before the command. */
  prefix: string[];
  /** Only set when root hands the process to another account. */
  uid?: number;
  gid?: number;
  /** The binaries, copied when the other account cannot read the installed ones. */
  binaries: string;
}

/**
 * An ordinary user runs Postgres as themselves. Root runs it in a user namespace, where root's own
 * files belong to "nobody": nothing changes hands. Where namespaces are forbidden (many containers)
 * the files go to the account nobody. A directory that already has another owner keeps that owner.
 */
export function chooseRunAs(
  directory: string,
  binaries: string,
  options: { withoutNamespaces?: boolean } = {},
): RunAs {
  const me = process.getuid?.() ?? -1;
  const owner = lstatSync(directory).uid;
  if (me !== 0) {
    if (owner !== me) {
      throw new PlainError(
        `The data directory ${directory} belongs to another user (number ${owner}). Start Clarion as that user, or name another directory in CLARION_DATA.`,
      );
    }
    return { prefix: [], binaries };
  }
  if (owner === 0 && !options.withoutNamespaces) {
    const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
    if (spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true']).status === 0) {
      return { prefix, binaries };
    }
  }
  return handOver(directory, binaries, owner);
}

function handOver(directory: string, binaries: string, owner: number): RunAs {
  const uid = owner === 0 ? NOBODY : owner;
  const gid = owner === 0 ? NOBODY : lstatSync(directory).gid;
  if (owner === 0) chownAll(directory, uid, gid);
  if (!canRun('test', ['-w', directory], uid, gid)) {
    throw new PlainError(
      `Postgres does not run as root, and user number ${uid} cannot reach ${directory}. Start Clarion as an ordinary user, name a directory in CLARION_DATA whose parents others may enter, or set DATABASE_URL.`,
    );
  }
  if (canRun(join(binaries, 'bin', 'postgres'), ['--version'], uid, gid)) {
    return { prefix: [], uid, gid, binaries };
  }
  const copy = join(directory, 'binaries');
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    cpSync(binaries, copy, { recursive: true, verbatimSymlinks: true });
    chownAll(copy, uid, gid);
  }
  return { prefix: [], uid, gid, binaries: copy };
}

function canRun(command: string, args: string[], uid: number, gid: number): boolean {
  return spawnSync(command, args, { uid, gid, cwd: '/' }).status === 0;
}

function chownAll(path: string, uid: number, gid: number): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chownSync(path, uid, gid);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(path)) chownAll(join(path, name), uid, gid);
}

/** Makes the directory and keeps everyone else out of it. */
export function makePrivate(directory: string): void {
  try {
    mkdirSync(dirname(directory), { recursive: true });
    if (!existsSync(directory)) mkdirSync(directory, { mode: 0o700 });
    if (!lstatSync(directory).isDirectory()) throw new Error('not a directory');
    const me = process.getuid?.();
    if (me === 0 || lstatSync(directory).uid === me) chmodSync(directory, 0o700);
  } catch (error) {
    throw new PlainError(
      `The data directory ${directory} cannot be made: ${(error as Error).message}.`,
    );
  }
}
