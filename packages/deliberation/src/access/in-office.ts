import type { Access } from './row.js';

/** What an officer does for a body. */
export const IN_OFFICE = {
  'Mutation.giveEvidence': {
    who: 'speak',
    of: 'body',
    rule: 'refuseEvidence',
    closed: 'refused',
  },
  'Mutation.contestEvidence': {
    who: 'speak',
    of: 'body',
    rule: 'refuseContest',
    closed: 'refused',
  },
  'Mutation.withdrawEvidence': {
    who: 'speak',
    of: 'body',
    rule: 'refuseWithdrawal',
    closed: 'refused',
  },
  'Mutation.considerEvidence': { who: 'decide', of: 'body', rule: 'refuseConsideration' },
  'Mutation.createConsultation': { who: 'convene', of: 'body', rule: 'refuseConvening' },
  'Mutation.editConsultation': {
    who: 'convene',
    of: 'body',
    rule: 'refuseConvening',
    closed: 'refused',
  },
  'Mutation.changePhase': {
    who: 'convene',
    of: 'body',
    rule: 'refusePhaseChange',
    closed: 'refused',
    confirm: true,
  },
  'Mutation.publishRound': {
    who: 'convene',
    of: 'body',
    rule: 'refuseRound',
    closed: 'refused',
    confirm: true,
  },
  'Mutation.decide': { who: 'decide', of: 'body', rule: 'refuseDecision', confirm: true },
  'Mutation.completeNextStop': { who: 'decide', of: 'body', rule: 'refuseNextStopDone' },
  'Mutation.createDraft': { who: 'draft', of: 'body', rule: 'refuseDrafter' },
  'Mutation.saveDraft': { who: 'draft', of: 'body', rule: 'refuseDraftEdit' },
  'Mutation.beginNextVersion': { who: 'draft', of: 'body', rule: 'refuseNextVersion' },
  'Mutation.publishDraft': { who: 'draft', of: 'body', rule: 'refusePublish', confirm: true },
  'Mutation.adoptDraft': { who: 'adopt', of: 'body', rule: 'refuseAdoption', confirm: true },
  'Mutation.moderate': {
    who: 'moderate',
    of: 'body',
    rule: 'refuseModeration',
    confirm: true,
  },
  'Mutation.suspend': {
    who: 'moderate',
    of: 'body',
    rule: 'refuseSuspension',
    confirm: true,
  },
  'Mutation.undoModeration': {
    who: 'moderate',
    of: 'body',
    rule: 'refuseReversal',
    confirm: true,
  },
  'Mutation.readSealed': {
    who: 'moderate',
    of: 'body',
    rule: 'refuseReadingSealed',
    confirm: true,
  },
  'Mutation.answerAppeal': {
    who: 'moderate',
    of: 'body',
    rule: 'refuseAppealAnswer',
    confirm: true,
  },
} as const satisfies Record<string, Access>;
