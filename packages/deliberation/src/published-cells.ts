import { arePartsClosed, hiddenArea, hideUntil, isClosed } from './hidden-cells.js';
import { type GroupCounts, statementsOf } from './opinion/group-counts.js';
import { FLOOR, isSafe, suppressTable } from './privacy.js';
import type { Counts } from './ranking-input.js';
import { type Tally, votesOf } from './tally.js';
import { NOBODY, sumOf } from './told-before.js';

/**
 * Which groups are shown on one statement, given the votes in each and in all: those with `FLOOR` votes;
 * then the fewest votes are hidden first, of equal ones the later group, until the rest is nobody or
 * `FLOOR` people as well: of the whole, and of each `larger` one.
 */
export function shownGroups(
  votes: readonly number[],
  whole: number,
  ...larger: number[]
): boolean[] {
  const shown = votes.map((count) => count >= FLOOR);
  let told = votes.reduce((sum, count, g) => (shown[g] ? sum + count : sum), 0);
  const isEnough = () => [whole, ...larger].every((all) => all - told === 0 || all - told >= FLOOR);
  const fewestFirst = votes
    .map((count, g) => ({ count, g }))
    .filter(({ g }) => shown[g])
    .sort((a, b) => a.count - b.count || b.g - a.g);
  for (const { count, g } of fewestFirst) {
    if (isEnough()) break;
    shown[g] = false;
    told -= count;
  }
  return shown;
}

/**
 * Counts by opinion group as they may be published beside the counts of all, `whole`: hidden cells are 0
 * throughout. A cell (statement × groups + group) is shown where at least `FLOOR` of the group voted on
 * the statement and everybody else who did (hidden groups, people in no group) is nobody or at least
 * `FLOOR` people. Not strict by choice as `isSafe` is: who is in a group is known to nobody, for it is
 * found from secret votes. Throws RangeError for columns that do not fit, or groups that exceed the whole.
 */
export function publishedGroups(
  counts: GroupCounts,
  whole: Counts,
): { counts: GroupCounts; shown: Uint8Array } {
  const { groups, agree, disagree, pass } = counts;
  const statements = statementsOf(counts);
  if (groups > 0 && statements !== whole.agree.length) {
    throw new RangeError('The groups and the whole are of different statements.');
  }
  const shown = new Uint8Array(agree.length);
  const at = (column: Uint32Array, index: number) => column[index] as number;
  for (let s = 0; s < statements; s++) {
    const votes = Array.from({ length: groups }, (_, g) => {
      const cell = s * groups + g;
      return at(agree, cell) + at(disagree, cell) + at(pass, cell);
    });
    const all = at(whole.agree, s) + at(whole.disagree, s) + at(whole.pass, s);
    if (votes.reduce((sum, count) => sum + count, 0) > all) {
      throw new RangeError(`Statement ${s} has more votes in groups than in all.`);
    }
    shownGroups(votes, all).forEach((isShown, g) => {
      if (isShown) shown[s * groups + g] = 1;
    });
  }
  const only = (column: Uint32Array) => column.map((count, cell) => (shown[cell] ? count : 0));
  return {
    counts: { groups, agree: only(agree), disagree: only(disagree), pass: only(pass) },
    shown,
  };
}

/**
 * The sizes of opinion groups as they may be published beside `whole`, how many people there are in all:
 * null for a group under `FLOOR`, and for further ones, the smallest first, until those that are hidden
 * and everybody in no group are nobody or `FLOOR` people together. Throws RangeError for groups that
 * exceed the whole.
 */
export function publishedSizes(sizes: ArrayLike<number>, whole: number): (number | null)[] {
  const all = Array.from(sizes);
  if (all.reduce((sum, size) => sum + size, 0) > whole) {
    throw new RangeError('The groups have more people than there are.');
  }
  const shown = shownGroups(all, whole);
  return all.map((size, g) => (shown[g] ? size : null));
}

/**
 * Which regions may be named on the rows of one proposal whose rows also name a class: each opinion
 * group that is shown, and "no group shown". `cells` is region × class; `others` are the votes of people
 * in no region, by class; `enough` is how many voters a region needs for breadth. A region is named in all
 * classes or in none: only where its counts are safe (`isSafe`) in every class, and shown over all classes
 * in a table by region alone (`suppressTable`, which others see: what hides a region there must not be
 * undone here); and then further ones are not, the fewest votes first and equal ones together, until all
 * that is left without a region is safe in every class too, and closed over all (`isClosed`). In which order
 * the regions come makes no difference: scrutineers know it not. `may` says which might be named, where
 * other tables told something before; `parts` are the CLPs of each. Throws RangeError for regions with different numbers of classes.
 */
export function publishedRegions(
  cells: readonly (readonly Tally[])[],
  others: readonly Tally[] = [],
  enough = FLOOR,
  may?: readonly boolean[],
  parts: readonly (readonly Tally[])[] = [],
): boolean[] {
  const classes = cells[0]?.length ?? others.length;
  if (cells.some((row) => row.length !== classes)) {
    throw new RangeError('The regions differ in their classes.');
  }
  const sums = cells.map(sumOf);
  const votes = sums.map(votesOf);
  const ofNone = { tally: sumOf(others), told: 'nothing' as const };
  const alone = suppressTable(
    sums.map((tally, r) => ({ key: String(r), tally, parts: parts[r] ?? [] })),
    sumOf([...sums, ofNone.tally]),
    enough,
  );
  const isSafeIn = (shown: readonly boolean[], c: number) => {
    const unnamed = cells.flatMap((row, r) => (shown[r] ? [] : [row[c] ?? NOBODY]));
    return isSafe(sumOf([...unnamed, others[c] ?? NOBODY]));
  };
  return hideUntil(
    votes,
    cells.map(
      (row, r) =>
        row.every(isSafe) &&
        (alone[r]?.tally != null || votes[r] === 0) &&
        (votes[r] === 0 || may?.[r] !== false),
    ),
    (shown) => {
      const hidden = sums.filter((_, r) => !shown[r]);
      const told = hidden.map((tally) => hiddenArea(tally, enough));
      const left = parts.filter((_, r) => !shown[r]).flat();
      return (
        isClosed([...told, ofNone], enough) &&
        arePartsClosed(left, enough, ofNone) &&
        Array.from({ length: classes }, (_, c) => c).every((c) => isSafeIn(shown, c))
      );
    },
  );
}
