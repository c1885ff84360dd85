import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { RunAs } from './run-as.js';

/**
 * A shell between us and Postgres. Its standard input is a pipe that only we hold: when we end, in
 * whatever way, the pipe closes, `read` returns and Postgres is told to stop (SIGINT: fast
 * shutdown). $1 is a directory to remove at the end, or empty; the rest is the command.
 */
const SUPERVISED = `
leftover=$1; shift
exec 3<&0
"$@" </dev/null >&2 3<&- & postgres=$!
echo $postgres
trap 'kill -INT $postgres 2>/dev/null' TERM INT HUP
( read -r _ <&3; kill -INT $postgres 2>/dev/null ) & watcher=$!
exec 3<&-
status=0
while kill -0 $postgres 2>/dev/null; do wait $postgres; status=$?; done
kill $watcher 2>/dev/null
[ -z "$leftover" ] || rm -rf -- "$leftover"
exit $status
`;

/** What the tests compare against: nobody watches standard input. */
const UNSUPERVISED = `shift; echo $$; exec "$@" </dev/null >&2`;

const LINES_KEPT = 40;
const STOP_TIMEOUT_MS = 30_000;

export interface Supervised {
  readonly exited: boolean;
  /** Comes about when Postgres and its shell are gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** Postgres's own process, once the shell has started it. */
  readonly pid: number | undefined;
  /** The last lines that Postgres wrote. */
  lastLines(): string;
  stop(): Promise<void>;
}

export function supervise(
  runAs: RunAs,
  args: string[],
  options: {
    directory: string;
    leftover: string;
    log?: ((line: string) => void) | undefined;
    unsupervised?: boolean;
  },
): Supervised {
  const script = options.unsupervised ? UNSUPERVISED : SUPERVISED;
  const [command = 'sh', ...rest] = [
    ...runAs.prefix,
    'sh',
    '-c',
    script,
    'clarion-postgres',
    options.leftover,
    `${runAs.binaries}/bin/postgres`,
    ...args,
  ];
  const child = spawn(command, rest, {
    cwd: options.directory,
    env: postgresEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C reaches us first, and we stop it when our work is put away.
    detached: true,
    ...(runAs.uid === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }),
  });
  const lines: string[] = [];
  const remember = (line: string): void => {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
    options.log?.(line);
  };
  const state: { exited: boolean; pid?: number } = { exited: false };
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      state.exited = true;
      resolve();
    });
    child.once('error', (error) => {
      state.exited = true;
      remember(error.message);
      resolve();
    });
  });
  child.stdin.on('error', () => {});
  createInterface({ input: child.stderr }).on('line', remember);
  child.stdout.once('data', (pid: Buffer) => {
    state.pid = Number(pid.toString());
  });
  letGo(child);
  return {
    get exited() {
      return state.exited;
    },
    gone,
    get pid() {
      return state.pid;
    },
    lastLines: () => lines.join('\n'),
    stop: () => stop(child, state),
  };
}

/** Postgres must not keep a finished program alive; when that ends, Postgres stops. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    (stream as unknown as { unref?: () => void } | null)?.unref?.();
  }
}

async function stop(child: ChildProcess, state: { exited: boolean }): Promise<void> {
  if (state.exited) return;
  child.ref();
  const gone = once(child, 'exit');
  child.stdin?.end();
  const timer = setTimeout(() => {
    // The whole group: the shell, Postgres and its processes.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}

/** Settings of the person's own psql (PGHOST, PGDATA and so on) must not leak in. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
