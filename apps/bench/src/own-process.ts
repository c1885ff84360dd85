import { spawn } from 'node:child_process';
import { PlainError } from './plain-error.js';
import type { Sample } from './turns.js';

const MINUTES = 10;

/** Runs a program to its end and answers what it printed. Throws PlainError when it fails. */
export function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: MINUTES * 60_000,
    });
    let printed = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new PlainError(`${command} ${args.join(' ')} failed.\n${complaint.trim()}`));
    });
  });
}

/** A turn in a Node process of its own, which prints its sample as JSON. */
export async function sampleOf<Turn extends Sample>(
  program: string,
  args: readonly string[],
): Promise<Turn> {
  return JSON.parse(await output(process.execPath, ['--expose-gc', program, ...args])) as Turn;
}
