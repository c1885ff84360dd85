import type { Asked } from '../access.js';

/** The mutations that a field tells of: as a whole, or each of the acts that it lists. */
export type Foretold = readonly Asked[] | { readonly [act: string]: readonly Asked[] };

/**
 * Fields that tell whoever is signed in what would be let through, so that a button is there exactly then,
 * and the mutations that they tell of. The server leaves out what the table of access refuses; the field
 * itself asks the mutation's finer rule.
 */
export const BEFOREHAND = {
  'Consultation.viewerMay': {
    edit_paper: ['Mutation.editConsultation'],
    change_phase: ['Mutation.changePhase'],
    publish_round: ['Mutation.publishRound'],
    propose: ['Mutation.propose'],
    comment: ['Mutation.sendComment'],
    give_evidence: ['Mutation.giveEvidence'],
    vote: ['Mutation.castVote', 'Mutation.undoVote'],
    prioritise: ['Mutation.castPriorityBallot'],
    decide: ['Mutation.decide'],
    draft: ['Mutation.createDraft'],
  },
  'Proposal.viewerMay': {
    edit: ['Mutation.editProposal'],
    withdraw: ['Mutation.withdrawProposal'],
    vote: ['Mutation.castVote', 'Mutation.undoVote'],
    comment: ['Mutation.sendComment'],
    give_evidence: ['Mutation.giveEvidence'],
    decide: ['Mutation.decide'],
  },
  'Deck.refusal': ['Mutation.castVote', 'Mutation.undoVote'],
  'PriorityBallot.refusal': ['Mutation.castPriorityBallot'],
  'Decision.mayAnswer': ['Mutation.answerVerdict'],
  'Draft.viewerMayEdit': [
    'Mutation.saveDraft',
    'Mutation.publishDraft',
    'Mutation.beginNextVersion',
  ],
  'Proposal.viewerMayReport': ['Mutation.report'],
  'Comment.viewerMayReport': ['Mutation.report'],
  'Evidence.viewerMayReport': ['Mutation.report'],
  'Proposal.viewerMayModerate': ['Mutation.moderate'],
  'Comment.viewerMayModerate': ['Mutation.moderate'],
  'Evidence.viewerMayModerate': ['Mutation.moderate'],
  'ModerationCase.viewerMay': ['Mutation.moderate'],
  'ModerationCase.viewerMaySuspend': ['Mutation.suspend'],
  'ModerationAct.viewerMayAppeal': ['Mutation.appeal'],
  'Seal.viewerMayRead': ['Mutation.readSealed'],
} as const satisfies Record<string, Foretold>;
