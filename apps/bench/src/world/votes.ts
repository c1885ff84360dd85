import { plantVotes } from '../groups/planted-votes.js';
import type { Committing } from './commitments.js';
import type { Consultation } from './consultations.js';
import type { Value } from './copy-rows.js';
import type { Member } from './members.js';
import { randomFrom } from './random.js';

export const VOTER_COLUMNS = ['consultation_id', 'pseudonym', 'clp_id'] as const;
export const VOTE_COLUMNS = [
  'consultation_id',
  'proposal_id',
  'pseudonym',
  'choice',
  'version',
  'cast_at',
  'random',
  'commitment',
] as const;

const AN_HOUR = 60 * 60 * 1000;
const CHOICES = ['disagree', 'pass', 'agree'] as const;

export interface Voter {
  pseudonym: Buffer;
  clpId: string;
}

/** Who votes in a consultation: so many of the active ones, always the first of them, who is the viewer. */
export function votersOf(
  { id, voters }: Consultation,
  active: readonly Member[],
  pseudonym: (consultationId: string, memberId: string) => Buffer,
): Voter[] {
  const random = randomFrom(`world/voters/${id}`);
  // Steps through all of them when the step and their number have no common factor.
  const shares = (a: number, b: number): boolean => (b === 0 ? a > 1 : shares(b, a % b));
  let step = 1 + random.below(active.length);
  while (shares(step, active.length)) step = (step % active.length) + 1;
  return Array.from({ length: Math.min(voters, active.length) }, (_, i) => {
    const member = active[(i * step) % active.length] as Member;
    return { pseudonym: pseudonym(id, member.id), clpId: member.clpId };
  });
}

export function* voterRows(
  { id }: Consultation,
  voters: readonly Voter[],
): Generator<readonly Value[]> {
  for (const { pseudonym, clpId } of voters) yield [id, pseudonym, clpId];
}

/** Votes in the shapes of real deliberations, of voters in planted groups; committed to, where somebody says by what. */
export function* voteRows(
  consultation: Consultation,
  voters: readonly Voter[],
  proposalIds: readonly string[],
  commit: Committing['next'] = () => [null, null],
): Generator<readonly Value[]> {
  const { id, votes, groups, openedAt } = consultation;
  const planted = plantVotes({
    people: voters.length,
    statements: proposalIds.length,
    votes,
    groups,
    seed: `world/votes/${id}`,
  });
  const random = randomFrom(`world/hours/${id}`);
  const hours = Array.from({ length: 24 * 20 }, (_, hour) =>
    new Date(openedAt.getTime() + hour * AN_HOUR).toISOString(),
  );
  const { person, statement, choice } = planted.votes;
  let hour = '';
  for (let i = 0; i < person.length; i++) {
    // People vote in one go.
    if (i === 0 || person[i] !== person[i - 1]) hour = random.pick(hours);
    const proposalId = proposalIds[statement[i] as number] as string;
    const chosen = CHOICES[(choice[i] as number) + 1] as string;
    const { pseudonym } = voters[person[i] as number] as Voter;
    yield [id, proposalId, pseudonym, chosen, 1, hour, ...commit(proposalId, chosen, hour)];
  }
}
