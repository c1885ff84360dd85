import type { Access } from './row.js';

/** What is shown to oneself alone, to officers, or only after voting. */
export const SENSITIVE = {
  'Query.viewer': { who: 'signed_in', of: 'own' },
  'Query.mine': { who: 'signed_in', of: 'own' },
  'Query.reviewing': { who: 'decide', of: 'body', rule: 'mayReview' },
  'Query.citable': { who: 'draft', of: 'body' },
  'Proposal.myVote': { who: 'signed_in', of: 'own' },
  'Proposal.isMine': { who: 'signed_in', of: 'own' },
  'Proposal.tally': { who: 'anyone', of: 'counted', rule: 'countsHidden' },
  'Comment.isMine': { who: 'signed_in', of: 'own' },
  'Comment.isGoodPointByMe': { who: 'signed_in', of: 'own' },
  'Consultation.myVoteCount': { who: 'signed_in', of: 'own' },
  'Consultation.priorityBallot': { who: 'anyone', of: 'own', rule: 'refusePrioritising' },
  'Consultation.queue': { who: 'decide', of: 'body', rule: 'mayReview' },
  'Decision.myVerdict': { who: 'signed_in', of: 'own' },
  'Decision.verdicts': { who: 'anyone' },
  'Draft.mine': { who: 'signed_in', of: 'own' },
  'Draft.publishCheck': { who: 'draft', of: 'body', rule: 'refuseDrafter' },
  'Opinion.mine': { who: 'signed_in', of: 'own' },
  'OpinionStatement.tally': { who: 'anyone', of: 'counted', rule: 'countsHidden' },
  'GroupTally.tally': { who: 'anyone', of: 'counted', rule: 'countsHidden' },
  'RankedProposal.tally': { who: 'anyone', of: 'counted', rule: 'refuseLiveRanking' },
  'StoryStep.tally': { who: 'anyone', of: 'counted', rule: 'countsHidden' },
} as const satisfies Record<string, Access>;
