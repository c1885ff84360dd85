import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES } from '../src/choice.js';
import { FLOOR, isSafe, suppressTable } from '../src/privacy.js';
import { publishedRegions, shownGroups } from '../src/published-cells.js';
import { type Tally, votesOf } from '../src/tally.js';
import { NOBODY, sumOf } from '../src/told-before.js';
import { feasible, knownOf } from './feasible.js';
import { LONG } from './long.js';

/** How many values must at least be possible of one to nine people of a region in a group. */
const WIDTH = 4;

/** Votes on a proposal by region and class: "no group shown", then each group that is shown; the last row is of no region. */
type Table = Tally[][];
/** Which regions are named on the lines that name groups. */
type Way = (table: Table) => boolean[];

const ours: Way = (table) => publishedRegions(table.slice(0, -1), table.at(-1), FLOOR);
/** Those whose own counts are safe in each class. */
const primary: Way = (table) => table.slice(0, -1).map((row) => row.every(isSafe));

interface Found {
  region: number;
  of: number;
  least: number;
  most: number;
}

const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);

/**
 * What follows for the regions that are not named in each class, from the classes’ rests, from the regions that
 * those who answer see, and from what areas.csv tells of all. With all these sums known the inside of a table
 * is a flow: of a cell whose region’s sum lies in [low, high] and whose class is of so many, every number from
 * max(0, low + class − all) to min(high, class) is possible.
 */
function found(table: Table, way: Way): Found[] {
  const rows = table.slice(0, -1);
  const sums = rows.map(sumOf);
  // Of an empty region nothing is told by naming it.
  const isThere = (_: unknown, r: number) => votesOf(sums[r] as Tally) > 0;
  const named = way(table);
  const isAnyNamed = named.filter(isThere).includes(true);
  const told = suppressTable(
    sums.map((tally, r) => ({ key: String(r), tally })),
    sumOf(table.flat()),
    FLOOR,
  ).map(({ suppressed }) => !suppressed);
  if (!isAnyNamed && !told.filter(isThere).includes(true)) return [];
  const unnamed = [...rows.keys()].filter((r) => !named[r] && votesOf(sums[r] as Tally) > 0);
  const untold = unnamed.filter((r) => !told[r]);
  const nowhere = sumOf(table.at(-1) ?? []);
  const hidden = [...untold.map((r) => sums[r] as Tally), nowhere];
  const known = hidden.map((tally, at) =>
    at < untold.length ? knownOf(tally, FLOOR) : { told: null, hasVotes: votesOf(tally) > 0 },
  );
  const ranges = untold.length > 0 ? feasible(known, sumOf(hidden), FLOOR) : [];
  const rest = (count: (tally: Tally) => number) =>
    (table[0] ?? []).map((_, c) =>
      total([...unnamed, rows.length].map((r) => count(table[r]?.[c] ?? NOBODY))),
    );
  const counts = [...CHOICES.map((choice) => (tally: Tally) => tally[choice]), votesOf];
  return counts.flatMap((count, of) => {
    const classes = rest(count);
    const all = total(classes);
    return unnamed.flatMap((region) => {
      const here = count(sums[region] as Tally);
      const solved = ranges[untold.indexOf(region)];
      // How many people a region has that is not told follows from nothing but their choices.
      if (solved && !CHOICES[of]) return [];
      const range = (CHOICES[of] && solved?.[CHOICES[of]]) ?? { least: here, most: here };
      return classes.flatMap((size, c): Found[] => {
        const inside = count(rows[region]?.[c] ?? NOBODY);
        if (inside === 0 || inside >= FLOOR) return [];
        // Of a whole group fewer than ten of a choice may be told: who is in it nobody knows.
        if (size < FLOOR && !isAnyNamed) return [];
        const least = Math.max(0, range.least + size - all);
        const most = Math.min(range.most, size);
        return most - least + 1 < WIDTH ? [{ region, of, least, most }] : [];
      });
    });
  });
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(9) },
  { weight: 4, arbitrary: fc.integer({ min: 10, max: 13 }) },
);
const cell = fc.tuple(count, count).map(([agree, disagree]) => ({ agree, disagree, pass: 0 }));
const tables: fc.Arbitrary<Table> = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([classes, regions]) =>
    fc.array(fc.array(cell, { minLength: classes, maxLength: classes }), {
      minLength: regions + 1,
      maxLength: regions + 1,
    }),
  )
  // Groups are those that are shown; else their people are in the class of none.
  .filter((table) => {
    const classes = (table[0] ?? []).map((_, c) =>
      total(table.map((row) => votesOf(row[c] as Tally))),
    );
    return shownGroups(classes.slice(1), total(classes)).every(Boolean);
  });

describe('an attacker who knows the lines of groups by regions, and each region by itself', () => {
  test('learns of no one to nine people of a region in which group they are', () => {
    let told = 0;
    fc.assert(
      fc.property(tables, (table) => {
        expect(found(table, ours)).toEqual([]);
        if (ours(table).includes(true)) told += 1;
      }),
      { numRuns: 150 * LONG },
    );
    // Naming none would pass too.
    expect(told).toBeGreaterThan(5);
  }, 60_000);

  test('would with nothing hidden but what is small itself', () => {
    const isTight = fc.property(tables, (table) => found(table, primary).length === 0);
    expect(fc.check(isTight, { numRuns: 150 }).failed).toBe(true);
  }, 60_000);
});
