import { formatNumber, percent, plural } from '../../ui/numbers';

/** Fractions that people say, as [part, whole]; shares in between are near enough to one of them. */
const SAID: readonly (readonly [number, number])[] = [
  [1, 10],
  [1, 9],
  [1, 8],
  [1, 7],
  [1, 6],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
];

/** "1 in 3"; below 1 in 10 "1 in 25", above 9 in 10 "nearly all". */
export function sayShare(share: number): string {
  if (share > 0.95) return 'nearly all';
  if (share <= 0) return 'none';
  if (share < 0.095) return `1 in ${formatNumber(Math.round(1 / share))}`;
  const distance = ([part, whole]: readonly [number, number]) => Math.abs(part / whole - share);
  const [part, whole] = SAID.reduce((best, next) =>
    distance(next) < distance(best) ? next : best,
  );
  return `${part} in ${whole}`;
}

/** "About 1 in 3, 214 people." */
export function saySize(people: number, share: number): string {
  const words = sayShare(share);
  return `${words === 'nearly all' ? 'Nearly all' : `About ${words}`}, ${plural(people, 'person', 'people')}.`;
}

const numerals = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];

/** "Three groups who vote alike". */
export function sayGroups(count: number): string {
  return `${numerals[count] ?? count} groups who vote alike`;
}

/** "both", "all three". */
export function sayAll(count: number): string {
  return count === 2 ? 'both' : `all ${(numerals[count] ?? String(count)).toLowerCase()}`;
}

/** The side that a statement marks; nobody is marked by passing. */
export type Side = 'agree' | 'disagree';

interface Votes {
  agree: number;
  disagree: number;
  pass: number;
}

/** The share of votes that are on a side; passes count as votes. */
export function shareOf(votes: Votes, side: Side): number {
  const all = votes.agree + votes.disagree + votes.pass;
  return all === 0 ? 0 : votes[side] / all;
}

interface GroupVotes {
  letter: string;
  tally: Votes | null;
}

/**
 * How widely a statement is shared, by the group that shares it least: "At least 93% of each group agree."
 * Where even that is no majority it says so.
 */
export function sayLeast(groups: readonly GroupVotes[], side: Side): string | null {
  const shown = groups.flatMap(({ letter, tally }) =>
    tally ? [{ letter, share: shareOf(tally, side) }] : [],
  );
  const [first, ...others] = shown;
  if (!first) return null;
  const least = others.reduce((low, next) => (next.share < low.share ? next : low), first);
  // Rounded down, so that "at least" is true.
  const figure = percent(Math.floor(least.share * 100) / 100);
  if (least.share <= 0.5) return `In group ${least.letter} only ${figure} ${side}.`;
  const which = shown.length === groups.length ? 'each group' : 'each group that can be shown';
  return `At least ${figure} of ${which} ${side}.`;
}
