import {
  type Entry,
  type KeptEntry,
  keyFingerprint,
  type NoteKey,
  type OpenedCheckpoint,
  openCheckpoint,
  readEntry,
  readKey,
  verifyChain,
} from '@clarion/record';
import { RECORD_FILES } from './record-export.js';

/** What a check of an export found. */
export interface RecordExportReport {
  ok: boolean;
  /** Entries that are as they were signed over. */
  size: number;
  checkpoints: number;
  /** Of the record, as its checkpoints call it; null where none could be read. */
  origin: string | null;
  /** SHA-256 of each key that checkpoints were checked with. */
  keys: string[];
  /** What is wrong; null for nothing. */
  problem: string | null;
  /** The first entry that is wrong, where that is known. */
  firstBroken: number | null;
}

export interface VerifyOptions {
  /** The key as it is known from elsewhere: a vkey, or the fingerprint of one; else those in the export. */
  key?: string | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Said where an export is not one, or is not as it was signed. */
class Amiss extends Error {
  constructor(
    problem: string,
    readonly number: number | null = null,
  ) {
    super(problem);
  }
}

/** Text of a file, strictly: bytes that are no text are a fault of the export. */
function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = files.get(name);
  if (!bytes) throw new Amiss(`There is no ${name}.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Amiss(`${name} is no text in UTF-8.`);
  }
}

/** Lines without their ends; the last one has to have its own, or it was cut short. */
function linesOf(files: ReadonlyMap<string, Uint8Array>, name: string): string[] {
  const text = textOf(files, name);
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Amiss(`${name} ends in the middle of a line.`);
  return text.slice(0, -1).split('\n');
}

async function keysOf(
  files: ReadonlyMap<string, Uint8Array>,
  wanted: string | undefined,
): Promise<{ keys: NoteKey[]; fingerprints: string[] }> {
  const given = wanted?.includes('+') ? [wanted] : linesOf(files, RECORD_FILES.keys);
  const keys: NoteKey[] = [];
  const fingerprints: string[] = [];
  for (const line of given) {
    const read = await readKey(line);
    if (!read.ok) throw new Amiss(`A key cannot be read. ${read.problem}`);
    const fingerprint = await keyFingerprint(read.value.publicKey);
    if (wanted && !wanted.includes('+') && wanted.toLowerCase() !== fingerprint) continue;
    keys.push(read.value);
    fingerprints.push(fingerprint);
  }
  if (keys.length === 0) throw new Amiss('No key of the export is the one that was asked for.');
  return { keys, fingerprints };
}

function noteIn(line: string, number: number): string {
  try {
    const { note } = JSON.parse(line) as { note?: unknown };
    if (typeof note === 'string') return note;
  } catch {
    // Falls through to the one sentence for whatever is wrong with the line.
  }
  throw new Amiss(`Line ${number} of ${RECORD_FILES.checkpoints} is no checkpoint.`);
}

async function openAll(
  files: ReadonlyMap<string, Uint8Array>,
  keys: readonly NoteKey[],
): Promise<OpenedCheckpoint[]> {
  const notes = linesOf(files, RECORD_FILES.checkpoints).map((line, at) => noteIn(line, at + 1));
  if (notes.at(-1) !== textOf(files, RECORD_FILES.checkpoint)) {
    throw new Amiss(
      `${RECORD_FILES.checkpoint} is not the last of ${RECORD_FILES.checkpoints}, which is over all entries.`,
    );
  }
  const opened: OpenedCheckpoint[] = [];
  for (const [at, note] of notes.entries()) {
    const one = await openCheckpoint(note, { record: keys });
    if (!one.ok) throw new Amiss(`Checkpoint ${at + 1}: ${one.problem}`);
    opened.push(one.value);
  }
  const origins = new Set(opened.map(({ origin }) => origin));
  if (origins.size > 1) throw new Amiss(`The checkpoints are of ${[...origins].join(' and ')}.`);
  return opened;
}

function entryIn(line: string, number: number): Entry {
  const read = readEntry(line);
  if (!read.ok) throw new Amiss(read.problem, number);
  return read.value;
}

/**
 * Checks an exported record: every entry, the chain, the tree under each of its checkpoints, and every
 * signature. Never throws for what the files hold; what is wrong is said, with the first broken entry.
 */
export async function verifyExport(
  files: ReadonlyMap<string, Uint8Array>,
  { key, onProgress }: VerifyOptions = {},
): Promise<RecordExportReport> {
  const report: RecordExportReport = {
    ok: false,
    size: 0,
    checkpoints: 0,
    origin: null,
    keys: [],
    problem: null,
    firstBroken: null,
  };
  try {
    const { keys, fingerprints } = await keysOf(files, key);
    report.keys = fingerprints;
    const heads = await openAll(files, keys);
    report.checkpoints = heads.length;
    report.origin = heads[0]?.origin ?? null;
    const lines = linesOf(files, RECORD_FILES.entries);
    const hashes = hashesOf(files);
    const chain = await verifyChain(entriesIn(lines, hashes, onProgress), heads);
    if (!chain.ok) throw new Amiss(chain.problem, chain.number);
    if (chain.size !== heads.at(-1)?.size) {
      throw new Amiss('There are entries after the last checkpoint, which nobody signed.');
    }
    return { ...report, ok: true, size: chain.size };
  } catch (error) {
    if (!(error instanceof Amiss)) throw error;
    return { ...report, problem: error.message, firstBroken: error.number };
  }
}

/** The hashes that were kept beside the entries; none in an export without them. */
function hashesOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  return files.has(RECORD_FILES.hashes) ? linesOf(files, RECORD_FILES.hashes) : [];
}

function* entriesIn(
  lines: readonly string[],
  hashes: readonly string[],
  onProgress: VerifyOptions['onProgress'],
): Generator<KeptEntry> {
  for (const [at, line] of lines.entries()) {
    if (at % 1000 === 0) onProgress?.(at, lines.length);
    const hash = hashes[at];
    yield { entry: entryIn(line, at + 1), ...(hash !== undefined && { hash }) };
  }
  onProgress?.(lines.length, lines.length);
}
