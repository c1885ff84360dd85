import type { Topic } from '../live/topic.js';
import { standings } from './proposal.queries.js';

/** Rows of lists that are told: more do not move between two looks, and they are a page of a list. */
const LATELY = 20;

/** How many proposals and comments a consultation has, and those that moved last, for its news. */
export const TOLD_COUNTS: readonly string[] = [
  `(SELECT count(*)::int FROM proposal p
     WHERE p.consultation_id = c.id AND p.status <> 'waiting') AS "proposalCount"`,
  `(SELECT coalesce(sum(p.comment_count), 0)::int FROM proposal p
     WHERE p.consultation_id = c.id AND p.status <> 'waiting') AS "commentCount"`,
  `(SELECT coalesce(json_agg(l), '[]') FROM (
     SELECT p.id, p.version, p.status, p.comment_count AS "commentCount" FROM proposal p
     WHERE p.consultation_id = c.id AND p.status <> 'waiting'
     ORDER BY p.active_at DESC, p.id DESC LIMIT ${LATELY}) l) AS lately`,
];

export const proposalNews: Topic = { field: 'proposalNews', read: standings };
