import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { PlainError } from '../plain-error.js';
import { cpuOf } from '../serving/server-process.js';
import { familyOf } from './process-memory.js';

const MOST_MS = 600_000;
const STOPPING_MS = 20_000;
const LOOK_AGAIN_MS = 20;

export interface Started {
  pid: number;
  /** From the start of the process until the server answered that it is well. */
  milliseconds: number;
  /** Processor time of that process alone until then. */
  cpuMilliseconds: number;
  stop(): Promise<void>;
}

async function isWell(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health`)).ok;
  } catch {
    return false;
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));

/** Ends it, and waits for all that it started: npm goes before what it runs does. */
async function stop(child: ChildProcess): Promise<void> {
  const family = familyOf(child.pid ?? 0);
  const end = performance.now() + STOPPING_MS;
  child.kill('SIGTERM');
  while (family.some((pid) => familyOf(pid).length > 0) && performance.now() < end) await pause();
  child.kill('SIGKILL');
}

/** Runs a command that serves on `port`, and waits until it answers. Throws PlainError where it ends before. */
export async function startAndWait(
  [command, ...args]: readonly [string, ...string[]],
  port: number,
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Started> {
  const begun = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (text: Buffer) => {
    said = (said + text.toString()).slice(-4_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const pid = child.pid ?? 0;
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  while (!(await isWell(`http://127.0.0.1:${port}`))) {
    const isOver = child.exitCode !== null || performance.now() - begun > MOST_MS;
    if (isOver) {
      await stop(child);
      throw new PlainError(`${[command, ...args].join(' ')} did not serve.\n${said.trim()}`);
    }
    await pause();
  }
  const milliseconds = performance.now() - begun;
  return { pid, milliseconds, cpuMilliseconds: cpuOf(pid), stop: () => stop(child) };
}
