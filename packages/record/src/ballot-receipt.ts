import { type BallotOpening, verifyOpening } from './ballot-commitment.js';
import { fromHex } from './bytes.js';
import type { KnownKeys } from './checkpoint.js';
import type { Entry } from './entry.js';
import { type Finding, found, wrong } from './finding.js';
import { leafHash } from './merkle/hashes.js';
import { verifyInclusion } from './merkle/verify.js';
import { type ReceiptFinding, verifyReceipt } from './receipt.js';

/** What an entry says of a batch of commitments to votes. */
export interface Batch {
  consultation: string;
  /** From 1 in the consultation. */
  batch: number;
  /** How many commitments it has. */
  count: number;
  /** Of the tree over them (RFC 9162), 32 bytes. */
  root: Uint8Array;
}

/** The batch that an entry fixes; null where it is about anything else. */
export function batchIn({ act }: Entry): Batch | null {
  const { kind, consultationId, data } = (act ?? {}) as Record<string, unknown>;
  const { batch, count, root } = (data ?? {}) as Record<string, unknown>;
  const bytes = typeof root === 'string' ? fromHex(root) : null;
  const isOne = kind === 'votes_committed' && typeof consultationId === 'string';
  if (!isOne || typeof batch !== 'number' || typeof count !== 'number' || !bytes) return null;
  return { consultation: consultationId, batch, count, root: bytes };
}

/** That a vote is in the record, by what it was committed to by. */
export interface BallotReceipt {
  /** 32 bytes. */
  commitment: Uint8Array;
  /** Its place in the batch, from 0. */
  index: number;
  /** The inclusion proof in the tree of the batch, from the leaf up. */
  path: readonly Uint8Array[];
  /** The receipt of the batch's entry, which it carries. */
  proof: string;
}

/**
 * Checks the receipt of a vote: that the record signed the entry of a batch, and that the commitment is in
 * that batch. With `opening` also that it is of that vote in that consultation; without, it says only
 * that something is in the record. Otherwise what is wrong, in words.
 */
export async function verifyBallotReceipt(
  { commitment, index, path, proof }: BallotReceipt,
  known: KnownKeys,
  opening?: BallotOpening,
): Promise<Finding<{ receipt: ReceiptFinding; batch: Batch }>> {
  const checked = await verifyReceipt(proof, known);
  if (!checked.ok) return checked;
  const receipt = checked.value;
  const batch = receipt.entry && batchIn(receipt.entry);
  if (!batch) return wrong('The receipt is for something else than votes.');
  const head = { size: batch.count, root: batch.root };
  if (!(await verifyInclusion(await leafHash(commitment), index, head, path))) {
    return wrong('The proof does not lead from the vote to what the record has.');
  }
  if (!opening) return found({ receipt, batch });
  if (opening.consultation !== batch.consultation) {
    return wrong('The vote is of another consultation than its batch.');
  }
  if (!(await verifyOpening(commitment, opening))) {
    return wrong('The commitment is not to this vote.');
  }
  return found({ receipt, batch });
}
