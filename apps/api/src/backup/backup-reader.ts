import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PlainError } from '../plain-error.js';
import { sealOf, sumLine } from './backup-writer.js';
import { END, FORMAT, MANIFEST, type Manifest, manifestSchema, partOf, SUMS } from './manifest.js';
import { BLOCK, paddingAfter, readHeader, TAIL } from './tar.js';

/** Bytes read at once. */
const CHUNK = 1024 * 1024;
/** Bytes of a file in it that is read whole; those of tables never are. */
const LARGEST_TEXT = 16 * 1024 * 1024;

/** A file in a backup. */
export interface Part {
  name: string;
  /** Of its first byte in the backup. */
  from: number;
  size: number;
  sha256: string;
}

export interface ReadBackup {
  path: string;
  manifest: Manifest;
  parts: Map<string, Part>;
}

const bytes = (n: number) => n.toLocaleString('en-GB');
const placeOf = ({ name, from, size }: Part) =>
  `${name} (bytes ${bytes(from)} to ${bytes(from + size)} of the file)`;

interface Source {
  path: string;
  file: FileHandle;
  length: number;
}

/** Exactly so many bytes, or the sentence that the file ends before. */
async function take(source: Source, from: number, count: number, where: string): Promise<Buffer> {
  if (from + count > source.length) throw cutShort(source, where);
  const buffer = Buffer.alloc(count);
  for (let read = 0; read < count; ) {
    const { bytesRead } = await source.file.read(buffer, read, count - read, from + read);
    if (bytesRead === 0) throw cutShort(source, where);
    read += bytesRead;
  }
  return buffer;
}

const cutShort = ({ path, length }: Source, where: string) =>
  new PlainError(
    `${path} was cut short: it ends after ${bytes(length)} bytes, in ${where}, and its end marker is missing. Nothing was restored. Copy it again, or take another backup.`,
  );

const damaged = ({ path }: Source, where: string) =>
  new PlainError(
    `${path} is damaged in ${where}: that is not what was written there. Nothing was restored. Copy it again, or take another backup.`,
  );

/** Reads one file in the backup from its header on: where it is, its hash, and its text if it is small. */
async function readPart(source: Source, at: number, before: string) {
  const header = readHeader(await take(source, at, BLOCK, `what follows ${before}`));
  if (!header && at === 0) throw noBackup(source);
  if (!header) throw damaged(source, `what follows ${before} (byte ${bytes(at)} of the file)`);
  const { name, size, time } = header;
  const from = at + BLOCK;
  const isText = !name.startsWith('tables/') && size <= LARGEST_TEXT;
  const kept: Buffer[] = [];
  const hash = createHash('sha256');
  if (from + size > source.length) throw cutShort(source, name);
  for (let done = 0; done < size; done += CHUNK) {
    const chunk = await take(source, from + done, Math.min(CHUNK, size - done), name);
    hash.update(chunk);
    if (isText) kept.push(chunk);
  }
  const padding = await take(source, from + size, paddingAfter(size), `what follows ${name}`);
  if (padding.some((byte) => byte !== 0)) throw damaged(source, `what follows ${name}`);
  const part: Part = { name, from, size, sha256: hash.digest('hex') };
  return {
    part,
    time,
    text: Buffer.concat(kept).toString('utf8'),
    next: from + size + padding.length,
  };
}

/** Every file in the backup to its end marker, and that nothing follows it. */
async function readParts(source: Source) {
  const parts = new Map<string, Part>();
  const texts = new Map<string, string>();
  const times = new Set<number>();
  let at = 0;
  let before = 'its beginning';
  while (before !== END) {
    const { part, time, text, next } = await readPart(source, at, before);
    if (at === 0 && part.name !== MANIFEST) throw noBackup(source);
    if (parts.has(part.name)) throw damaged(source, `the second ${part.name}`);
    parts.set(part.name, part);
    texts.set(part.name, text);
    times.add(time);
    if (times.size > 1) throw damaged(source, `the header of ${part.name}`);
    before = part.name;
    at = next;
  }
  const tail = await take(source, at, TAIL.length, `what follows ${END}`);
  if (!tail.equals(TAIL) || at + TAIL.length !== source.length) {
    throw damaged(source, `what follows ${END}`);
  }
  return { parts, texts, time: [...times][0] };
}

const noBackup = ({ path }: Source) =>
  new PlainError(`${path} is no backup of a Clarion, or its beginning is damaged.`);

/** Compares what was read with the sums, and says which of the two is damaged. */
function checkSums(source: Source, parts: Map<string, Part>, texts: Map<string, string>): void {
  const read = [...parts.values()].filter(({ name }) => name !== SUMS && name !== END);
  const lines = read.map(({ sha256, name }) => sumLine(sha256, name));
  const { sumsText, endText } = sealOf(lines);
  const kept = texts.get(SUMS) ?? '';
  if (kept === sumsText && texts.get(END) === endText) return;
  if (kept === sumsText) throw damaged(source, END);
  const isSumsRight = sealOf([kept]).endText === texts.get(END);
  const wrong = isSumsRight && read.find((_, index) => !kept.includes(lines[index] as string));
  throw damaged(source, wrong ? placeOf(wrong) : SUMS);
}

function readManifest(source: Source, text: string): Manifest {
  // Its sum is right, so it is what some Clarion wrote.
  const json = JSON.parse(text) as { version?: unknown };
  if (Number(json.version) > FORMAT) {
    throw new PlainError(`${source.path} was made by a newer Clarion. Restore it with that one.`);
  }
  return manifestSchema.parse(json);
}

/** Reads a backup from end to end without keeping it, and refuses one that is not whole. */
export async function readBackup(
  path: string,
  { unverified = false }: { unverified?: boolean | undefined } = {},
): Promise<ReadBackup> {
  const file = await open(path, 'r').catch((fault: NodeJS.ErrnoException) => {
    throw new PlainError(
      fault.code === 'ENOENT' ? `${path}: there is no such file.` : `${path}: ${fault.message}`,
    );
  });
  try {
    const source = { path, file, length: (await file.stat()).size };
    const { parts, texts, time } = await readParts(source);
    if (!unverified) checkSums(source, parts, texts);
    const manifest = readManifest(source, texts.get(MANIFEST) ?? '');
    if (time !== Math.floor(Date.parse(manifest.takenAt) / 1000)) {
      throw damaged(source, 'its headers');
    }
    const missing = manifest.tables.find(({ name }) => !parts.has(partOf(name)));
    if (missing) throw damaged(source, `${partOf(missing.name)}, which is missing`);
    return { path, manifest, parts };
  } finally {
    await file.close();
  }
}

/** The bytes of a file in a backup. */
export const openPart = ({ path }: ReadBackup, { from, size }: Part) =>
  createReadStream(path, { start: from, end: from + size - 1, highWaterMark: CHUNK });
