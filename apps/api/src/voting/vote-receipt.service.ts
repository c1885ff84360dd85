import { inclusionProof, KEPT_LEVEL, keptAt, type ReadSubtrees, toHex } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { proofOf } from '../record/proof.service.js';
import * as batches from './batch.queries.js';
import { treeHere } from './batch-tree.js';

/** Looks up subtrees of a batch: those kept beside its list, and smaller ones by hashing that part of it. */
const subtreesOf =
  (db: EntityManager, batch: batches.PlaceRow): ReadSubtrees =>
  async (places) => {
    const spans = places.map((place): batches.Span => {
      const { level, index } = place;
      return level < KEPT_LEVEL
        ? { of: 'commitments', from: index * 2 ** level, count: 2 ** level }
        : { of: 'subtrees', from: keptAt(batch.count, place), count: 1 };
    });
    const found = await batches.spansOf(db, batch, spans);
    return found.map((bytes, at) =>
      spans[at]?.of === 'commitments' ? treeHere(bytes).root : bytes,
    );
  };

/** Receipts of the votes with these commitments; none of those that the record is not signed over yet. */
export async function voteReceipts(db: EntityManager, commitments: readonly Buffer[]) {
  const receipts = [];
  const proofs = new Map<number, Awaited<ReturnType<typeof proofOf>>>();
  for (const place of await batches.placesOf(db, commitments)) {
    const { commitment, consultationId, number, count, index, entry } = place;
    const proven = proofs.get(entry) ?? (await proofOf(db, entry));
    proofs.set(entry, proven);
    if (!proven) continue;
    const path = await inclusionProof(index, count, subtreesOf(db, place));
    receipts.push({
      commitment: commitment.toString('hex'),
      consultationId,
      batch: number,
      count,
      index,
      path: path.map(toHex),
      ...proven,
    });
  }
  return receipts;
}
