import type { LensId } from './lens/lenses.js';
import type { RankRange } from './range.js';
import { MOST_DRAWN, MOST_PLACED_ANEW } from './range-priorities.js';
import { ordinal, sayCount } from './words.js';

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
    'The range is where it would stand with the votes of any one CLP left out, and in 95 of 100 recounts in which each vote is drawn anew from those cast.',
  'breadth@1':
    'The range is where it would stand with any one CLP left out, and in 95 of 100 recounts in which each CLP’s votes are drawn anew from those cast.',
  'common-ground@1':
    'The range is where it would stand with any one CLP’s votes taken off the published counts of the opinion groups, and in 95 of 100 recounts in which each group’s votes are drawn anew from those cast.',
  'priorities@1': `The range is where it would stand with the ballots of any one CLP left out, and in 95 of 100 recounts in which the ballots are drawn anew from those cast. With very many ballots (CLPs times choices on different ballots above ${sayCount(MOST_PLACED_ANEW)}) leaving out a CLP is too much work and not counted; with more than ${sayCount(MOST_DRAWN)} choices on different ballots, each recount draws from a sample of these, and is told by what moves in it.`,
};
