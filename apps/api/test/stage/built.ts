import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onStage } from './command.js';
import type { Stage } from './stage.js';
import { until } from './working.js';

export interface Built {
  address: string;
  /** Everything that it wrote to its two outputs. */
  log: () => string;
  /** Where a test may speak with the program. */
  child: ChildProcess;
  /** Ends it; answers with which code it did. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** A program that starts the server as it is built, in a process of its own, on the stage's database. */
export async function startBuilt(
  stage: Stage,
  program: string,
  { args = [], node = [], settings = {} }: BuiltOptions = {},
): Promise<Built> {
  const child = spawn(process.execPath, [...node, '--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      CLARION_DATA: mkdtempSync(join(tmpdir(), 'clarion-built-')),
      CLARION_PORT: '0',
      CLARION_PACE: '0',
      CLARION_DEMO: 'false',
      ...onStage(stage),
      ...settings,
    },
  });
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
  return {
    address: (addressIn() as string).replace('localhost', '127.0.0.1'),
    log: () => said,
    child,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = await gone;
      return code;
    },
  };
}

interface BuiltOptions {
  args?: string[];
  /** Options of Node's own. */
  node?: string[];
  settings?: Record<string, string>;
}
