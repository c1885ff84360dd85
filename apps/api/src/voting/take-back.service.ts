import type { Choice } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import * as ballots from './ballot.queries.js';
import * as priorities from './priority-ballot.queries.js';
import * as tallies from './tally.queries.js';
import * as sets from './vote-set.queries.js';
import { difference } from './vote-set.service.js';

/**
 * Takes back all that somebody voted and chose in a consultation, as they could one by one, and forgets that
 * they were there. The caller holds the consultation. Answers how many votes that were.
 */
export async function takeBackAll(tx: EntityManager, key: ballots.VoterKey): Promise<number> {
  const { consultationId, pseudonym } = key;
  const voter = await ballots.lockVoter(tx, key);
  if (!voter) return 0;
  const votes = await tx.query<{ proposalId: string; choice: Choice }[]>(
    `SELECT proposal_id AS "proposalId", choice FROM vote
     WHERE consultation_id = $1 AND pseudonym = $2 ORDER BY proposal_id`,
    [consultationId, pseudonym],
  );
  const chosen = await priorities.own(tx, key);
  const places = votes.map(({ proposalId }) => ({ proposalId, pseudonym }));
  const changes = votes.map(({ proposalId, choice }) => ({
    proposalId,
    clpId: voter.clpId,
    ...difference(choice, null),
  }));
  await sets.removeAll(tx, consultationId, places);
  await priorities.replace(tx, key, []);
  await tallies.change(tx, consultationId, changes, -Math.sign(votes.length));
  const fewer = { voters: 0, ballots: -Math.sign(chosen.length) };
  await tallies.changeTurnout(tx, consultationId, fewer);
  await tx.query('DELETE FROM voter WHERE consultation_id = $1 AND pseudonym = $2', [
    consultationId,
    pseudonym,
  ]);
  return votes.length;
}
