import { batchIsDue, batchSlot } from '@clarion/deliberation';
import { leafHashes, rootOf, subtreesOver, toHex, treeAt } from '@clarion/record';
import type { DataSource, EntityManager } from 'typeorm';
import { enter } from '../record/record.service.js';
import * as batches from './batch.queries.js';

/** The tree over the commitments of a batch. */
export const treeOver = async (commitments: readonly Uint8Array[]) =>
  subtreesOver(await leafHashes(commitments));

/** The commitments of a batch, one by one. */
export const listOf = (commitments: Buffer): Buffer[] =>
  Array.from({ length: commitments.length / 32 }, (_, at) =>
    commitments.subarray(at * 32, at * 32 + 32),
  );

/**
 * Enters what waits in a consultation into the record, as one list, where it is of at least ten people.
 * With `before`, the beginning of ten minutes, only what was cast before them, so that nobody sees more
 * exactly when. Answers the number of the batch; null where fewer wait.
 */
export async function makeBatch(
  tx: EntityManager,
  consultationId: string,
  { at, before = null }: { at: Date; before?: Date | null },
): Promise<number | null> {
  await batches.takeTurn(tx, consultationId);
  if (!batchIsDue(await batches.votersWaiting(tx, consultationId, before))) return null;
  const commitments = await batches.take(tx, consultationId, before);
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

/** Makes every batch that is due, and forgets when those who have to wait on began to. */
export async function makeDueBatches(database: DataSource, now: Date): Promise<void> {
  const before = batchSlot(now);
  for (const { consultationId, voters } of await batches.waiting(database.manager, before)) {
    if (!batchIsDue(voters)) continue;
    await database.transaction((tx) => makeBatch(tx, consultationId, { at: now, before }));
  }
  await batches.forgetMoments(database.manager, before);
}
