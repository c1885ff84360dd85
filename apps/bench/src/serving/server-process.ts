import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.js';

const SERVE = fileURLToPath(new URL('../../../../scripts/serve.mjs', import.meta.url));
/** The demonstration plays weeks of votes while it loads. */
const READY_MS = 180_000;
const STOPPING_MS = 15_000;
/** Of the counters in /proc, on every Linux that there is. */
const TICK_MS = 10;

export interface ServerProcess {
  address: string;
  /** Processor time so far, in milliseconds; 0 where the system does not say. */
  cpu(): number;
  /** What it holds in memory, in bytes; 0 where the system does not say. */
  memory(): number;
  /** The most memory it held, likewise. */
  mostMemory(): number;
  stop(): Promise<void>;
}

/** Processor time of a process so far, in milliseconds; 0 where there is none, or the system does not say. */
export function cpuOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // "pid (name) state ppid …": the 14th and 15th are the ticks as itself and in the system.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
  } catch {
    return 0;
  }
}

function readyAddress(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString();
      const [address] = /http:\/\/\S+:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new PlainError(`${name} did not start.\n${said.trim()}`)));
    setTimeout(
      () => reject(new PlainError(`${name} was not ready in three minutes.\n${said.trim()}`)),
      READY_MS,
    ).unref();
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPING_MS);
  await ended;
  clearTimeout(timer);
}

export interface Start {
  name: string;
  program: string;
  env: NodeJS.ProcessEnv;
  /** Another Node than this one. */
  node?: string;
}

/** As `npm start` starts Clarion; whoever it is compared with is started so too. */
export const NODE_OPTIONS = ['--v8-pool-size=0'];

/** Starts a server in a process of its own, which says its address when it is ready. */
export async function startServer({ name, program, env, node }: Start): Promise<ServerProcess> {
  const child = spawn(node ?? process.execPath, [...NODE_OPTIONS, program], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  try {
    const address = await readyAddress(child, name);
    return {
      address: address.replace('localhost', '127.0.0.1'),
      cpu: () => cpuOf(pid),
      memory: () => memoryOf(pid, 'VmRSS'),
      mostMemory: () => memoryOf(pid, 'VmHWM'),
      stop: () => stopProcess(child),
    };
  } catch (fault) {
    await stopProcess(child);
    throw fault;
  }
}

/** Clarion as `npm start` serves it, on a port of its own, with the database at `url`. */
export const startClarion = (url: string, directory: string) =>
  startServer({
    name: 'Clarion',
    program: SERVE,
    env: {
      DATABASE_URL: url,
      CLARION_DATA: directory,
      CLARION_KEYS: `${directory}/keys`,
      CLARION_DEMO: 'false',
      // One machine asks for everybody: as far as it is counted, so that it costs what it costs.
      CLARION_PACE: '1000000',
      CLARION_PORT: '0',
      CLARION_HOST: '127.0.0.1',
      CLARION_PUBLIC_URL: '',
      CLARION_LOG: 'error',
    },
  });
