import { createHash } from 'node:crypto';
import type { Value } from './copy-rows.js';

export const BATCH_COLUMNS = ['consultation_id', 'number', 'commitments', 'root', 'at'] as const;
export const BATCHED_COLUMNS = ['commitment', 'consultation_id', 'batch'] as const;

/**
 * Votes of the consultation that everybody looks at that are committed to; the rest are as imported votes are.
 * A round opens each in some hundred bytes, so that three million would be a bundle of 300 MB.
 */
export const MOST_COMMITTED = 200_000;
/** Commitments that enter the record together: of about a hundred people. */
const TOGETHER = 5_000;

/** Hashes of @clarion/record, at once instead of as promises: there are hundreds of thousands. */
const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.of(0);
const INNER = Buffer.of(1);

/** The root of the tree over them (RFC 9162). */
function rootOver(commitments: readonly Buffer[]): Buffer {
  let level = commitments.map((each) => sha256(LEAF, each));
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at] as Buffer, level[at + 1]];
      above.push(right ? sha256(INNER, left, right) : left);
    }
    level = above;
  }
  return level[0] ?? sha256();
}

function part(bytes: Buffer | string): Buffer {
  const given = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(given.length);
  return Buffer.concat([length, given]);
}

const NOTHING_BEFORE = part('');
const RANDOM_LENGTH = part(Buffer.alloc(32)).subarray(0, 4);

interface Batch {
  commitments: Buffer[];
  /** The last hour of its votes. */
  at: string;
}

/** What the votes of a consultation are committed to by, and the batches in which that entered the record. */
export interface Committing {
  /** The random bytes and the commitment of the next vote; none once there are enough. */
  next: (proposalId: string, choice: string, at: string) => [Buffer, Buffer] | [null, null];
  batches: () => Iterable<readonly Value[]>;
  batched: () => Iterable<readonly Value[]>;
}

export function committing(consultationId: string, most = MOST_COMMITTED): Committing {
  const beginnings = new Map<string, Buffer>();
  const batches: Batch[] = [];
  let count = 0;
  const beginningOf = (proposalId: string, choice: string) => {
    const key = `${proposalId} ${choice}`;
    const known = beginnings.get(key);
    if (known) return known;
    const parts = ['ballot-v1', consultationId, proposalId, choice].map(part);
    const made = Buffer.concat([...parts, RANDOM_LENGTH]);
    beginnings.set(key, made);
    return made;
  };
  return {
    next(proposalId, choice, at) {
      if (count >= most) return [null, null];
      const random = sha256(`world/random/${consultationId}/${count}`);
      const commitment = sha256(beginningOf(proposalId, choice), random, NOTHING_BEFORE);
      if (count % TOGETHER === 0) batches.push({ commitments: [], at });
      const batch = batches.at(-1) as Batch;
      batch.commitments.push(commitment);
      if (at > batch.at) batch.at = at;
      count += 1;
      return [random, commitment];
    },
    *batches() {
      for (const [index, { commitments, at }] of batches.entries()) {
        commitments.sort(Buffer.compare);
        yield [consultationId, index + 1, Buffer.concat(commitments), rootOver(commitments), at];
      }
    },
    *batched() {
      for (const [index, { commitments }] of batches.entries()) {
        for (const commitment of commitments) yield [commitment, consultationId, index + 1];
      }
    },
  };
}
