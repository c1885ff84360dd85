import { fromBase64, toBase64 } from './bytes.js';
import { type Finding, found, wrong } from './finding.js';
import { HASH_BYTES } from './merkle/hashes.js';

/** A proof that something is in a record, as it is kept: C2SP tlog-proof. */
export interface TlogProof {
  /** Where it is, from 0. */
  index: number;
  /** The inclusion proof: hashes of 32 bytes from the leaf's neighbour up. */
  proof: readonly Uint8Array[];
  /** The checkpoint that the proof leads to, a whole note as it was signed. */
  checkpoint: string;
  /** What is carried along; null for nothing. The proof says nothing of it. */
  extra: Uint8Array | null;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** A tree of 2^53 leaves has no longer proof. */
const MOST_HASHES = 53;

/**
 * Writes a proof. Throws RangeError for one that `parseTlogProof` would not read: an index that is none, a
 * hash not of 32 bytes, no checkpoint.
 */
export function writeTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const lines = [
    FIRST_LINE,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ];
  const text = lines.join('\n');
  const read = parseTlogProof(text);
  if (!read.ok) throw new RangeError(read.problem);
  return text;
}

/**
 * Reads a proof as C2SP tlog-proof has it, strictly. The checkpoint is given as it stands; see
 * `openCheckpoint`. Nothing is verified here.
 */
export function parseTlogProof(text: string): Finding<TlogProof> {
  const end = text.indexOf('\n\n');
  if (end < 0) return wrong('The proof has no empty line before its checkpoint.');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== FIRST_LINE) return wrong(`The proof does not start with ${FIRST_LINE}.`);
  const carried = lines[0]?.startsWith('extra ')
    ? lines.shift()?.slice('extra '.length)
    : undefined;
  const extra = carried === undefined ? null : fromBase64(carried);
  if (carried !== undefined && !extra) {
    return wrong('What the proof carries along is not in Base64.');
  }
  const [, digits] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? [];
  if (digits === undefined) return wrong('The proof has no index.');
  const index = Number(digits);
  if (!Number.isSafeInteger(index)) return wrong('The index of the proof is too great.');
  if (lines.length > MOST_HASHES) return wrong('The proof has more hashes than any tree needs.');
  const proof: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_BYTES) return wrong('A line of the proof is no hash in Base64.');
    proof.push(hash);
  }
  const checkpoint = text.slice(end + 2);
  if (checkpoint === '') return wrong('The proof has no checkpoint.');
  return found({ index, proof, checkpoint, extra });
}
