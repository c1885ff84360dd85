import type { EntityManager } from 'typeorm';
import * as consultations from '../consultations/consultation.queries.js';
import * as tallies from './tally.queries.js';
import * as many from './vote-many.queries.js';

/** Votes in one statement: few round trips, and parameters of a few megabytes. */
const BATCH = 20_000;

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );

/** The last of each person's votes on each proposal, and everybody who voted. */
function latest(votes: readonly many.ImportedVote[]) {
  const last = new Map<string, many.ImportedVote>();
  const voters = new Map<string, many.ImportedVoter>();
  for (const vote of votes) {
    const person = vote.pseudonym.toString('base64');
    last.set(`${vote.proposalId} ${person}`, vote);
    if (!voters.has(person)) voters.set(person, { pseudonym: vote.pseudonym });
  }
  return { votes: [...last.values()], voters };
}

/**
 * Writes votes from outside, tens of thousands in seconds: the later of two by one person on one
 * proposal wins, here and over what was there. Then counts the consultation anew from its votes.
 * No rule is asked: whoever calls it vouches for the votes. Told who the voters are, it keeps their
 * CLP and group. Throws when a proposal is not of this consultation. Answers how many votes it wrote.
 */
export async function castMany(
  tx: EntityManager,
  consultationId: string,
  given: readonly many.ImportedVote[],
  known: readonly many.ImportedVoter[] = [],
): Promise<number> {
  await consultations.lock(tx, consultationId, 'UPDATE');
  const { votes, voters } = latest(given);
  for (const voter of known) voters.set(voter.pseudonym.toString('base64'), voter);
  for (const batch of batches([...voters.values()])) {
    await many.enrolMany(tx, consultationId, batch);
  }
  let written = 0;
  for (const batch of batches(votes)) written += await many.castMany(tx, consultationId, batch);
  if (written !== votes.length) {
    throw new Error(`${votes.length - written} votes are on proposals of another consultation`);
  }
  // Planned by what was known before tens of thousands of rows came, the recount takes minutes.
  await tx.query('ANALYZE voter, vote');
  await tallies.rebuild(tx, consultationId);
  return written;
}
