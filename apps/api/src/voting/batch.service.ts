import { batchIsDue, FEWEST_IN_BATCH } from '@clarion/deliberation';
import { leafHash, rootOf, subtreesOver, toHex, treeAt } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { enter } from '../record/record.service.js';
import * as batches from './batch.queries.js';

/** The tree over the commitments of a batch. */
export const treeOver = async (commitments: readonly Uint8Array[]) =>
  subtreesOver(await Promise.all(commitments.map(leafHash)));

/** The commitments of a batch, one by one. */
export const listOf = (commitments: Buffer): Buffer[] =>
  Array.from({ length: commitments.length / 32 }, (_, at) =>
    commitments.subarray(at * 32, at * 32 + 32),
  );

/**
 * Enters what waits in a consultation into the record, as one list, where it is of at least ten people.
 * Answers the number of the batch; null where fewer wait.
 */
export async function makeBatch(
  tx: EntityManager,
  consultationId: string,
  at: Date,
): Promise<number | null> {
  await batches.takeTurn(tx, consultationId);
  if ((await batches.votersWaiting(tx, consultationId)) < FEWEST_IN_BATCH) return null;
  const commitments = await batches.take(tx, consultationId);
  if (commitments.length === 0) return null;
  const read = await treeOver(commitments);
  const root = await rootOf(await treeAt(commitments.length, read));
  const number = await batches.keep(tx, consultationId, { commitments, root, at });
  await enter(tx, {
    kind: 'votes_committed',
    aboutKind: 'consultation',
    aboutId: consultationId,
    consultationId,
    actorId: null,
    at,
    data: { batch: number, count: commitments.length, root: toHex(root) },
  });
  return number;
}

/** The consultations whose commitments should enter the record now. */
export async function dueBatches(db: EntityManager, now: Date): Promise<string[]> {
  const waiting = await batches.waiting(db);
  return waiting
    .filter((each) => batchIsDue(each, now))
    .map(({ consultationId }) => consultationId);
}
