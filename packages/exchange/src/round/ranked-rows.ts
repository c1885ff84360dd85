import {
  explain,
  type RangeOfRank,
  type Rules,
  rangeAt,
  sentences,
  type WhySentence,
  type WhyStep,
} from '@clarion/deliberation';
import type { LensRecount } from './ranking-file.js';
import type { PublishedProposal } from './read-tables.js';

/** A row of an order, for whoever shows it. */
export interface RankedRow {
  position: number;
  /** Null below the quorum line. */
  rank: number | null;
  isTied: boolean;
  number: number;
  statement: string;
  score: number;
  votesNeeded: number;
  clpsNeeded: number;
  range: RangeOfRank | null;
}

/** The rows of an order, best first. */
export function rankedRows(
  { ranking, range }: LensRecount,
  proposals: readonly PublishedProposal[],
): RankedRow[] {
  return Array.from(ranking.order, (place, position) => ({
    position: position + 1,
    rank: position < ranking.above ? (ranking.rank[place] ?? null) : null,
    isTied: ranking.tied[place] === 1,
    number: proposals[place]?.number ?? 0,
    statement: proposals[place]?.statement ?? '',
    score: ranking.score[place] ?? 0,
    votesNeeded: ranking.votesNeeded[place] ?? 0,
    clpsNeeded: ranking.clpsNeeded[place] ?? 0,
    range: range && rangeAt(range, place),
  }));
}

/** Why a proposal, by its number, is where it is: the numbers, and the three answers; null if it is not there. */
export function whyThere(
  { ranking, input, range }: LensRecount,
  number: number,
  rules: Rules,
): { steps: WhyStep[]; answers: WhySentence[] } | null {
  const position = ranking.order.findIndex((place) => input.number[place] === number);
  if (position < 0) return null;
  const steps = explain(position, ranking, input, rules, range);
  return { steps, answers: sentences(steps) };
}
