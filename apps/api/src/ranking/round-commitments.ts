import { MOST_OPENED, type RoundBatch, type RoundCommitments } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import { proofsOf } from '../record/proof.service.js';
import * as batches from '../voting/batch.queries.js';
import { noneCommitted } from '../voting/committed-votes.js';
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';
import * as rounds from './round.queries.js';
import * as bundles from './round-file.queries.js';

/** Batches that the record is signed over, and the key that signed. */
export interface SignedBatches {
  batches: RoundBatch[];
  key: string | null;
  /** Whether a round opens the votes in them: not where there are too many for a bundle. */
  areOpened: boolean;
}

/** The batches of a consultation with their receipts, as far as the record has been signed. */
export async function signedBatches(
  tx: EntityManager,
  consultationId: string,
): Promise<SignedBatches> {
  const listed = await batches.all(tx, consultationId, MOST_OPENED);
  const proofs = await proofsOf(
    tx,
    listed.map(({ entry }) => entry),
  );
  const signed = listed.flatMap(({ number, entry, root, count, commitments }) => {
    const proven = proofs.get(entry);
    if (!proven) return [];
    const said = { batch: number, entry, root: root.toString('hex'), receipt: proven.proof };
    return [{ ...said, count, commitments: commitments ?? new Uint8Array() }];
  });
  const [proven] = proofs.values();
  const areOpened = listed.every(({ commitments }) => commitments !== null);
  return { batches: signed, key: proven?.key ?? null, areOpened };
}

/** The bundles of the rounds so far, the oldest first: what they opened, everybody has. */
export async function bundlesSoFar(tx: EntityManager, consultationId: string): Promise<Buffer[]> {
  const zips: Buffer[] = [];
  const published = await rounds.ofConsultations(tx, [consultationId]);
  for (const { id } of published.get(consultationId)?.toReversed() ?? []) {
    const zip = await bundles.zipOf(tx, id);
    if (zip) zips.push(zip);
  }
  return zips;
}

/** What a round says of commitments; null where none of its consultation is in the record. */
export async function commitmentsFor(
  tx: EntityManager,
  consultationId: string,
  { signed, matrix }: { signed: SignedBatches; matrix: VoteMatrix },
): Promise<RoundCommitments | null> {
  const { batches: entered, key, areOpened } = signed;
  if (key === null) return null;
  if (!areOpened || !matrix.committed) {
    return { ...noneCommitted(), batches: entered, superseded: new Map(), key };
  }
  const superseded = await batches.superseded(tx, consultationId);
  return {
    ...matrix.committed,
    batches: entered,
    superseded: new Map(superseded.map(({ commitment, reason }) => [commitment, reason])),
    key,
  };
}
