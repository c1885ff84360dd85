import { CHOICES } from './choice.js';
import { FLOOR } from './floor.js';
import { type Tally, votesOf } from './tally.js';

/** What was told of a table before: who compares the two sees what happened between them. */
export interface ToldBefore {
  /** The whole it stood beside. */
  whole: Tally;
  /** What was told last of each cell, when it was shown last; null for one of which nothing ever was. */
  last: readonly (Tally | null)[];
  /** Of which of them it was of that very moment; without it, all of which anything was told. */
  shown?: readonly boolean[];
  /** Which are not told now for what was told of their parts. */
  barred?: readonly boolean[];
}

export const NOBODY: Tally = { agree: 0, disagree: 0, pass: 0 };

const isNobodyOrTen = (count: number) => count === 0 || Math.abs(count) >= FLOOR;

/** How many more there are of each choice; negative for fewer. */
export const changeOf = (from: Tally, to: Tally): Tally => ({
  agree: to.agree - from.agree,
  disagree: to.disagree - from.disagree,
  pass: to.pass - from.pass,
});

/** How many people came at least, or left, whatever they chose. */
export function peopleMoved(from: Tally, to: Tally): number {
  const change = changeOf(from, to);
  const sum = (sign: number) =>
    CHOICES.reduce((all, choice) => all + Math.max(0, sign * change[choice]), 0);
  return Math.max(sum(1), sum(-1));
}

/** How many people at least left the cells in which they were told: by another choice, or moving. */
export function peopleGone({ last }: ToldBefore, cells: readonly Tally[]): number {
  return last.reduce((sum, told, index) => {
    const change = changeOf(told ?? NOBODY, cells[index] ?? NOBODY);
    return sum + CHOICES.reduce((all, choice) => all + Math.max(0, -change[choice]), 0);
  }, 0);
}

/**
 * Whether it would follow that a cell had few new ones already when nothing was told of them: of so many
 * `moved`, no more than `most` can have come since the table was told last.
 */
export function isTight(moved: number, most: number): boolean {
  const before = moved - most;
  return before > FLOOR / 2 && before < FLOOR;
}

/**
 * Whether a cell's counts may be told by choice as they are now. What changed since it was shown last is
 * nobody or ten people of each choice, and where nothing was told of it, or other tables in between, it does
 * not follow that it was one to nine of them at the last table.
 */
export function mayTell(cell: Tally, last: Tally | null, most: Tally): boolean {
  const moved = changeOf(last ?? NOBODY, cell);
  return CHOICES.every((choice) => {
    const count = Math.abs(moved[choice]);
    return (last === null || isNobodyOrTen(count)) && !isTight(count, most[choice]);
  });
}

/** Whether a cell may be told for the first time beside what was told of its parts before. */
export const fitsParts = (cell: Tally, parts: readonly Tally[]): boolean =>
  CHOICES.every((choice) => isNobodyOrTen(changeOf(sumOf(parts), cell)[choice]));

/** Counts that are told anew beside what was told before. */
export interface ToldAnew {
  cells: readonly Tally[];
  /** Which are told as they are now; of the others it is known what was told last. */
  shown: readonly boolean[];
  whole: Tally;
}

/** People of one choice in a table that is told anew, and in the one before. */
interface NewOf {
  /** Who is told in no cell. */
  fresh: number;
  /** How many came to the cells that were told then as well; and how many to those that were not, since they were told. */
  moved: number;
  back: number;
  isBack: boolean;
  isAnyTold: boolean;
  isFirst: boolean;
  /** Whether those who came may be in more than one place. */
  isOpen: boolean;
}

function newOf({ cells, shown, whole }: ToldAnew, before: ToldCellsBefore, choice: keyof Tally) {
  const found: NewOf = {
    fresh: whole[choice],
    moved: 0,
    back: 0,
    isBack: false,
    isAnyTold: false,
    isFirst: false,
    isOpen: false,
  };
  cells.forEach((cell, index) => {
    const then = before.last[index]?.[choice];
    if (!shown[index]) {
      found.fresh -= then ?? 0;
      found.isOpen = true;
      return;
    }
    const now = cell[choice];
    found.fresh -= now;
    if (now !== then) found.isAnyTold = true;
    if (then === undefined) {
      found.isFirst = true;
      if (now > 0) found.isOpen = true;
    } else if (before.shown?.[index] !== false) {
      found.moved += now - then;
    } else {
      found.isBack = true;
      found.back += now - then;
    }
  });
  return found;
}

type ToldCellsBefore = Pick<ToldBefore, 'last' | 'shown'>;

/**
 * Whether those who are told in no cell tell nothing of one to nine people, choice by choice. Those of them
 * who are new since their cells were told are nobody or ten; or nothing of that choice is told of who is new.
 * And they became more, or fewer, by nobody or ten since the last table, unless nothing of that choice was
 * told in between and they may be in more than one cell. A cell that the last table left out is told again
 * only where ten more came elsewhere since that table than came to it since it was told: how many they were
 * at the tables between is then known of neither.
 */
export function isNewClosed(
  anew: ToldAnew,
  before: ToldBefore | (ToldCellsBefore & { whole: null }),
): boolean {
  return CHOICES.every((choice) => {
    const { fresh, moved, back, isBack, isAnyTold, isFirst, isOpen } = newOf(anew, before, choice);
    const isFreshSafe = !isAnyTold || isNobodyOrTen(fresh);
    if (!before.whole) return isFreshSafe;
    const came = anew.whole[choice] - before.whole[choice];
    if (isFirst && isTight(fresh, came)) return false;
    const elsewhere = came - moved;
    if (isBack && elsewhere - back < FLOOR && !(back === 0 && (isOpen || fresh === 0)))
      return false;
    return isFreshSafe && (isNobodyOrTen(elsewhere) || (isOpen && moved === 0));
  });
}

/** Whether counts fit into a whole that may have become smaller. */
export function fitsIn(told: readonly (Tally | null)[], whole: Tally): boolean {
  return CHOICES.every(
    (choice) => told.reduce((sum, cell) => sum + (cell?.[choice] ?? 0), 0) <= whole[choice],
  );
}

/** People told in a table. */
export const peopleIn = (told: readonly (Tally | null)[]): number =>
  told.reduce((sum, cell) => sum + (cell ? votesOf(cell) : 0), 0);

/** Counts added up. */
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { agree, disagree, pass }) => ({
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      pass: sum.pass + pass,
    }),
    NOBODY,
  );
