import type { Access } from './row.js';

/** What a member does in their own name. */
export const TAKING_PART = {
  'Mutation.ping': { who: 'anyone' },
  'Mutation.signInAsDemoPerson': { who: 'demonstration' },
  'Mutation.signOut': { who: 'anyone', of: 'own' },
  'Mutation.updateInterests': { who: 'signed_in', of: 'own' },
  'Mutation.changeDisplayName': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseDisplayName',
    confirm: true,
  },
  'Mutation.eraseMe': { who: 'signed_in', of: 'own', rule: 'refuseErasure', confirm: true },
  'Mutation.report': { who: 'on_the_roll', rule: 'refuseReport' },
  'Mutation.reportUnlawful': { who: 'anyone', rule: 'refuseUnlawfulReport' },
  'Mutation.appeal': { who: 'on_the_roll', of: 'own', rule: 'refuseAppeal' },
  'Mutation.propose': { who: 'on_the_roll', rule: 'refuseProposal', closed: 'refused' },
  'Mutation.editProposal': {
    who: 'on_the_roll',
    of: 'own',
    rule: 'refuseEdit',
    closed: 'refused',
  },
  'Mutation.withdrawProposal': {
    who: 'on_the_roll',
    of: 'own',
    rule: 'refuseWithdrawal',
    closed: 'refused',
  },
  'Mutation.sendComment': { who: 'on_the_roll', rule: 'refuseComment', closed: 'refused' },
  'Mutation.editComment': { who: 'on_the_roll', of: 'own', rule: 'refuseEdit', closed: 'refused' },
  'Mutation.withdrawComment': {
    who: 'on_the_roll',
    of: 'own',
    rule: 'refuseWithdrawal',
    closed: 'refused',
  },
  'Mutation.markGoodPoint': { who: 'on_the_roll', rule: 'refuseGoodPoint', closed: 'refused' },
  'Mutation.castVote': { who: 'on_the_roll', rule: 'refuseVote', closed: 'refused' },
  'Mutation.undoVote': { who: 'on_the_roll', rule: 'refuseVote', closed: 'refused' },
  'Mutation.castPriorityBallot': {
    who: 'on_the_roll',
    rule: 'refusePriorityBallot',
    closed: 'refused',
  },
  'Mutation.answerVerdict': { who: 'on_the_roll', rule: 'refuseVerdict' },
} as const satisfies Record<string, Access>;
