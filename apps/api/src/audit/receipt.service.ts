import type { EntityManager } from 'typeorm';
import { proofOf } from '../record/proof.service.js';
import * as entries from './entry.queries.js';

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
