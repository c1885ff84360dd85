import type { Topic } from '../live/topic.js';
import { standings } from './proposal.queries.js';

/** How many proposals and comments a consultation has, for its news. */
export const TOLD_COUNTS: readonly string[] = [
  `(SELECT count(*)::int FROM proposal p
     WHERE p.consultation_id = c.id AND p.status <> 'waiting') AS "proposalCount"`,
  `(SELECT coalesce(sum(p.comment_count), 0)::int FROM proposal p
     WHERE p.consultation_id = c.id AND p.status <> 'waiting') AS "commentCount"`,
];

export const proposalNews: Topic = { field: 'proposalNews', read: standings };
