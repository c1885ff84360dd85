import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Stage } from './stage.js';

export const CLARION = resolve('dist/cli/clarion.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a program of ours as an operator does, on the build. */
export function run(
  program: string,
  args: string[],
  settings: Record<string, string> = {},
): Promise<Ran> {
  const environment = {
    ...process.env,
    NODE_OPTIONS: '',
    CLARION_DATA: mkdtempSync(join(tmpdir(), 'clarion-command-')),
    CLARION_LOG: 'silent',
    ...settings,
  };
  const child = spawn(process.execPath, [program, ...args], { env: environment });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ran.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ran.err += chunk.toString();
  });
  return new Promise((done) => {
    child.on('close', (code) => done({ ...ran, code }));
  });
}

/** What a command that failed said; none of one that did its work. */
export const faultOf = ({ code, out, err }: Ran): string | null =>
  code === 0 ? null : `It ended with ${code}: ${err}${out}`;

/** The settings by which a command works on the stage. */
export const onStage = ({ clarion }: Stage) => ({
  DATABASE_URL: clarion.environment.databaseUrl,
  CLARION_KEYS: clarion.environment.keysDirectory,
});
