import { FLOOR } from '../src/floor.js';
import type { Tally } from '../src/tally.js';
import { type KnownCell, type Range, ranges } from './between.js';

/** How many values must at least be possible of one to nine people, where the whole alone leaves as many. */
const WIDTH = 4;

/** One table after another: the counts of each cell, the last being people in none. */
export type Sequence = Tally[][];

/** What was shown at each table of each cell, null for nothing; `isNow` where it is known to be of that table. */
export type Shown = { cells: (Tally | null)[]; isNow: boolean[] }[];
export interface Found {
  table: number;
  cell: number;
  kind: 'count' | 'came';
  least: number;
  most: number;
}

const widthOf = ({ least, most }: Range) => most - least + 1;

/** Counts of one to nine people, in a cell or that came to it, of which fewer values are possible than should be. */
export function narrow(
  tables: Sequence,
  shown: Shown,
  count: (tally: Tally) => number,
  isAware: boolean,
): Found[] {
  const cellCount = tables[0]?.length ?? 0;
  const cells = Array.from({ length: cellCount }, (_, cell): KnownCell => {
    const now = tables.map((table) => count(table[cell] as Tally));
    const known = shown.map(({ cells: told, isNow }, table) => {
      const tally = told[cell];
      if (!tally) return { least: 0, most: 1e9 };
      if (isNow[cell]) {
        // Known to the one, unless some of the largest group were held back.
        const most = count(tally) === now[table] ? count(tally) : count(tally) + 2 * FLOOR;
        return { least: count(tally), most };
      }
      const most = isAware ? Math.max(count(tally) + FLOOR - 1, now[table] as number) : 1e9;
      return { least: count(tally), most };
    });
    return { now, least: known.map(({ least }) => least), most: known.map(({ most }) => most) };
  });
  const isSmall = (value: number) => value > 0 && value < FLOOR;
  const all = ranges(cells);
  // What would be known if from a table on nothing but the whole were told.
  const without = (table: number) =>
    ranges(
      cells.map(({ now, least, most }) => ({
        now,
        least: least.map((value, at) => (at < table ? value : 0)),
        most: most.map((value, at) => (at < table ? value : 1e9)),
      })),
    );
  const isRenewed = shown.map(({ isNow }) => isNow.includes(true));
  // That all who came between two tables, or are there, are in one cell may be told: the others are 0.
  const isAlone = (cell: number, table: number) => {
    const until = isRenewed.indexOf(true, table);
    const since = table > 0 ? isRenewed.lastIndexOf(true, table - 1) : -1;
    const to = until < 0 ? tables.length - 1 : until;
    const isStill = (from: number) =>
      cells.every(({ now }, other) => other === cell || now[to] === (now[from] ?? 0));
    return isStill(since) || isStill(-1);
  };
  return cells.flatMap(({ now }, cell) =>
    now.flatMap((here, table) => {
      const asked: [number, Found['kind']][] = [[here, 'count']];
      if (table > 0) asked.push([here - (now[table - 1] as number), 'came']);
      return asked.flatMap(([value, kind]): Found[] => {
        const range = all[kind][cell]?.[table] as Range;
        const isWide = range.most >= FLOOR || widthOf(range) >= WIDTH;
        if (!isSmall(value) || isWide || isAlone(cell, table)) return [];
        const least = without(table)[kind][cell]?.[table] as Range;
        const isNarrow = widthOf(range) < Math.min(WIDTH, widthOf(least));
        return isNarrow ? [{ table, cell, kind, ...range }] : [];
      });
    }),
  );
}
