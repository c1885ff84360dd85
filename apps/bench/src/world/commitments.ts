import { createHash } from 'node:crypto';
import { treeOverList } from '@clarion/record';
import type { Value } from './copy-rows.js';

export const BATCH_COLUMNS = [
  'consultation_id',
  'number',
  'commitments',
  'root',
  'subtrees',
  'at',
] as const;
export const BATCHED_COLUMNS = ['commitment', 'consultation_id', 'batch'] as const;

/**
 * Votes of the consultation that everybody looks at that are committed to; the rest are as imported votes are.
 * A round opens each in some hundred bytes, so that three million would be a bundle of 300 MB.
 */
export const MOST_COMMITTED = 200_000;
/** Commitments that enter the record together: of about a hundred people. */
const TOGETHER = 5_000;

/** At once, as there are hundreds of thousands. */
const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

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
        const list = Buffer.concat(commitments.sort(Buffer.compare));
        const { root, subtrees } = treeOverList(list, sha256);
        yield [consultationId, index + 1, list, Buffer.from(root), Buffer.from(subtrees), at];
      }
    },
    *batched() {
      for (const [index, { commitments }] of batches.entries()) {
        for (const commitment of commitments) yield [commitment, consultationId, index + 1];
      }
    },
  };
}
