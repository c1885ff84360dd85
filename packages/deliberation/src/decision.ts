import { type Day, daysBetween, ukDay } from './day.js';

/** What a body may answer. */
export const OUTCOMES = ['accept', 'accept_in_part', 'merge', 'refer', 'not_take_forward'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The outcomes as they stand on the screen. */
export const OUTCOME_LABELS: Record<Outcome, string> = {
  accept: 'Accepted',
  accept_in_part: 'Accepted in part',
  merge: 'Merged',
  refer: 'Referred',
  not_take_forward: 'Not taken forward',
};

/** The status a proposal takes by an answer: accepted and referred ones stay published. */
export function statusAfter(outcome: Outcome): 'published' | 'merged' | 'not_taken_forward' {
  if (outcome === 'merge') return 'merged';
  return outcome === 'not_take_forward' ? 'not_taken_forward' : 'published';
}

/**
 * How many of the top are answered: of the first `topN` ids of the ranked order (above the quorum
 * line, best first), those that have an answer. `of` is smaller than `topN` when fewer are ranked.
 */
export function answered(
  ranked: readonly string[],
  topN: number,
  decided: ReadonlySet<string>,
): { answered: number; of: number } {
  const top = ranked.slice(0, topN);
  return { answered: top.filter((id) => decided.has(id)).length, of: top.length };
}

/**
 * Whole days by which a promised day has passed without the thing done, by the UK calendar; 0 on the
 * day itself, before it, and once it is done. Throws RangeError for what is not a day.
 */
export function overdueBy(due: Day, now: Date, doneAt: Date | null): number {
  return doneAt ? 0 : Math.max(0, daysBetween(due, ukDay(now)));
}

/** Whole days by which it was done after the promised day; 0 when in time. Throws RangeError for what is not a day. */
export function doneLateBy(due: Day, doneAt: Date): number {
  return Math.max(0, daysBetween(due, ukDay(doneAt)));
}

/** How those who backed a proposal took the answer. */
export interface VerdictTotals {
  yes: number;
  partly: number;
  no: number;
  /** Backed it and have not said. */
  notSaid: number;
}

/** The totals to show, or null while fewer than ten have said: so few could be known to each other. */
export function verdictTotals(
  said: Omit<VerdictTotals, 'notSaid'>,
  backers: number,
): VerdictTotals | null {
  const total = said.yes + said.partly + said.no;
  return total < 10 ? null : { ...said, notSaid: Math.max(0, backers - total) };
}
