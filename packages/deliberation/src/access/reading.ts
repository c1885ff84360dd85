import type { Access } from './row.js';

/** What everybody may read, signed in or not. */
export const READING = {
  'Query.version': { who: 'anyone' },
  'Query.demo': { who: 'demonstration' },
  'Query.interests': { who: 'anyone' },
  'Query.bodies': { who: 'anyone' },
  'Query.ruleTemplates': { who: 'anyone' },
  'Query.consultations': { who: 'anyone', of: 'published' },
  'Query.consultation': { who: 'anyone', of: 'published' },
  'Query.proposal': { who: 'anyone', of: 'published' },
  'Query.similarProposals': { who: 'anyone', of: 'published' },
  'Query.comment': { who: 'anyone', of: 'published' },
  'Query.drafts': { who: 'anyone', of: 'published' },
  'Query.draft': { who: 'anyone', of: 'published' },
  'Query.search': { who: 'anyone', of: 'published' },
  'Query.story': { who: 'anyone', of: 'published' },
  'Query.moderationLog': { who: 'anyone' },
  'Query.reportCount': { who: 'anyone' },
  'Query.publicCount': { who: 'anyone' },
  'Query.record': { who: 'anyone' },
  'Query.recordEntries': { who: 'anyone' },
  'Subscription.consultationNews': { who: 'anyone', of: 'published' },
  'Subscription.proposalNews': { who: 'anyone', of: 'published' },
} as const satisfies Record<string, Access>;
