import type { Rules } from './rules.js';

/** Where a consultation stands. */
export const PHASES = [
  'preparing',
  'open',
  'prioritising',
  'reviewing',
  'reported',
  'withdrawn',
] as const;
export type Phase = (typeof PHASES)[number];

/** Everything somebody may do in a consultation; one spelling from the rules to the button. */
export const ACTS = [
  'edit_paper',
  'change_phase',
  'publish_round',
  'propose',
  'edit_proposal',
  'withdraw',
  'comment',
  'edit_comment',
  'mark_good_point',
  'give_evidence',
  'contest_evidence',
  'consider_evidence',
  'vote',
  'prioritise',
  'decide',
  'complete_next_stop',
  'answer_verdict',
  'draft',
  'adopt',
] as const;
export type Act = (typeof ACTS)[number];

/** The step that follows each phase, when the rules have a priority ballot and when they have none. */
const FOLLOWS: Record<Phase, { withBallot: readonly Phase[]; withoutBallot: readonly Phase[] }> = {
  preparing: { withBallot: ['open', 'withdrawn'], withoutBallot: ['open', 'withdrawn'] },
  open: { withBallot: ['prioritising', 'withdrawn'], withoutBallot: ['reviewing', 'withdrawn'] },
  prioritising: {
    withBallot: ['reviewing', 'withdrawn'],
    withoutBallot: ['reviewing', 'withdrawn'],
  },
  reviewing: { withBallot: ['reported', 'withdrawn'], withoutBallot: ['reported', 'withdrawn'] },
  reported: { withBallot: [], withoutBallot: [] },
  withdrawn: { withBallot: [], withoutBallot: [] },
};

/** The phases in which each act is allowed. */
const ALLOWED: Record<Act, readonly Phase[]> = {
  edit_paper: ['preparing', 'open', 'prioritising', 'reviewing'],
  change_phase: ['preparing', 'open', 'prioritising', 'reviewing'],
  publish_round: ['open', 'prioritising', 'reviewing'],
  propose: ['open'],
  edit_proposal: ['open'],
  withdraw: ['open', 'prioritising'],
  comment: ['open', 'prioritising'],
  edit_comment: ['open', 'prioritising'],
  mark_good_point: ['open', 'prioritising'],
  give_evidence: ['open', 'prioritising'],
  contest_evidence: ['open', 'prioritising', 'reviewing'],
  consider_evidence: ['open', 'prioritising', 'reviewing', 'reported'],
  vote: ['open', 'prioritising'],
  prioritise: ['prioritising'],
  decide: ['open', 'prioritising', 'reviewing', 'reported'],
  complete_next_stop: ['open', 'prioritising', 'reviewing', 'reported', 'withdrawn'],
  answer_verdict: ['open', 'prioritising', 'reviewing', 'reported', 'withdrawn'],
  draft: ['open', 'prioritising', 'reviewing', 'reported'],
  adopt: ['open', 'prioritising', 'reviewing', 'reported'],
};

/** The phases that may be set next, in the usual order; empty when it has ended. */
export function nextPhases(
  phase: Phase,
  rules: Pick<Rules, 'priorityBallotSize'>,
): readonly Phase[] {
  const { withBallot, withoutBallot } = FOLLOWS[phase];
  return rules.priorityBallotSize > 0 ? withBallot : withoutBallot;
}

/** Whether the phase allows the act at all; who may do it is asked in `eligibility.ts`. */
export function phaseAllows(phase: Phase, act: Act): boolean {
  return ALLOWED[act].includes(phase);
}
