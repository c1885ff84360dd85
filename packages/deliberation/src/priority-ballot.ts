import { firstRefusal, refuseVoterHere, type Voter } from './eligibility.js';
import type { Phase } from './phase.js';
import { type Refusal, refusal } from './refusal.js';
import type { Rules } from './rules.js';
import type { ContributionStatus } from './status.js';

/** Somebody who wants to choose what matters most. */
export interface PriorityAsk {
  phase: Phase;
  rules: Pick<
    Rules,
    'standingsWhoVote' | 'joinedBy' | 'votesMayChange' | 'authorMayVote' | 'priorityBallotSize'
  >;
  /** Null when nobody is signed in. */
  voter: Voter | null;
  /** Until when ballots are taken; left out, only the phase is asked. */
  votesUntil?: Date | null;
}

/** A priority ballot as it is sent in. */
export interface PriorityBallotAsk extends PriorityAsk {
  /** Ids of what they chose so far, in their order; empty when nothing is cast. */
  current: readonly string[];
  /** Ids of what they choose, the whole list; empty takes the ballot back. */
  next: readonly string[];
  /** Those of them that are of this consultation, by id. */
  proposals: ReadonlyMap<string, { status: ContributionStatus; isMine: boolean }>;
}

/** The part of `refusePriorityBallot` that is the same whatever is chosen. */
export function refusePrioritising(ask: PriorityAsk, now?: Date): Refusal | null {
  if (!ask.voter) return refusal('not_signed_in');
  if (ask.rules.priorityBallotSize === 0) return refusal('no_priority_ballot');
  return refuseVoterHere(ask, now, 'prioritise');
}

const FIELD = 'proposalIds';

function refuseChoice(id: string, { proposals, rules }: PriorityBallotAsk): Refusal | null {
  const proposal = proposals.get(id);
  if (!proposal) return refusal('not_found', { what: 'proposal', field: FIELD });
  const { status, isMine } = proposal;
  if (status !== 'published') return refusal('proposal_closed', { status, field: FIELD });
  if (!isMine || rules.authorMayVote) return null;
  return refusal('own_proposal', { act: 'prioritise', field: FIELD });
}

/**
 * Refuses a priority ballot, its change or its taking back: in order by sign-in, rules without a ballot,
 * phase, closing time (when `now` is given), standing, eligibility day, too many proposals, one of them
 * twice, each in turn by whether it is of this consultation, published and not their own, and whether
 * votes may change. Sending again what one has cast is never a change.
 */
export function refusePriorityBallot(ask: PriorityBallotAsk, now?: Date): Refusal | null {
  const { rules, current, next } = ask;
  const max = rules.priorityBallotSize;
  const isSame = next.length === current.length && next.every((id, i) => id === current[i]);
  return firstRefusal(
    refusePrioritising(ask, now),
    next.length > max
      ? refusal('too_many', { label: 'a priority ballot', max, field: FIELD })
      : null,
    new Set(next).size < next.length
      ? refusal('not_valid', {
          saying: 'A proposal is on the list twice. Take one of the two off, then send it again.',
          field: FIELD,
        })
      : null,
    firstRefusal(...next.map((id) => refuseChoice(id, ask))),
    current.length > 0 && !isSame && !rules.votesMayChange ? refusal('vote_is_final') : null,
  );
}
