import { setTimeout as pause } from 'node:timers/promises';
import { batchIsDue, batchSlot } from '@clarion/deliberation';
import { toHex } from '@clarion/record';
import type { DataSource, EntityManager } from 'typeorm';
import { enter } from '../record/record.service.js';
import * as batches from './batch.queries.js';
import { COMMITMENT_BYTES, treeOver } from './batch-tree.js';

/** Bytes of commitments that are written in one statement, a few hundredths of a second. */
const AT_ONCE = 5_000 * COMMITMENT_BYTES;
/** Milliseconds between two such: votes need the same disk and the same processor. */
const REST_MS = 50;

/** Keeps in which batch each of a list is, a part at a time. */
async function placeAll(
  tx: EntityManager,
  batch: { consultationId: string; number: number },
  commitments: Buffer,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let from = 0; from < commitments.length; from += AT_ONCE) {
    if (from > 0) await pause(REST_MS, undefined, { signal });
    await batches.place(tx, batch, commitments.subarray(from, from + AT_ONCE));
  }
}

interface Making {
  at: Date;
  before?: Date | null;
  /** Gives up; the transaction is the caller's to end. */
  signal?: AbortSignal | undefined;
}

/**
 * Enters what waits in a consultation into the record, as one list, where it is of at least ten people.
 * With `before`, the beginning of ten minutes, only what was cast before them, so that nobody sees more
 * exactly when. Answers the number of the batch; null where fewer wait. Of hundreds of thousands it takes
 * seconds, for which no vote waits.
 */
export async function makeBatch(
  tx: EntityManager,
  consultationId: string,
  { at, before = null, signal }: Making,
): Promise<number | null> {
  await batches.takeTurn(tx, consultationId);
  const { voters, commitments } = await batches.waitingHere(tx, consultationId, before);
  if (!batchIsDue(voters)) {
    await batches.letGo(tx, consultationId);
    return null;
  }
  const tree = await treeOver(commitments, signal);
  const number = await batches.keep(tx, consultationId, { commitments, ...tree, at });
  await placeAll(tx, { consultationId, number }, commitments, signal);
  // Last, as whoever makes one of them again waits from here on.
  await batches.letGo(tx, consultationId);
  await enter(tx, {
    kind: 'votes_committed',
    aboutKind: 'consultation',
    aboutId: consultationId,
    consultationId,
    actorId: null,
    at,
    data: { batch: number, count: commitments.length / COMMITMENT_BYTES, root: toHex(tree.root) },
  });
  return number;
}

/** Makes every batch that is due, and forgets when those who have to wait on began to. */
export async function makeDueBatches(
  database: DataSource,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const before = batchSlot(now);
  for (const { consultationId, voters } of await batches.waiting(database.manager, before)) {
    if (!batchIsDue(voters)) continue;
    await database.transaction((tx) => makeBatch(tx, consultationId, { at: now, before, signal }));
  }
  await batches.forgetMoments(database.manager, before);
}
