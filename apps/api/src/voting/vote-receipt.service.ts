import { inclusionProof, type ReadSubtrees, toHex } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { proofOf } from '../record/proof.service.js';
import * as batches from './batch.queries.js';
import { listOf, treeOver } from './batch.service.js';

/** Trees kept at hand: those of the last batches asked for. A batch never changes. */
const MOST_TREES = 16;
const trees = new Map<string, ReadSubtrees>();

async function treeOf({ root, commitments }: batches.BatchRow): Promise<ReadSubtrees> {
  const name = root.toString('hex');
  const kept = trees.get(name) ?? (await treeOver(listOf(commitments)));
  trees.delete(name);
  trees.set(name, kept);
  for (const oldest of trees.keys()) {
    if (trees.size <= MOST_TREES) break;
    trees.delete(oldest);
  }
  return kept;
}

/** Where a commitment is in a sorted list. */
function placeIn(list: readonly Buffer[], commitment: Buffer): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Buffer.compare(list[middle] as Buffer, commitment) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Receipts of the votes with these commitments; none of those that the record is not signed over yet. */
export async function voteReceipts(db: EntityManager, commitments: readonly Buffer[]) {
  const receipts = [];
  for (const { commitment, consultationId, batch: number } of await batches.placesOf(
    db,
    commitments,
  )) {
    const batch = await batches.find(db, consultationId, number);
    const proven = batch && (await proofOf(db, batch.entry));
    if (!proven) continue;
    const list = listOf(batch.commitments);
    const index = placeIn(list, commitment);
    const path = await inclusionProof(index, list.length, await treeOf(batch));
    receipts.push({
      commitment: commitment.toString('hex'),
      consultationId,
      batch: number,
      count: list.length,
      index,
      path: path.map(toHex),
      ...proven,
    });
  }
  return receipts;
}
