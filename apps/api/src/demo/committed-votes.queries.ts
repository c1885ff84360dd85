import type { EntityManager } from 'typeorm';
import { COMMITMENT } from '../voting/commitment-in-sql.js';

/** Ten minutes over which the commitments of the demonstration's last votes come in: eight hours. */
const SLOTS = 48;

/**
 * Commits to the votes of a consultation that are not yet, as their voters' browsers would. With `from`,
 * their commitments come in over the hours after it, so that a visitor's own vote is not alone in its batch.
 */
export async function commitVotes(
  tx: EntityManager,
  consultationId: string,
  from: Date | null,
): Promise<void> {
  await tx.query(
    `WITH drawn AS MATERIALIZED (
       SELECT consultation_id, proposal_id, pseudonym, choice, NULL::bytea AS previous,
         sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) AS random
       FROM vote WHERE consultation_id = $1 AND commitment IS NULL
     ), committed AS MATERIALIZED (
       SELECT v.*, ${COMMITMENT} AS commitment FROM drawn v
     ), waiting AS (
       INSERT INTO pending_commitment (commitment, consultation_id, pseudonym, since)
       SELECT commitment, consultation_id, pseudonym,
         $2::timestamptz + get_byte(pseudonym, 0) % ${SLOTS} * interval '10 minutes'
       FROM committed)
     UPDATE vote SET random = c.random, commitment = c.commitment FROM committed c
     WHERE vote.consultation_id = c.consultation_id AND vote.proposal_id = c.proposal_id
       AND vote.pseudonym = c.pseudonym`,
    [consultationId, from],
  );
}
