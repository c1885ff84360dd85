import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startBuilt } from './built.js';
import type { Stage } from './stage.js';

/**
 * Beside its log everything is written down that was said to it, before anything is left out. SIGUSR2
 * throws what nothing catches.
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
  const { address, log, end } = await startBuilt(stage, PROGRAM, {
    args: [file, words],
    settings: { CLARION_LOG: 'debug', ...settings },
  });
  return {
    address,
    log,
    overheard: () => readFileSync(file, 'utf8'),
    breakDown: () => end('SIGUSR2'),
    stop: async () => {
      await end('SIGKILL');
    },
  };
}
