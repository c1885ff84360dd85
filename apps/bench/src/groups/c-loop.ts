import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { output } from '../own-process.js';
import { PlainError } from '../plain-error.js';
import type { Subject } from '../turns.js';

// The sources stay where they are; only TypeScript goes to dist.
const SOURCE = fileURLToPath(new URL('../../src/groups/one-pass.c', import.meta.url));
const FLAGS = ['-O3', '-march=native'];
const PASSES = 5;

export interface Loop {
  program: string;
  compiler: string;
}

/** Compiles the C loop; null where there is no compiler. */
export async function compileLoop(folder: string): Promise<Loop | null> {
  const program = join(folder, 'one-pass');
  try {
    const version = (await output('cc', ['--version'])).split('\n')[0] ?? 'cc';
    await output('cc', [...FLAGS, '-o', program, SOURCE]);
    return { program, compiler: `${version} ${FLAGS.join(' ')}` };
  } catch (fault) {
    if (fault instanceof PlainError) throw fault;
    return null;
  }
}

/** Relative difference that the order of a sum may make. */
const ROUNDING = 1e-9;

/** One pass of the C loop over the packed votes. Throws PlainError when its answer is another. */
export function loopSubject(
  { program }: Loop,
  folder: string,
  statements: number,
  expected: number,
): Subject {
  return {
    name: 'a pass in C',
    run: async () => {
      const printed = await output(program, [folder, String(statements), String(PASSES)]);
      const [milliseconds = 0, cpuMilliseconds = 0, answer = Number.NaN] = printed
        .trim()
        .split(' ')
        .map(Number);
      if (!(Math.abs(answer - expected) <= ROUNDING * Math.abs(expected))) {
        throw new PlainError(`The C loop answers ${answer}, the same in TypeScript ${expected}.`);
      }
      return { milliseconds, cpuMilliseconds, peakBytes: 0, growthBytes: 0, answer: 'equal' };
    },
  };
}
