import { CHOICES } from './choice.js';
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
  /** The tables that were told last, the newest at the end. */
  tables?: readonly PastTable[];
}

/** People in a table that was told: in all, and in each group that was told anew in it, null for others. */
interface PastTable {
  whole: number;
  cells: readonly (number | null)[];
}

/** With so many tables before a new one is compared. */
const MOST_TABLES = 12;

/** What is shown now of a table by group: the counts, as they were when ten people were new; null where hidden. */
export const groupsShown = ({ last, shown }: ToldGroups): (Tally | null)[] =>
  last.map((cell, group) => (shown[group] ? cell : null));

/** Counts by group beside the whole of the same moment; the sum may be smaller by people in no group. */
interface GroupTable {
  cells: readonly Tally[];
  whole: Tally;
  /** How many there are of others beside, if that is known as well. */
  larger?: number;
}

type Cells = readonly (Tally | null)[];

/** So many people and no more are held back in the largest group, so that those who are in no cell are ten. */
const MOST_HELD = 2 * FLOOR;

const isNobodyOrTen = (count: number) => count === 0 || Math.abs(count) >= FLOOR;

/** These cells, as far as they may be shown beside the whole; of the others what was told last. */
function beside(cells: Cells, { whole, larger }: GroupTable, last: Cells): ToldGroups {
  const shown = shownGroups(
    cells.map((cell) => (cell ? votesOf(cell) : 0)),
    votesOf(whole),
    ...(larger === undefined ? [] : [larger]),
  );
  const kept = cells.map((cell, group) => (shown[group] ? cell : (last[group] ?? null)));
  return { whole, last: kept, shown };
}

/** How many came since the first of these tables, less those who came to groups since they were told in one of them. */
const elsewhereSince = (tables: readonly PastTable[], next: ToldGroups): number =>
  next.last.reduce(
    (left, cell, group) => {
      const people = tables.find(({ cells }) => cells[group] != null)?.cells[group];
      return people == null || !cell ? left : left - (votesOf(cell) - people);
    },
    votesOf(next.whole) - (tables[0]?.whole ?? 0),
  );

/**
 * Whether those who came elsewhere than to groups that are told again are nobody or ten: since each table
 * before. Of a group that was told in none of these, but earlier, ten must be left of who came since the last.
 */
function isElsewhereSafe(next: ToldGroups, told: ToldGroups, isMoved: boolean): boolean {
  const known = next.last.filter((_, group) => told.last[group]);
  const came = votesOf(next.whole) - votesOf(told.whole);
  const elsewhere = came - (peopleIn(known) - peopleIn(told.last));
  // Ten who left may have gone anywhere.
  if (isMoved) return isNobodyOrTen(elsewhere);
  const tables = told.tables ?? [];
  const isOlder = next.last.some(
    (cell, group) =>
      told.last[group] &&
      cell !== told.last[group] &&
      !tables.some(({ cells }) => cells[group] != null),
  );
  if (isOlder && elsewhere < FLOOR) return false;
  return tables.every((_, at) => {
    const since = elsewhereSince(tables.slice(at), next);
    return since >= 0 && isNobodyOrTen(since);
  });
}

/** Whether those who are new and told in no group are nobody or ten people, and so are those who came elsewhere. */
function isClosed(next: ToldGroups, told: ToldGroups, isMoved: boolean): boolean {
  const fresh = votesOf(next.whole) - peopleIn(next.last);
  return (
    fresh >= 0 &&
    isNobodyOrTen(fresh) &&
    isElsewhereSafe(next, told, isMoved) &&
    fitsIn(groupsShown(next), next.whole)
  );
}

/** With this table among those before the next. */
function keepTable(next: ToldGroups, told: ToldGroups | null): ToldGroups {
  const cells = next.last.map((cell, group) =>
    cell && cell !== told?.last[group] ? votesOf(cell) : null,
  );
  const tables = [...(told?.tables ?? []), { whole: votesOf(next.whole), cells }];
  return { ...next, tables: tables.slice(-MOST_TABLES) };
}

/** So many people, in the same proportions. */
function scaled(cell: Tally, people: number): Tally {
  const exact = (choice: keyof Tally) => (cell[choice] * people) / votesOf(cell);
  const fewer = { ...NOBODY };
  for (const choice of CHOICES) fewer[choice] = Math.floor(exact(choice));
  const byRest = [...CHOICES].sort((a, b) => exact(b) - fewer[b] - (exact(a) - fewer[a]));
  const left = people - votesOf(fewer);
  for (const choice of byRest.slice(0, left)) fewer[choice] += 1;
  return fewer;
}

/** The counts as they are now where ten people or more are new in a group, and else as they were told. */
function candidatesOf({ cells, whole }: GroupTable, told: ToldGroups, isMoved: boolean): Cells {
  const most = isMoved ? Number.POSITIVE_INFINITY : peopleMoved(told.whole, whole);
  return cells.map((cell, group) => {
    const last = told.last[group] ?? null;
    const moved = peopleMoved(last ?? NOBODY, cell);
    return moved >= FLOOR && !isTight(moved, most) ? cell : last;
  });
}

/** The same with fewer people in the largest group of those that are told again; null where that tells of fewer than ten. */
function heldBack(
  candidates: Cells,
  { last }: ToldGroups,
  held: number,
  isMoved: boolean,
): Cells | null {
  if (held === 0) return candidates;
  const sizes = candidates.map((cell, group) =>
    cell && last[group] && cell !== last[group] ? votesOf(cell) : 0,
  );
  const largest = sizes.indexOf(Math.max(...sizes));
  const [cell, before] = [candidates[largest], last[largest]];
  if (!cell || !before || votesOf(cell) < FLOOR + held) return null;
  const fewer = scaled(cell, votesOf(cell) - held);
  const moved = isMoved ? peopleMoved(before, fewer) : votesOf(fewer) - votesOf(before);
  if (moved < FLOOR) return null;
  return candidates.map((each, group) => (group === largest ? fewer : each));
}

/**
 * What is told of opinion groups on a statement after `told`, so that both together say nothing of fewer
 * than ten people either. A group's counts are of the moment when ten people were new in it last. The table
 * is renewed only when ten were new on the statement, or left where they were told; and when those who are
 * new and in no cell are nobody or ten, if need be by telling a few less of the largest group. Else it stays as
 * it is, and who voted since is counted in the whole alone.
 */
export function toldGroups(now: GroupTable, told: ToldGroups | null): ToldGroups {
  if (told === null) return keepTable(beside(now.cells, now, []), null);
  // Ten who left the cells they were told in may have gone anywhere: then nothing follows from the whole.
  const isMoved = peopleGone(told, now.cells) >= FLOOR;
  const isDue = isMoved || peopleMoved(told.whole, now.whole) >= FLOOR;
  const canStay = fitsIn(groupsShown(told), now.whole);
  if (isDue) {
    const all = candidatesOf(now, told, isMoved);
    for (let held = 0; held < MOST_HELD; held += 1) {
      const cells = heldBack(all, told, held, isMoved);
      const next = cells && beside(cells, now, told.last);
      if (!next || !isClosed(next, told, isMoved)) continue;
      const isLost = told.shown.some((isShown, group) => isShown && !next.shown[group]);
      if (!canStay || !isLost) return keepTable(next, told);
    }
  }
  return canStay ? told : { ...told, shown: told.shown.map(() => false) };
}

/**
 * The same of the sizes of groups, which stand beside two wholes: all who are in a group, and all who voted.
 * Sizes are kept as though all agreed.
 */
export function toldSizes(
  sizes: ArrayLike<number>,
  voters: number,
  told: ToldGroups | null,
): ToldGroups {
  const cells = Array.from(sizes, (agree): Tally => ({ ...NOBODY, agree }));
  const people = Array.from(sizes).reduce((sum, size) => sum + size, 0);
  return toldGroups({ cells, whole: { ...NOBODY, agree: people }, larger: voters }, told);
}

/** The sizes that are shown now. */
export const sizesShown = (told: ToldGroups): (number | null)[] =>
  groupsShown(told).map((cell) => cell?.agree ?? null);
