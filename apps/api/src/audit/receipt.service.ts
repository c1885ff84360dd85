import { entryBytes, inclusionProof, makeReceipt } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import * as checkpoints from '../record/checkpoint.queries.js';
import { entryOf } from '../record/public-act.js';
import { subtreesIn } from '../record/tree.queries.js';
import * as entries from './entry.queries.js';

/** The proof that an entry is in the record: none where there is no such entry, or none signed over it yet. */
export async function proofOf(
  db: EntityManager,
  number: number,
): Promise<{ proof: string; key: string } | null> {
  const checkpoint = await checkpoints.latest(db);
  if (!checkpoint || number > checkpoint.size) return null;
  const [row] = await entries.between(db, number, number);
  if (!row) return null;
  const index = number - 1;
  const proof = makeReceipt({
    index,
    proof: await inclusionProof(index, checkpoint.size, subtreesIn(db)),
    checkpoint: checkpoint.note,
    entry: entryBytes(entryOf(row)),
  });
  return { proof, key: checkpoint.key };
}

/** What a member is given to keep: the proof of the entry that says they sent something, and what opens it. */
export async function receiptOf(db: EntityManager, contributionId: string, memberId: string) {
  const sent = await entries.sentBy(db, contributionId, memberId);
  const proven = sent && (await proofOf(db, sent.number));
  if (!proven) return null;
  const openings = Object.entries(sent.openings).flatMap(([field, { salt, text }]) =>
    text === null ? [] : [{ field, text, salt }],
  );
  return { ...proven, contributionId, number: sent.number, openings };
}
