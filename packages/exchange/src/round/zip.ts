import { unzipSync, zipSync } from 'fflate';
import { MalformedFile } from '../malformed-file.js';
import { joined } from '../text-file.js';
import type { RoundFiles } from './round-input.js';

/** More than any real bundle, and less than fills a memory: a small zip can hold endless zeros. */
const MOST_BYTES = 2_000_000_000;
const MOST_FILES = 100;
const NAME = /^(?:rankings\/)?[A-Za-z0-9][A-Za-z0-9@.-]*$/;

/** The files as one zip; the same files always give the same bytes. */
export function zipRound(files: RoundFiles): Uint8Array {
  // The earliest date that a zip can hold, in local time, as the format has it: the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files), { mtime, level: 6 });
}

/** The end of a zip without a comment: how many files there are, and where they are listed. */
const END_BYTES = 22;
/** In the list, where a file begins. */
const BEGINS_AT = 42;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Source: PKWARE, APPNOTE.TXT 4.3.16. */
function endOf(zip: Uint8Array) {
  const end = viewOf(zip.subarray(zip.length - END_BYTES));
  const listBytes = end.getUint32(12, true);
  const listAt = end.getUint32(16, true);
  return { files: end.getUint16(10, true), listAt, listEnd: listAt + listBytes };
}

/** A zip of `zipRound` with one file more: what is in it already is not packed anew, however large. */
export function addToZip(zip: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  const single = zipRound(new Map([[name, bytes]]));
  const [before, added] = [endOf(zip), endOf(single)];
  const listed = single.slice(added.listAt, added.listEnd);
  viewOf(listed).setUint32(BEGINS_AT, before.listAt, true);
  const end = single.slice(added.listEnd);
  const ending = viewOf(end);
  for (const at of [8, 10]) ending.setUint16(at, before.files + added.files, true);
  ending.setUint32(12, before.listEnd - before.listAt + listed.length, true);
  ending.setUint32(16, before.listAt + added.listAt, true);
  return joined([
    zip.subarray(0, before.listAt),
    single.subarray(0, added.listAt),
    zip.subarray(before.listAt, before.listEnd),
    ...[listed, end],
  ]);
}

/**
 * The files in the zip of a round; `name` is what faults call it. Throws MalformedFile for what is no whole
 * zip, and for one that holds a name twice, a name that no round has, or more than a round could.
 */
export function unzipRound(zip: Uint8Array, name = 'bundle.zip'): Map<string, Uint8Array> {
  const names = new Set<string>();
  let total = 0;
  const fault = (saying: string) => new MalformedFile(name, null, saying);
  const check = (file: { name: string; originalSize: number }) => {
    total += file.originalSize;
    if (names.has(file.name)) throw fault(`it holds ${file.name} twice.`);
    if (!NAME.test(file.name)) throw fault(`it holds a file with a strange name.`);
    names.add(file.name);
    if (total > MOST_BYTES || names.size > MOST_FILES) throw fault('it holds more than any round.');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(zip, { filter: check })));
  } catch (error) {
    if (error instanceof MalformedFile) throw error;
    throw fault('this is no zip, or it is damaged or cut short.');
  }
}
