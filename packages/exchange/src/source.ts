import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { MalformedFile } from './malformed-file.js';

/** How far a reader is, over all the files of its folder together. */
export interface Progress {
  file: string;
  readBytes: number;
  totalBytes: number;
}

/** A file inside a folder that is being read; `name` is what faults call it. */
export interface Source {
  name: string;
  path: string;
  bytes: number;
}

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The first of `names` that is a file in `folder`, or null. */
export async function findSource(folder: string, ...names: string[]): Promise<Source | null> {
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile()) return { name, path: file, bytes: found.size };
  }
  return null;
}

export async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new MalformedFile(folder, null, 'there is no such folder.');
  if (!found.isDirectory()) throw new MalformedFile(folder, null, 'this is not a folder.');
}

/** Adds up the bytes read from several sources and tells `report`. */
export function progressOver(
  sources: readonly (Source | null)[],
  report: ((progress: Progress) => void) | undefined,
): (file: string, bytes: number) => void {
  const totalBytes = sources.reduce((sum, source) => sum + (source?.bytes ?? 0), 0);
  let readBytes = 0;
  return (file, bytes) => {
    readBytes += bytes;
    report?.({ file, readBytes, totalBytes });
  };
}

/**
 * The text of a file in pieces of whole lines, without the byte order mark. Cutting only at
 * newlines keeps every character, and every CRLF, in one piece. Bytes that are not UTF-8, and
 * zero bytes (which no database text can hold), are faults.
 */
export async function* wholeLines(
  source: Source,
  onBytes: (file: string, bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let line = 1;
  let first = true;
  function decode(bytes: Buffer): string {
    const start = first && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    first = false;
    const text = bytes.subarray(start);
    if (!isUtf8(text) || text.includes(0)) throw faultIn(source.name, text, line);
    line += countNewlines(text);
    return text.toString('utf8');
  }
  try {
    for await (const chunk of bytesOf(source, onBytes)) {
      const cut = chunk.lastIndexOf(NEWLINE) + 1;
      if (cut > 0) {
        yield decode(Buffer.concat([...held, chunk.subarray(0, cut)]));
        held = [];
      }
      if (cut < chunk.length) held.push(chunk.subarray(cut));
    }
    if (held.length > 0) yield decode(Buffer.concat(held));
  } catch (error) {
    throw asMalformed(error, source.name, line);
  }
}

async function* bytesOf(
  source: Source,
  onBytes: (file: string, bytes: number) => void,
): AsyncGenerator<Buffer> {
  if (!source.name.endsWith('.gz')) {
    yield* storedBytes(source, onBytes);
    return;
  }
  const unpacked = createGunzip();
  pipeline(storedBytes(source, onBytes), unpacked).catch(() => undefined);
  yield* unpacked as AsyncIterable<Buffer>;
}

async function* storedBytes(
  source: Source,
  onBytes: (file: string, bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(source.path) as AsyncIterable<Buffer>) {
    onBytes(source.name, chunk.length);
    yield chunk;
  }
}

function asMalformed(error: unknown, file: string, line: number): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error)) return error;
  const code = String(error.code);
  if (code.startsWith('Z_')) {
    return new MalformedFile(file, line, 'the compressed file is damaged or cut short from here.');
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new MalformedFile(file, null, 'the file may not be read by this user.');
  }
  return error;
}

function faultIn(file: string, bytes: Buffer, firstLine: number): MalformedFile {
  let line = firstLine;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    const text = bytes.subarray(start, end);
    if (!isUtf8(text)) return new MalformedFile(file, line, 'the text is not UTF-8.');
    if (text.includes(0)) return new MalformedFile(file, line, 'the text holds a zero byte.');
    start = end + 1;
  }
  return new MalformedFile(file, firstLine, 'the text is not UTF-8.');
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
