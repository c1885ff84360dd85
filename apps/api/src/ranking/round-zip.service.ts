import { addToZip, WORDS_FILE, wordsFile } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import { enter } from '../record/record.service.js';
import * as bundles from './round-file.queries.js';
import * as matrices from './round-matrix.queries.js';
import * as words from './round-words.queries.js';

/** A round, as far as handing out its files asks. */
export interface RoundOfFiles {
  id: string;
  number: number;
  consultationId: string;
  title: string;
}

/** Whoever is handed the matrix: a scrutineer with their body, or nobody in particular for the operator. */
export interface Scrutiny {
  actorId: string | null;
  bodyId: string | null;
  at: Date;
}

/** What everybody may download: what was signed, as it was, and the words that may be shown today. */
export async function bundleOf(db: EntityManager, { id }: RoundOfFiles): Promise<Buffer | null> {
  const zip = await bundles.zipOf(db, id);
  return zip && Buffer.from(addToZip(zip, WORDS_FILE, wordsFile(await words.shownIn(db, id))));
}

/**
 * Hands out who voted how in a round, by number; null for a round made before bundles. That it was handed
 * out, and to whom, enters the record.
 */
export async function handOutMatrix(
  tx: EntityManager,
  round: RoundOfFiles,
  { actorId, bodyId, at }: Scrutiny,
): Promise<Buffer | null> {
  const zip = await matrices.zipOf(tx, round.id);
  if (!zip) return null;
  await enter(tx, {
    kind: 'matrix_downloaded',
    aboutKind: 'consultation',
    aboutId: round.consultationId,
    consultationId: round.consultationId,
    actorId,
    bodyId,
    at,
    data: { roundId: round.id, number: round.number },
  });
  return zip;
}
