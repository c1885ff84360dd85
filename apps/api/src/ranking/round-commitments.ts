import {
  type OpenedBefore,
  openedBefore,
  type RoundBatch,
  type RoundCommitments,
  unzipRound,
} from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import { proofOf } from '../record/proof.service.js';
import * as batches from '../voting/batch.queries.js';
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';
import * as rounds from './round.queries.js';
import * as bundles from './round-file.queries.js';

/** Batches that the record is signed over, and the key that signed. */
export interface SignedBatches {
  batches: RoundBatch[];
  key: string | null;
}

/** The batches of a consultation with their receipts, as far as the record has been signed. */
export async function signedBatches(
  tx: EntityManager,
  consultationId: string,
): Promise<SignedBatches> {
  const signed: RoundBatch[] = [];
  let key: string | null = null;
  for (const { number, entry, root, commitments } of await batches.all(tx, consultationId)) {
    const proven = await proofOf(tx, entry);
    if (!proven) continue;
    key = proven.key;
    signed.push({
      batch: number,
      entry,
      root: root.toString('hex'),
      commitments,
      receipt: proven.proof,
    });
  }
  return { batches: signed, key };
}

/** What the rounds so far opened, from their own bundles: what everybody has. */
async function openedSoFar(
  tx: EntityManager,
  consultationId: string,
): Promise<OpenedBefore | null> {
  let before: OpenedBefore | null = null;
  for (const { id } of (await rounds.ofConsultations(tx, [consultationId]))
    .get(consultationId)
    ?.toReversed() ?? []) {
    const zip = await bundles.zipOf(tx, id);
    if (zip) before = openedBefore(unzipRound(zip), before);
  }
  return before;
}

/** What a round says of commitments; null where none of its consultation is in the record. */
export async function commitmentsFor(
  tx: EntityManager,
  consultationId: string,
  { signed, matrix }: { signed: SignedBatches; matrix: VoteMatrix },
): Promise<RoundCommitments | null> {
  if (!matrix.committed || signed.key === null) return null;
  const superseded = await batches.superseded(tx, consultationId);
  return {
    ...matrix.committed,
    batches: signed.batches,
    superseded: new Map(superseded.map(({ commitment, reason }) => [commitment, reason])),
    key: signed.key,
    before: await openedSoFar(tx, consultationId),
  };
}
