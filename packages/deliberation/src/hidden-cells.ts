import { CHOICES } from './choice.js';
import { FLOOR } from './floor.js';
import { type Tally, votesOf } from './tally.js';

/** Counts that are hidden: of an area, or of everybody in none. */
export interface HiddenCell {
  tally: Tally;
  /**
   * What is published of its voters: that they are enough for breadth, and whether more agree; that they
   * are fewer; or nothing, as of people in no area.
   */
  told: 'enough' | 'fewer' | 'nothing';
}

/** An area's counts as a hidden cell; `enough` voters are told. */
export function hiddenArea(tally: Tally, enough: number): HiddenCell {
  return { tally, told: votesOf(tally) >= enough ? 'enough' : 'fewer' };
}

const isSafeCount = (count: number) => count === 0 || count >= FLOOR;

/** The least that follows of a choice from what is told: more agree, and how many there are at least. */
function leastOf({ agree, disagree }: Tally, choice: keyof Tally, enough: number): number {
  if (choice === 'agree') return agree > disagree ? Math.min(agree, Math.floor(enough / 2) + 1) : 0;
  if (choice === 'disagree')
    return agree > disagree ? 0 : Math.min(disagree, Math.ceil(enough / 2));
  return 0;
}

const total = <T>(list: readonly T[], count: (each: T) => number) =>
  list.reduce((sum, each) => sum + count(each), 0);

/** Whether others of the hidden could have `FLOOR` more of a choice, or else a small count has a least value. */
function hasRoom(hidden: readonly HiddenCell[], choice: keyof Tally, enough: number): boolean {
  const cells = hidden.filter(({ tally }) => votesOf(tally) > 0);
  if (cells.some(({ told }) => told === 'nothing')) return true;
  const told = cells.filter((cell) => cell.told === 'enough').map(({ tally }) => tally);
  if (told.length === 0) {
    return total(cells, ({ tally }) => enough - 1 - votesOf(tally)) >= FLOOR;
  }
  // Where it carries any number may agree; elsewhere only as many as disagree, and the other way round.
  const carrying = told.filter(({ agree, disagree }) => agree > disagree).length;
  if (choice === 'agree') {
    return carrying > 0 || total(told, ({ agree, disagree }) => disagree - agree) >= FLOOR;
  }
  if (choice === 'disagree' && carrying === told.length) {
    return total(told, ({ agree, disagree }) => agree - disagree - 1) >= FLOOR;
  }
  return true;
}

/**
 * Whether cells that are hidden together say nothing of a cell with a count of 1 to 9, when only their sum
 * is known. To know the sum is not all: which areas have `enough` voters for breadth is published, and
 * whether they carry it, and how many areas have any. What follows from that as the least in each is taken
 * off first; of each choice, and of all votes, at least `FLOOR` must be left that might be in any of them,
 * and room for as many in the others (`hasRoom`).
 */
export function isClosed(hidden: readonly HiddenCell[], enough: number): boolean {
  const open = CHOICES.filter((choice) => hidden.some(({ tally }) => !isSafeCount(tally[choice])));
  if (open.length === 0) return true;
  const least = ({ tally, told }: HiddenCell) =>
    told === 'enough' ? enough : Math.min(1, votesOf(tally));
  if (total(hidden, (cell) => votesOf(cell.tally) - least(cell)) < FLOOR) return false;
  const movable = ({ tally, told }: HiddenCell, choice: keyof Tally) =>
    tally[choice] - (told === 'enough' ? leastOf(tally, choice, enough) : 0);
  return open.every(
    (choice) =>
      total(hidden, (cell) => movable(cell, choice)) >= FLOOR && hasRoom(hidden, choice, enough),
  );
}

/** Whether the areas that cells are made of, none of which is shown, say nothing either when only their sum is known. */
export const arePartsClosed = (
  parts: readonly Tally[] = [],
  enough: number,
  ...ofNone: HiddenCell[]
): boolean =>
  parts.length === 0 ||
  isClosed([...parts.map((tally) => hiddenArea(tally, enough)), ...ofNone], enough);

/**
 * Complementary suppression, the one way for every breakdown by area: hides shown cells too, the fewest
 * votes first and equal ones together, until `isEnough` says of what is shown that it will do. What is
 * hidden depends on the counts alone, not on the order of the cells; nobody's cell stays as it is.
 */
export function hideUntil(
  votes: readonly number[],
  shown: readonly boolean[],
  isEnough: (shown: readonly boolean[]) => boolean,
): boolean[] {
  const kept = [...shown];
  const fewestFirst = votes
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => kept[index] && count > 0)
    .sort((a, b) => a.count - b.count);
  let most = 0;
  for (const { count, index } of fewestFirst) {
    if (count > most && isEnough(kept)) break;
    most = count;
    kept[index] = false;
  }
  return kept;
}
