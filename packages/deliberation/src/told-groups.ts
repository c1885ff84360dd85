import { FLOOR } from './floor.js';
import { shownGroups } from './published-cells.js';
import { type Tally, votesOf } from './tally.js';
import {
  fitsIn,
  isTight,
  NOBODY,
  peopleGone,
  peopleIn,
  peopleMoved,
  type ToldBefore,
} from './told-before.js';

/** What is told of opinion groups on one statement. */
export interface ToldGroups extends ToldBefore {
  /** Which of `last` are shown now. */
  shown: readonly boolean[];
}

/** What is shown now of a table by group: the counts, as they were when ten people were new; null where hidden. */
export const groupsShown = ({ last, shown }: ToldGroups): (Tally | null)[] =>
  last.map((cell, group) => (shown[group] ? cell : null));

/** Counts by group beside the whole of the same moment; the sum may be smaller by people in no group. */
interface GroupTable {
  cells: readonly Tally[];
  whole: Tally;
}

const shownBeside = (cells: readonly (Tally | null)[], whole: Tally) =>
  shownGroups(
    cells.map((cell) => (cell ? votesOf(cell) : 0)),
    votesOf(whole),
  );

const isNobodyOrTen = (count: number) => count === 0 || Math.abs(count) >= FLOOR;

/** Whether those who are new and told in no group are nobody or ten people, and so is what they became more by. */
function isClosed(next: ToldGroups, told: ToldGroups): boolean {
  const fresh = votesOf(next.whole) - peopleIn(next.last);
  const known = next.last.filter((_, group) => told.last[group]);
  const came = votesOf(next.whole) - votesOf(told.whole);
  const elsewhere = came - (peopleIn(known) - peopleIn(told.last));
  return (
    fresh >= 0 &&
    isNobodyOrTen(fresh) &&
    isNobodyOrTen(elsewhere) &&
    fitsIn(groupsShown(next), next.whole)
  );
}

/** The counts as they are now where ten people or more are new in a group, and else as they were told. */
function renew({ cells, whole }: GroupTable, told: ToldGroups): ToldGroups {
  // Ten who left the cells they were told in may have gone anywhere: then nothing follows from the whole.
  const isMoved = peopleGone(told, cells) >= FLOOR;
  const most = isMoved ? Number.POSITIVE_INFINITY : peopleMoved(told.whole, whole);
  const candidates = cells.map((cell, group) => {
    const last = told.last[group] ?? null;
    const moved = peopleMoved(last ?? NOBODY, cell);
    return moved >= FLOOR && !isTight(moved, most) ? cell : last;
  });
  const shown = shownBeside(candidates, whole);
  const last = candidates.map((cell, group) => (shown[group] ? cell : (told.last[group] ?? null)));
  return { whole, last, shown };
}

/**
 * What is told of opinion groups on a statement after `told`, so that both together say nothing of fewer
 * than ten people either. A group's counts are of the moment when ten people were new in it last. The table
 * is renewed only when ten were new on the statement, or left where they were told; and when those who are
 * new and in no cell are nobody or ten. Else it stays as it is, and who voted since is counted in the whole
 * alone: what is told then depends on nothing that is secret.
 */
export function toldGroups(now: GroupTable, told: ToldGroups | null): ToldGroups {
  if (told === null) {
    const shown = shownBeside(now.cells, now.whole);
    return {
      whole: now.whole,
      last: now.cells.map((cell, group) => (shown[group] ? cell : null)),
      shown,
    };
  }
  const isDue = peopleMoved(told.whole, now.whole) >= FLOOR || peopleGone(told, now.cells) >= FLOOR;
  const canStay = fitsIn(groupsShown(told), now.whole);
  if (isDue) {
    const next = renew(now, told);
    const isLost = told.shown.some((isShown, group) => isShown && !next.shown[group]);
    if (isClosed(next, told) && !(canStay && isLost)) return next;
  }
  return canStay ? told : { ...told, shown: told.shown.map(() => false) };
}

/**
 * The same for the sizes of groups, which stand beside two wholes: all who are in a group, and all who voted.
 * Keeps what was told last of each, and which are shown.
 */
export interface ToldSizes {
  people: number;
  last: readonly (number | null)[];
  shown: readonly boolean[];
}

export function toldSizes(
  sizes: ArrayLike<number>,
  voters: number,
  told: ToldSizes | null,
): ToldSizes {
  const all = Array.from(sizes);
  const people = all.reduce((sum, size) => sum + size, 0);
  const candidates = all.map((size, group) => {
    const last = told?.last[group] ?? null;
    const moved = Math.abs(size - (last ?? 0));
    if (told === null) return size;
    return moved >= FLOOR && !isTight(moved, Math.abs(people - told.people)) ? size : last;
  });
  const shown = shownGroups(
    candidates.map((size) => size ?? 0),
    people,
    voters,
  );
  const sum = (list: readonly (number | null)[]) =>
    list.reduce<number>((all_, size) => all_ + (size ?? 0), 0);
  const last = candidates.map((size, group) => (shown[group] ? size : (told?.last[group] ?? null)));
  const next = { people, last, shown };
  if (told === null) return next;
  const gone = told.last.reduce<number>(
    (lost, size, group) => lost + Math.max(0, (size ?? 0) - (all[group] ?? 0)),
    0,
  );
  const isDue = Math.abs(people - told.people) >= FLOOR || gone >= FLOOR;
  const canStay = sum(told.last.filter((_, group) => told.shown[group])) <= people;
  const isLost = told.shown.some((isShown, group) => isShown && !shown[group]);
  if (isDue && isNobodyOrTen(people - sum(last)) && !(canStay && isLost)) return next;
  return canStay ? told : { ...told, shown: told.shown.map(() => false) };
}
