import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MalformedFile } from '@clarion/exchange';
import { type RoundFiles, unzipRound } from '@clarion/exchange/round';

/** The files of a bundle, from a zip or a folder. Throws MalformedFile when there is neither. */
export async function readFiles(source: string): Promise<RoundFiles> {
  const found = await stat(source).catch(() => null);
  if (found === null) throw new MalformedFile(source, null, 'there is no such file or folder.');
  if (found.isDirectory()) return filesIn(source, '');
  return unzipRound(await readFile(source), path.basename(source));
}

/** The files of a folder and of its `rankings`; what systems hide in folders is left out. */
async function filesIn(folder: string, under: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const entries = await readdir(path.join(folder, under), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.posix.join(under, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (!entry.isDirectory()) files.set(name, await readFile(path.join(folder, name)));
    else if (name === 'rankings')
      for (const file of await filesIn(folder, name)) files.set(...file);
    // A round has no other folder: named, so that it is told, but not read.
    else files.set(`${name}/`, new Uint8Array());
  }
  return files;
}

/** Runs with a folder: the one given, or one made of a zip and taken away afterwards. */
export async function inFolder<T>(source: string, run: (folder: string) => Promise<T>): Promise<T> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory()) return run(source);
  const files = await readFiles(source);
  const folder = await mkdtemp(path.join(tmpdir(), 'recount-'));
  try {
    for (const [name, bytes] of files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    }
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function hasFile(folder: string, name: string): Promise<boolean> {
  return (await stat(path.join(folder, name)).catch(() => null))?.isFile() ?? false;
}
