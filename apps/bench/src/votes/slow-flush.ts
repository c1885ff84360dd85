import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { output } from '../own-process.js';

// The source stays where it is; only TypeScript goes to dist.
const SOURCE = fileURLToPath(new URL('../../src/votes/slow-flush.c', import.meta.url));

/** What a Postgres is started with so that its flushes take longer; null where there is no compiler. */
export async function slowFlush(
  folder: string,
  milliseconds: number,
): Promise<Record<string, string> | null> {
  const library = join(folder, 'slow-flush.so');
  try {
    await output('cc', ['-shared', '-fPIC', '-O2', '-o', library, SOURCE, '-ldl']);
  } catch {
    return null;
  }
  return { LD_PRELOAD: library, SLOW_FLUSH_US: String(milliseconds * 1000) };
}

/** Runs something with more in the environment of this process, which what it starts inherits. */
export async function withEnvironment<Result>(
  more: Record<string, string>,
  run: () => Promise<Result>,
): Promise<Result> {
  Object.assign(process.env, more);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(more)) delete process.env[name];
  }
}
