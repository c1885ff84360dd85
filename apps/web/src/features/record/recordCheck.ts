import {
  type Entry,
  fromBase64,
  type KeptEntry,
  type NoteKey,
  openCheckpoint,
  readEntry,
  readKey,
  verifyAdvance,
  verifyChain,
} from '@clarion/record';
import type { KeptRecord } from './keptRecord';

export interface CheckProgress {
  doing: string;
  /** From 0 to 1; null where it is not known. */
  share: number | null;
}

/** What a check of the whole record found in order. */
export interface RecordReport {
  size: number;
  /** What it is called in its checkpoints. */
  origin: string;
  /** How many entries it had when this browser looked last; null for the first time. */
  earlierSize: number | null;
  /** To be kept for the next time. */
  keep: { key: string; note: string };
}

export type RecordFault =
  | { kind: 'network' | 'not_secure' | 'no_signatures' | 'no_worker' | 'fault' | 'none_yet' }
  | { kind: 'status'; status: number }
  /** It is signed with a key that this browser does not know. */
  | { kind: 'other_key'; key: string }
  | {
      kind: 'broken';
      problem: string;
      /** The first entry that is wrong, where that is known. */
      number: number | null;
      /** Both notes, where the record does not go on from what was signed before: evidence to keep. */
      notes: { kept: string; fresh: string } | null;
    };

export type CheckMessage =
  | { kind: 'progress'; progress: CheckProgress }
  | { kind: 'done'; report: RecordReport }
  | { kind: 'failed'; fault: RecordFault };

type Outcome = Exclude<CheckMessage, { kind: 'progress' }>;
type Say = (progress: CheckProgress) => void;

/** Entries fetched at once: as many as are given at once. */
const PAGE = 1000;

class Failed extends Error {
  constructor(readonly fault: RecordFault) {
    super(fault.kind);
  }
}

const broken = (problem: string, number: number | null = null) =>
  new Failed({ kind: 'broken', problem, number, notes: null });

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path).catch(() => null);
  if (!response) throw new Failed({ kind: 'network' });
  if (response.status === 404) throw new Failed({ kind: 'none_yet' });
  if (!response.ok) throw new Failed({ kind: 'status', status: response.status });
  return response.text().catch(() => {
    throw new Failed({ kind: 'network' });
  });
}

async function* entriesTo(size: number, say: Say): AsyncGenerator<KeptEntry> {
  for (let from = 1; from <= size; from += PAGE) {
    say({ doing: 'Checking every entry', share: (from - 1) / size });
    const to = Math.min(size, from + PAGE - 1);
    const text = await fetchText(`/record/entries?from=${from}&to=${to}`);
    for (const [at, line] of text.split('\n').slice(0, -1).entries()) {
      yield { entry: entryIn(line, from + at) };
    }
  }
}

function entryIn(line: string, number: number): Entry {
  const read = readEntry(line);
  if (!read.ok) throw broken(read.problem, number);
  return read.value;
}

/** That the record only grew since this browser looked last. */
async function checkAdvance(kept: string, fresh: string, size: number, key: NoteKey) {
  const known = { record: [key] };
  const before = await openCheckpoint(kept, known);
  const earlier = before.ok ? before.value.size : 0;
  const isLonger = before.ok && earlier < size;
  const lines = isLonger
    ? (await fetchText(`/record/consistency?from=${earlier}&to=${size}`)).split('\n').slice(0, -1)
    : [];
  const proof = lines.map((line) => fromBase64(line) ?? new Uint8Array());
  const advance = await verifyAdvance(kept, fresh, proof, known);
  if (advance.ok) return earlier;
  throw new Failed({
    kind: 'broken',
    problem: advance.problem,
    number: null,
    notes: { kept, fresh },
  });
}

async function check(kept: KeptRecord | null, say: Say): Promise<RecordReport> {
  say({ doing: 'Fetching what was signed', share: null });
  const [line = ''] = (await fetchText('/record/key')).split('\n');
  const note = await fetchText('/record/checkpoint');
  if (kept && kept.key !== line) throw new Failed({ kind: 'other_key', key: line });
  const key = await readKey(line);
  if (!key.ok) throw broken(`The key of the record cannot be read. ${key.problem}`);
  const opened = await openCheckpoint(note, { record: [key.value] });
  if (!opened.ok) throw broken(opened.problem);
  const { size, origin } = opened.value;
  const earlierSize = kept?.note ? await checkAdvance(kept.note, note, size, key.value) : null;
  const chain = await verifyChain(entriesTo(size, say), [opened.value]);
  if (!chain.ok) throw broken(chain.problem, chain.number);
  return { size, origin, earlierSize, keep: { key: line, note } };
}

/**
 * Checks the whole record on this device: fetches every entry, follows the chain, makes the tree over
 * them and holds it against the signed checkpoint, and that against the one this browser kept.
 */
export async function checkRecord(kept: KeptRecord | null, say: Say): Promise<Outcome> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  // Browsers hash only on pages that nobody on the way can have changed.
  if (!subtle) return { kind: 'failed', fault: { kind: 'not_secure' } };
  try {
    return { kind: 'done', report: await check(kept, say) };
  } catch (error) {
    if (error instanceof Failed) return { kind: 'failed', fault: error.fault };
    const isUnknown = error instanceof DOMException && error.name === 'NotSupportedError';
    if (isUnknown) return { kind: 'failed', fault: { kind: 'no_signatures' } };
    throw error;
  }
}
