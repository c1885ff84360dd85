import { CHOICES } from './choice.js';
import { FLOOR } from './floor.js';
import { type Tally, votesOf } from './tally.js';

/** What was told of a table before: who compares the two sees what happened between them. */
export interface ToldBefore {
  /** The whole it stood beside. */
  whole: Tally;
  /** What was told last of each cell, when it was shown last; null for one of which nothing ever was. */
  last: readonly (Tally | null)[];
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

/** Counts that are told anew beside what was told before. */
export interface ToldAnew {
  cells: readonly Tally[];
  /** Which are told as they are now; of the others it is known what was told last. */
  shown: readonly boolean[];
  whole: Tally;
}

/**
 * Whether those who are told in no cell tell nothing of one to nine people, choice by choice. Those of them
 * who are new since their cells were told are nobody or ten; or nothing of that choice is told of who is new.
 * And they became more, or fewer, by nobody or ten since the last table, unless nothing of that choice was
 * told in between and they may be in more than one cell.
 */
export function isNewClosed(
  { cells, shown, whole }: ToldAnew,
  { last, whole: wholeBefore }: ToldBefore | { last: ToldBefore['last']; whole: null },
): boolean {
  return CHOICES.every((choice) => {
    let fresh = whole[choice];
    let moved = 0;
    let isAnyTold = false;
    let isFirst = false;
    // Whether those who came may be in more than one place.
    let isOpen = false;
    cells.forEach((cell, index) => {
      const then = last[index]?.[choice];
      const now = shown[index] ? cell[choice] : (then ?? 0);
      fresh -= now;
      if (then !== undefined) moved += now - then;
      if (!shown[index]) isOpen = true;
      else if (then === undefined) isFirst = true;
      if (shown[index] && then === undefined && now > 0) isOpen = true;
      if (shown[index] && now !== then) isAnyTold = true;
    });
    const isFreshSafe = !isAnyTold || isNobodyOrTen(fresh);
    if (!wholeBefore) return isFreshSafe;
    const came = whole[choice] - wholeBefore[choice];
    if (isFirst && isTight(fresh, came)) return false;
    return isFreshSafe && (isNobodyOrTen(came - moved) || (isOpen && moved === 0));
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
