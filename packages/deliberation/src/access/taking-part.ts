import type { Access } from './row.js';

/** What a member does in their own name. */
export const TAKING_PART = {
  'Mutation.ping': { who: 'anyone' },
  'Mutation.signInAsDemoPerson': { who: 'demonstration' },
  'Mutation.signOut': { who: 'anyone', of: 'own' },
  'Mutation.updateInterests': { who: 'signed_in', of: 'own' },
  'Mutation.propose': { who: 'signed_in', rule: 'refuseProposal', closed: 'refused' },
  'Mutation.editProposal': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseEdit',
    closed: 'refused',
  },
  'Mutation.withdrawProposal': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseWithdrawal',
    closed: 'refused',
  },
  'Mutation.sendComment': { who: 'signed_in', rule: 'refuseComment', closed: 'refused' },
  'Mutation.editComment': { who: 'signed_in', of: 'own', rule: 'refuseEdit', closed: 'refused' },
  'Mutation.withdrawComment': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseWithdrawal',
    closed: 'refused',
  },
  'Mutation.markGoodPoint': { who: 'signed_in', rule: 'refuseGoodPoint', closed: 'refused' },
  'Mutation.castVote': { who: 'signed_in', rule: 'refuseVote', closed: 'refused' },
  'Mutation.undoVote': { who: 'signed_in', rule: 'refuseVote', closed: 'refused' },
  'Mutation.castPriorityBallot': {
    who: 'signed_in',
    rule: 'refusePriorityBallot',
    closed: 'refused',
  },
  'Mutation.answerVerdict': { who: 'signed_in', rule: 'refuseVerdict' },
} as const satisfies Record<string, Access>;
