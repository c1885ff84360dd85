import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { END, SUMS } from './manifest.js';
import { BLOCK, headerOf, paddingAfter, TAIL } from './tar.js';

export interface BackupWriter {
  /** Adds a file whose size is known only when it has all been written. */
  add: (name: string, chunks: AsyncIterable<Buffer> | Iterable<Buffer>) => Promise<void>;
  /** Writes the sums and the end marker, waits for the disk, and gives the file its name. Answers its size. */
  finish: () => Promise<number>;
  /** Removes what was written. */
  abandon: () => Promise<void>;
}

/** Makes sure that the name of a file is on the disk too. Not every system lets a directory be opened. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Writes everything at a place in a file. */
async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(
      bytes,
      written,
      bytes.length - written,
      position + written,
    );
    written += bytesWritten;
  }
}

/** Begins a backup, for nobody but this user to read. It has its name only once it is whole. */
export async function beginBackup(path: string, takenAt: Date): Promise<BackupWriter> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const file = await open(unfinished, 'wx', 0o600);
  const time = Math.floor(takenAt.getTime() / 1000);
  const sums: string[] = [];
  let position = 0;

  const add: BackupWriter['add'] = async (name, chunks) => {
    const start = position;
    const hash = createHash('sha256');
    // The header says the size, so it is written last.
    position += BLOCK;
    for await (const chunk of chunks) {
      hash.update(chunk);
      await writeAt(file, chunk, position);
      position += chunk.length;
    }
    const size = position - start - BLOCK;
    const padding = Buffer.alloc(paddingAfter(size));
    await writeAt(file, padding, position);
    position += padding.length;
    await writeAt(file, headerOf({ name, size, time }), start);
    sums.push(sumLine(hash.digest('hex'), name));
  };

  return {
    add,
    finish: async () => {
      const { sumsText, endText } = sealOf(sums);
      await add(SUMS, [Buffer.from(sumsText)]);
      await add(END, [Buffer.from(endText)]);
      await writeAt(file, TAIL, position);
      await file.sync();
      await file.close();
      await rename(unfinished, path);
      await syncDirectory(dirname(path));
      return position + TAIL.length;
    },
    abandon: async () => {
      await file.close().catch(() => undefined);
      await rm(unfinished, { force: true });
    },
  };
}

/** As sha256sum writes it. */
export const sumLine = (sha256: string, name: string): string => `${sha256}  ${name}\n`;

/** What SHA256SUMS and END say of files with these sums. */
export function sealOf(sums: readonly string[]): { sumsText: string; endText: string } {
  const sumsText = sums.join('');
  const endText = sumLine(createHash('sha256').update(sumsText).digest('hex'), SUMS);
  return { sumsText, endText };
}
