import { isSame } from './bytes.js';
import { type KnownKeys, type OpenedCheckpoint, openCheckpoint } from './checkpoint.js';
import { type Entry, readEntry } from './entry.js';
import { type Finding, found, wrong } from './finding.js';
import { leafHash } from './merkle/hashes.js';
import { verifyConsistency, verifyInclusion } from './merkle/verify.js';
import { parseTlogProof, writeTlogProof } from './tlog-proof.js';

/** What a receipt shows: that the record, as its checkpoint has it, holds this entry at this place. */
export interface ReceiptFinding {
  /** From 0: one less than the entry's number. */
  index: number;
  entryHash: Uint8Array;
  /** The entry, where the receipt carries it. */
  entry: Entry | null;
  checkpoint: OpenedCheckpoint;
}

/**
 * A receipt to be kept by whoever it concerns: a C2SP tlog-proof, to be stored as `.tlog-proof`.
 * `index` from 0; `proof` the inclusion proof in the tree of the checkpoint; `checkpoint` the signed
 * note. With `entry`, as `entryBytes` writes it, the receipt is checked with nothing else at hand;
 * without, whoever checks it needs the entry's hash. Throws RangeError for what is malformed.
 */
export function makeReceipt(receipt: {
  index: number;
  proof: readonly Uint8Array[];
  checkpoint: string;
  entry?: Uint8Array;
}): string {
  return writeTlogProof({ ...receipt, extra: receipt.entry ?? null });
}

/**
 * Checks a receipt against keys known from elsewhere: that the checkpoint is signed by the record, and
 * that the entry is in the tree that it was signed over. `entryHash` says which entry the receipt should
 * be for; it may be left out where the receipt carries its entry. Otherwise what is wrong, in words.
 */
export async function verifyReceipt(
  receipt: string,
  known: KnownKeys,
  entryHash?: Uint8Array,
): Promise<Finding<ReceiptFinding>> {
  const parsed = parseTlogProof(receipt);
  if (!parsed.ok) return parsed;
  const { index, proof, extra } = parsed.value;
  const entry = extra ? readCarried(extra) : found(null);
  if (!entry.ok) return entry;
  const hash = extra ? await leafHash(extra) : entryHash;
  if (!hash) return wrong('The receipt does not carry its entry, and no hash of it is given.');
  if (entryHash && !isSame(hash, entryHash)) return wrong('The receipt is for another entry.');
  if (entry.value && entry.value.number !== index + 1) {
    return wrong(
      `The receipt puts entry ${entry.value.number} in the place of entry ${index + 1}.`,
    );
  }
  const checkpoint = await openCheckpoint(parsed.value.checkpoint, known);
  if (!checkpoint.ok) return checkpoint;
  const { size } = checkpoint.value;
  if (index >= size) {
    return wrong(
      `The checkpoint is over ${size} entries, and the receipt is for entry ${index + 1}.`,
    );
  }
  if (!(await verifyInclusion(hash, index, checkpoint.value, proof))) {
    return wrong('The proof does not lead from the entry to the checkpoint.');
  }
  return found({ index, entryHash: hash, entry: entry.value, checkpoint: checkpoint.value });
}

function readCarried(bytes: Uint8Array): Finding<Entry> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const read = readEntry(text);
    return read.ok ? read : wrong(`What the receipt carries is no entry. ${read.problem}`);
  } catch {
    return wrong('What the receipt carries is no text.');
  }
}

/** How a checkpoint follows one kept before; or what is wrong. */
export type AdvanceFinding =
  | { ok: true; kept: OpenedCheckpoint; fresh: OpenedCheckpoint }
  | {
      ok: false;
      problem: string;
      /** Whether the two notes by themselves prove that the record has signed two histories. Keep both. */
      twoHistories: boolean;
    };

/**
 * Checks that the record has only grown between the checkpoint that was kept and a new one: both signed
 * by it, and the first the beginning of the second, as the consistency proof from the size of the first
 * to the size of the second shows. Where it holds, keep the new one; where not, the old one.
 */
export async function verifyAdvance(
  kept: string,
  fresh: string,
  proof: readonly Uint8Array[],
  known: KnownKeys,
): Promise<AdvanceFinding> {
  const [first, second] = await Promise.all(
    [kept, fresh].map((note) => openCheckpoint(note, known)),
  );
  if (!first?.ok) return amiss(`The checkpoint that was kept: ${first?.problem}`);
  if (!second?.ok) return amiss(`The new checkpoint: ${second?.problem}`);
  const [before, after] = [first.value, second.value];
  if (before.origin !== after.origin) {
    return amiss(`The checkpoints are of two records, ${before.origin} and ${after.origin}.`);
  }
  if (after.size < before.size) {
    const sizes = `over ${after.size} entries; the one that was kept is over ${before.size}`;
    return amiss(`The new checkpoint is an older one, ${sizes}.`);
  }
  if (after.size === before.size && !isSame(before.root, after.root)) {
    return amiss('The record has signed two different histories of the same length.', true);
  }
  if (!(await verifyConsistency(before, after, proof))) {
    return amiss('The proof does not show that the new checkpoint goes on from the one kept.');
  }
  return { ok: true, kept: before, fresh: after };
}

function amiss(problem: string, twoHistories = false): AdvanceFinding {
  return { ok: false, problem, twoHistories };
}
