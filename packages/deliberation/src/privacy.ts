import { CHOICES } from './choice.js';
import { FLOOR } from './floor.js';
import { arePartsClosed, hiddenArea, hideUntil, isClosed } from './hidden-cells.js';
import { type Tally, votesOf } from './tally.js';
import { changeOf, isNewClosed, mayTell, type ToldBefore } from './told-before.js';

export { FLOOR } from './floor.js';

/** A cell of a breakdown; `parts` are the areas it is made of, where breadth tells of these too. */
export interface BreakdownCell {
  key: string;
  tally: Tally;
  parts?: readonly Tally[];
}

/** A cell of a breakdown as it is published. */
export interface PublishedCell {
  key: string;
  tally: Tally | null;
  suppressed: boolean;
}

function minus(whole: Tally, part: Tally): Tally {
  return {
    agree: whole.agree - part.agree,
    disagree: whole.disagree - part.disagree,
    pass: whole.pass - part.pass,
  };
}

/** Whether no number in these counts stands for 1 to 9 people: each is 0 or reaches the floor. */
export function isSafe(tally: Tally): boolean {
  return CHOICES.every((choice) => tally[choice] === 0 || tally[choice] >= FLOOR);
}

/** Which cells may be shown for themselves, and for what was told of them before. */
export function mayShow(
  tallies: readonly Tally[],
  whole: Tally,
  before: ToldBefore | undefined,
): boolean[] {
  const most = before && changeOf(before.whole, whole);
  return tallies.map(
    (tally, index) =>
      votesOf(tally) >= FLOOR &&
      isSafe(tally) &&
      !before?.barred?.[index] &&
      (!most || mayTell(tally, before.last[index] ?? null, most)),
  );
}

function checkPart(part: Tally, whole: Tally): void {
  for (const choice of CHOICES) {
    if (part[choice] < 0 || part[choice] > whole[choice]) {
      throw new RangeError(`The part has ${part[choice]} ${choice} of ${whole[choice]} in all.`);
    }
  }
}

/**
 * A breakdown by area beside its published whole, with complementary suppression: cells with a count of 1
 * to 9 are hidden, and then further ones, the fewest voters first and equal ones together, until what follows
 * by subtraction (the whole less all that is shown: the hidden cells together, and whoever belongs to no
 * cell) tells of no count of 1 to 9 either. `enough` is how many voters an area needs for breadth: that it
 * has them, and whether it carries, is published too, and must not give away what is hidden (`isClosed`). So
 * what is hidden depends on the counts alone, and wherever the same table is shown it is the same. A region of
 * two CLPs with fewer than ten voters each, eighteen together, would tell them: so what is shown must not give
 * away its `parts` either, nor what is left those of all that is hidden. Keys are unique; the answer keeps the order of `cells`. `before` is what another table told of the same cells: both
 * together tell of no count of 1 to 9 either. Throws RangeError when the cells together exceed the whole.
 */
export function suppressTable(
  cells: readonly BreakdownCell[],
  whole: Tally,
  enough = FLOOR,
  before?: ToldBefore,
): PublishedCell[] {
  let rest = whole;
  for (const { tally } of cells) {
    checkPart(tally, rest);
    rest = minus(rest, tally);
  }
  const ofNone = { tally: rest, told: 'nothing' as const };
  const tallies = cells.map(({ tally }) => tally);
  const may = mayShow(tallies, whole, before).map(
    (each, index) => each && arePartsClosed(cells[index]?.parts, enough),
  );
  const shown = hideUntil(tallies.map(votesOf), may, (kept) => {
    const hidden = cells.filter((_, index) => !kept[index]);
    const told = hidden.map(({ tally }) => hiddenArea(tally, enough));
    const parts = hidden.flatMap((cell) => cell.parts ?? []);
    const isNewSafe = !before || isNewClosed({ cells: tallies, shown: kept, whole }, before);
    return (
      isNewSafe && isClosed([...told, ofNone], enough) && arePartsClosed(parts, enough, ofNone)
    );
  });
  return cells.map(({ key, tally }, index) => {
    const visible = shown[index] === true;
    return { key, tally: visible ? tally : null, suppressed: !visible };
  });
}
