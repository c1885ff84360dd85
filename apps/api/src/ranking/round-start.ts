import type { EntityManager } from 'typeorm';
import { resultOn } from '../opinion/opinion.service.js';
import * as results from '../opinion/opinion-result.queries.js';
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';
import * as matrices from './round-matrix.queries.js';

/**
 * Where the groups of a round begin: at those that were found last for the page, so that letters mean the same
 * in both and what one told can be weighed with what the other tells; else at those of the round before.
 */
export async function startOf(
  tx: EntityManager,
  consultationId: string,
  matrix: VoteMatrix,
): Promise<matrices.RoundStart | null> {
  const last = await results.find(tx, consultationId);
  return last ? resultOn(matrix, last) : matrices.startOf(tx, consultationId, matrix);
}
