import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onStage } from './command.js';
import type { Stage } from './stage.js';
import { until } from './working.js';

/**
 * The server as it is built, in a process of its own, on the stage's database; but beside its log
 * everything is written down that was said to it, before anything is left out. SIGUSR2 throws what
 * nothing catches.
 */
const PROGRAM = `
  const { appendFileSync } = await import('node:fs');
  const { inspect } = await import('node:util');
  const { start } = await import(${JSON.stringify(resolve('dist/main.js'))});
  const all = { depth: 8, maxArrayLength: null, maxStringLength: null, breakLength: Infinity };
  const overhear = (what) => appendFileSync(process.argv[1], inspect(what, all) + '\\n');
  process.on('SIGUSR2', () => setImmediate(() => {
    throw Object.assign(new Error('"' + process.argv[2] + '" was too much.'), { detail: process.argv[2] });
  }));
  await start({ unsafe: { overhear } });`;

export interface Overheard {
  address: string;
  /** Everything that it wrote to its two outputs. */
  log: () => string;
  /** What it would have written. */
  overheard: () => string;
  /** Throws in it what nothing catches, with these words; answers with which code it ended. */
  breakDown: () => Promise<number | null>;
  stop: () => Promise<void>;
}

/** Starts it; `words` are what it breaks down with. */
export async function overhearServer(
  stage: Stage,
  settings: Record<string, string>,
  words: string,
): Promise<Overheard> {
  const file = join(mkdtempSync(join(tmpdir(), 'clarion-overheard-')), 'overheard');
  writeFileSync(file, '');
  const child: ChildProcess = spawn(
    process.execPath,
    ['--input-type=module', '-e', PROGRAM, file, words],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'production',
        CLARION_DATA: mkdtempSync(join(tmpdir(), 'clarion-overheard-')),
        CLARION_PORT: '0',
        CLARION_PACE: '0',
        CLARION_LOG: 'debug',
        CLARION_DEMO: 'false',
        ...onStage(stage),
        ...settings,
      },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const addressIn = () => /Clarion is at (http:\S+)/.exec(said)?.[1];
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
      return addressIn() !== undefined;
    },
    'the server started',
    90_000,
  );
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = await gone;
    return code;
  };
  return {
    address: (addressIn() as string).replace('localhost', '127.0.0.1'),
    log: () => said,
    overheard: () => readFileSync(file, 'utf8'),
    breakDown: () => end('SIGUSR2'),
    stop: async () => {
      await end('SIGKILL');
    },
  };
}
