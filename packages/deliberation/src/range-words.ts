import type { LensId } from './lens/lenses.js';
import type { RankRange } from './range.js';
import { MOST_DRAWN } from './range-priorities.js';
import { ballotsArePublished, type Rules } from './rules.js';
import { ordinal, sayCount } from './words.js';

/**
 * Whether an order has a range: that of ballots only where they are published. Their order tells something of
 * how choices go together; how firm it is would tell a good deal more.
 */
export const rangeIsTold = (lens: LensId, rules: Pick<Rules, 'officialLens'>): boolean =>
  lens !== 'priorities@1' || ballotsArePublished(rules);

/** The range beside one rank; `best` and `worst` are null where leaving out a CLP is not counted. */
export interface RangeOfRank {
  best: number | null;
  worst: number | null;
  low: number;
  high: number;
}

/** The range of one proposal, by index; null below the quorum line. */
export function rangeAt({ best, worst, low, high }: RankRange, index: number): RangeOfRank | null {
  const least = low[index] ?? 0;
  if (least === 0) return null;
  return {
    best: best?.[index] ?? null,
    worst: worst?.[index] ?? null,
    low: least,
    high: high[index] as number,
  };
}

/** A rank with its range in short: "1st, and no recount moves it", "3rd, between 2nd and 5th". */
export function sayRange(rank: number, { best, worst, low, high }: RangeOfRank): string {
  const least = Math.min(rank, low, best ?? rank);
  const greatest = Math.max(rank, high, worst ?? rank);
  if (least === greatest) return `${ordinal(rank)}, and no recount moves it`;
  return `${ordinal(rank)}, between ${ordinal(least)} and ${ordinal(greatest)}`;
}

/** What the range under each lens rests on, in sentences. */
export const RANGE_NOTES: Record<LensId, string> = {
  'support@1':
    'The range is where it would stand with the votes left out of any one CLP whose counts were published, and in 95 of 100 recounts in which each vote is drawn anew from those cast.',
  'breadth@1':
    'The range is where it would stand with any one CLP left out whose counts were published, and in 95 of 100 recounts in which the votes of each of these are drawn anew; regions and all other CLPs stay as they are.',
  'common-ground@1':
    'The range is where it would stand with the votes taken off of any one CLP whose counts were published, off each opinion group by its part of all votes, and in 95 of 100 recounts in which each group’s votes are drawn anew from those cast.',
  'priorities@1': `The range, where the ballots are published, is where it would stand in 95 of 100 recounts in which they are drawn anew. How a CLP chose is published nowhere, so none is left out. With more than ${sayCount(MOST_DRAWN)} choices on different ballots, each recount draws from a sample of these, and is told by what moves in it.`,
};
