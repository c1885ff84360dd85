import { streamedZip } from '../streamed-zip.js';
import { README } from './record-readme.js';

/** The files of an exported record. */
export const RECORD_FILES = {
  readme: 'README.md',
  /** Every entry, a line of canonical JSON each. */
  entries: 'entries.jsonl',
  /** The hash of each as it was kept, a line each: so the entry itself is named where it was changed. */
  hashes: 'hashes.txt',
  /** Every checkpoint, a line of JSON each, the smallest first; the last is over all entries. */
  checkpoints: 'checkpoints.jsonl',
  /** The last checkpoint as it was signed. */
  checkpoint: 'checkpoint',
  /** Every key that signed one, the latest first: a C2SP vkey a line. */
  keys: 'keys.txt',
} as const;

/** What is exported, read as it is written. */
export interface RecordToExport {
  /** Every entry in pieces, read anew each time: its line and its hash in hexadecimal. */
  entries: () => AsyncIterable<readonly { line: string; hash: string }[]>;
  /** Signed notes, the smallest first. */
  checkpoints: AsyncIterable<readonly string[]>;
  /** The last of them. */
  checkpoint: string;
  keys: readonly string[];
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');

/** The files of an export, each as the pieces of its text. */
export async function* recordFiles(
  record: RecordToExport,
): AsyncGenerator<{ name: string; text: AsyncIterable<string> }> {
  const { entries, checkpoints, checkpoint, keys } = record;
  yield { name: RECORD_FILES.readme, text: once(README) };
  yield { name: RECORD_FILES.keys, text: once(lines(keys)) };
  yield { name: RECORD_FILES.checkpoint, text: once(checkpoint) };
  yield {
    name: RECORD_FILES.checkpoints,
    text: mapped(checkpoints, (notes) => lines(notes.map((note) => JSON.stringify({ note })))),
  };
  yield {
    name: RECORD_FILES.hashes,
    text: mapped(entries(), (all) => lines(all.map(({ hash }) => hash))),
  };
  yield {
    name: RECORD_FILES.entries,
    text: mapped(entries(), (all) => lines(all.map(({ line }) => line))),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* mapped<T>(
  given: AsyncIterable<T>,
  change: (one: T) => string,
): AsyncGenerator<string> {
  for await (const one of given) yield change(one);
}

/** The export as one zip, made while it is read. */
export const recordZip = (record: RecordToExport): AsyncGenerator<Uint8Array> =>
  streamedZip(recordFiles(record));
