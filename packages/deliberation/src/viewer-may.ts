import type { Day } from './day.js';
import { refuseLapsed, refuseVoterHere, type Voter } from './eligibility.js';
import { refuseSuspended } from './moderation-refusal.js';
import {
  type BodyRef,
  EVIDENCE_KINDS,
  mayActFor,
  mayReview,
  type OfficeHeld,
  officesFor,
} from './office.js';
import { type Act, type Phase, phaseAllows } from './phase.js';
import { refusePrioritising } from './priority-ballot.js';
import type { Rules } from './rules.js';
import { type ContributionStatus, isRanked } from './status.js';

/** Somebody who looks, with what the rules ask about them. */
export interface Looker extends Voter {
  offices: readonly OfficeHeld[];
  /** Until when a moderator keeps them from writing; none or left out when nobody does. */
  suspendedUntil?: Date | null;
}

/** Where they look. */
export interface Place {
  phase: Phase;
  rules: Rules;
  votesUntil: Date;
  convenedBy: BodyRef | null;
  commissions: readonly BodyRef[];
}

/** What one may do in a consultation, as the contract words it. */
export const CONSULTATION_ACTS = [
  'edit_paper',
  'change_phase',
  'publish_round',
  'propose',
  'comment',
  'give_evidence',
  'vote',
  'prioritise',
  'decide',
  'draft',
] as const satisfies readonly Act[];
export type ConsultationAct = (typeof CONSULTATION_ACTS)[number];

const speaksForEvidence = (offices: readonly OfficeHeld[], on: Day): boolean =>
  officesFor(offices, 'speak', on).some((held) => EVIDENCE_KINDS.includes(held.bodyKind));

/**
 * What somebody may do in a consultation at a moment: the same rules that refuse the act on the
 * server, asked beforehand, so that a button is only there when it would work. Nobody may do nothing.
 */
export function mayInConsultation(
  looker: Looker | null,
  place: Place,
  on: Day,
  now: Date,
): ConsultationAct[] {
  if (!looker || refuseLapsed(looker.lapsedOn, on)) return [];
  const { offices } = looker;
  const convenes = place.convenedBy !== null && mayActFor(offices, place.convenedBy, 'convene', on);
  const reviews = mayReview(
    offices,
    [...place.commissions, ...(place.convenedBy ? [place.convenedBy] : [])].map(({ id }) => id),
    on,
  );
  const mayWrite = refuseSuspended(looker.suspendedUntil, now) === null;
  const allowed: Record<ConsultationAct, boolean> = {
    edit_paper: convenes,
    change_phase: convenes,
    publish_round: convenes,
    propose: mayWrite,
    comment: mayWrite,
    give_evidence: mayWrite && speaksForEvidence(offices, on),
    vote: refuseVoterHere({ ...place, voter: looker }, now) === null,
    prioritise: refusePrioritising({ ...place, voter: looker }, now) === null,
    decide: reviews,
    draft: reviews,
  };
  return CONSULTATION_ACTS.filter((act) => allowed[act] && phaseAllows(place.phase, act));
}

/** What one may do with a proposal, as the contract words it. */
export type ProposalAct = 'edit' | 'withdraw' | 'vote' | 'comment' | 'give_evidence' | 'decide';

/** The same for one proposal: also its author, its status, and who wrote it. */
export function mayWithProposal(
  looker: Looker | null,
  place: Place,
  proposal: { status: ContributionStatus; isMine: boolean; isLocked?: boolean },
  on: Day,
  now: Date,
): ProposalAct[] {
  const here = mayInConsultation(looker, place, on, now);
  const isPublished = proposal.status === 'published';
  const isClosed = !isRanked(proposal.status);
  const { isMine } = proposal;
  const mayWrite = refuseSuspended(looker?.suspendedUntil, now) === null;
  const acts: [ProposalAct, boolean][] = [
    ['edit', mayWrite && isMine && isPublished && phaseAllows(place.phase, 'edit_proposal')],
    ['withdraw', isMine && isPublished && phaseAllows(place.phase, 'withdraw')],
    ['vote', here.includes('vote') && isPublished && (!isMine || place.rules.authorMayVote)],
    ['comment', here.includes('comment') && !isClosed && !proposal.isLocked],
    ['give_evidence', here.includes('give_evidence') && !isClosed],
    ['decide', here.includes('decide') && !isClosed],
  ];
  return acts.filter(([, isAllowed]) => isAllowed).map(([act]) => act);
}
