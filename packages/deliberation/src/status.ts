/** What became of a contribution so far. */
export const CONTRIBUTION_STATUSES = [
  'published',
  'waiting',
  'withdrawn',
  'merged',
  'not_taken_forward',
  'hidden',
] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/**
 * Whether a proposal of this status stands in the ranking. An answer does not take it out, or
 * "14 of 20 answered" would never count a merger or a no; only its author's withdrawal does, and a
 * moderator who hides it.
 */
export function isRanked(status: ContributionStatus): boolean {
  return status === 'published' || status === 'merged' || status === 'not_taken_forward';
}
