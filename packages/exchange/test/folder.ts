import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, test } from '@jest/globals';

const made: string[] = [];

/** A new folder with these files, removed when the test file is done. */
export async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clarion-exchange-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** To be called once by each test file that makes folders. */
export function removeFolders(): void {
  afterAll(async () => {
    await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
  });
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The public data sets, where they are at hand. */
export const DATA = process.env.CLARION_EXPORTS ?? path.resolve(root, '../shared/data');

/** Runs with the public data; without it the test is skipped, and said to be. */
export function testWithData(name: string, run: () => Promise<void>): void {
  if (existsSync(DATA)) {
    test(name, run);
    return;
  }
  // Straight to the terminal: jest prints nothing of a file whose tests are all skipped.
  process.stderr.write(`Skipped, no data in ${DATA} (set CLARION_EXPORTS): ${name}\n`);
  test.skip(name, run);
}
