import type { EntityManager } from 'typeorm';
import * as consultations from '../consultations/consultation.queries.js';
import * as many from './priority-ballot-many.queries.js';
import * as tallies from './tally.queries.js';
import * as votes from './vote-many.queries.js';

/**
 * Writes priority ballots from outside, and counts the consultation anew. No rule is asked: whoever
 * calls it vouches for the ballots, one a person.
 */
export async function castBallots(
  tx: EntityManager,
  consultationId: string,
  ballots: readonly many.ImportedBallot[],
): Promise<void> {
  await consultations.lock(tx, consultationId, 'UPDATE');
  await votes.enrolMany(tx, consultationId, ballots);
  // Planned by what was known before the voters came, each choice would look through all of them.
  await tx.query('ANALYZE voter');
  await many.replaceMany(tx, consultationId, ballots);
  await tallies.rebuild(tx, consultationId);
}
