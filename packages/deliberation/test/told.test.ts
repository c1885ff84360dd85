import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES } from '../src/choice.js';
import { FLOOR } from '../src/floor.js';
import { type Tally, votesOf } from '../src/tally.js';
import { type AreaTable, cellsShown, type ToldAreas, toldAreas } from '../src/told-areas.js';
import { NOBODY, peopleMoved, sumOf } from '../src/told-before.js';
import { groupsShown, type ToldGroups, toldGroups } from '../src/told-groups.js';
import { narrow, type Sequence, type Shown } from './narrow.js';

const plus = (a: Tally, b: Tally) => sumOf([a, b]);

const first = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(9) },
  { weight: 4, arbitrary: fc.integer({ min: 10, max: 30 }) },
);
const more = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(9) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 14 }) },
);
const tallyOf = (count: fc.Arbitrary<number>): fc.Arbitrary<Tally> =>
  fc.record({ agree: count, disagree: count, pass: fc.constant(0) });

/** Two to four tables to which votes only came. */
const sequences: fc.Arbitrary<Sequence> = fc.integer({ min: 2, max: 4 }).chain((cells) =>
  fc
    .tuple(
      fc.array(tallyOf(first), { minLength: cells, maxLength: cells }),
      fc.array(fc.array(tallyOf(more), { minLength: cells, maxLength: cells }), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([start, steps]) => {
      const tables: Sequence = [start];
      for (const step of steps) {
        const before = tables.at(-1) as Tally[];
        tables.push(before.map((cell, at) => plus(cell, step[at] ?? NOBODY)));
      }
      return tables;
    }),
);

type Way = (tables: Sequence) => Shown;

const split = (table: readonly Tally[]) => ({
  cells: table.slice(0, -1),
  whole: sumOf(table),
});

const groups: Way = (tables) => {
  let told: ToldGroups | null = null;
  return tables.map((table) => {
    const before: ToldGroups | null = told;
    told = toldGroups(split(table), before);
    const cells = groupsShown(told);
    return {
      cells,
      isNow: cells.map((cell, at) => cell !== null && cell !== before?.last[at]),
    };
  });
};

const areasOf = (table: readonly Tally[]): AreaTable => {
  const { cells, whole } = split(table);
  return { whole, regions: cells, clps: [], regionOf: [], enough: FLOOR };
};

const regions: Way = (tables) => {
  let told: ToldAreas | null = null;
  return tables.map((table) => {
    const before: ToldAreas | null = told;
    told = toldAreas(areasOf(table), before);
    const cells = cellsShown(told.regions);
    return { cells, isNow: cells.map((cell) => cell !== null && told !== before) };
  });
};

/** CLPs of one region, which is told too and with it who is in none. */
const clps: Way = (tables) => {
  let told: ToldAreas | null = null;
  return tables.map((table) => {
    const before: ToldAreas | null = told;
    const { cells, whole } = split(table);
    const region = sumOf(cells);
    told = toldAreas(
      { whole, regions: [region], clps: cells, regionOf: cells.map(() => 0), enough: FLOOR },
      before,
    );
    const isRegionShown = told.regions.shown[0] === true;
    const nowhere = isRegionShown && told !== before ? (table.at(-1) as Tally) : null;
    const shown = [...cellsShown(told.clps), nowhere];
    return { cells: shown, isNow: shown.map((cell) => cell !== null && told !== before) };
  });
};

/** Each table for itself. */
const alone =
  (way: Way): Way =>
  (tables) =>
    tables.map((table) => way([table])[0] as Shown[number]);

const people = (tables: Sequence, way: Way, isAware = false) =>
  narrow(tables, way(tables), votesOf, isAware);
const byChoice = (tables: Sequence, way: Way) =>
  CHOICES.flatMap((choice) => narrow(tables, way(tables), (tally) => tally[choice], false));

const votes = (agree: number, disagree: number): Tally => ({ agree, disagree, pass: 0 });

describe('found by the attacker once, in sequences of two to four tables', () => {
  test('a region that is told after its CLP was does not tell of the one who came elsewhere', () => {
    const tables = [
      [votes(18, 0), votes(0, 10), votes(15, 5), votes(1, 10)],
      [votes(28, 10), votes(10, 10), votes(15, 5), votes(10, 11)],
    ];
    expect(clps(tables)[0]?.cells[0]).toEqual(votes(18, 0));
    expect(byChoice(tables, clps)).toEqual([]);
  });

  test('a CLP told for the first time, and another left out, do not tell of the one who came to it', () => {
    const tables = [
      [votes(19, 0), votes(10, 1), NOBODY],
      [votes(29, 10), votes(20, 11), NOBODY],
      [votes(36, 10), votes(20, 11), NOBODY],
      [votes(39, 11), votes(20, 21), votes(0, 10)],
    ];
    expect(byChoice(tables, clps)).toEqual([]);
  });

  test('a region that was left out, and is told again, does not tell of the one who came elsewhere', () => {
    const tables = [
      [votes(0, 10), votes(10, 13), votes(0, 10)],
      [votes(12, 20), votes(20, 13), votes(0, 11)],
      [votes(12, 20), votes(30, 13), votes(12, 11)],
      [votes(12, 20), votes(30, 13), votes(12, 21)],
    ];
    expect(byChoice(tables, regions)).toEqual([]);
  });

  test('nor does a group that others were told before', () => {
    const tables = [
      [votes(16, 0), votes(10, 0), votes(10, 10)],
      [votes(16, 10), votes(10, 0), votes(10, 11)],
      [votes(16, 10), votes(21, 0), votes(10, 11)],
    ];
    expect(people(tables, groups)).toEqual([]);
  });

  test('nor do groups of which one was told for the first time in between', () => {
    const tables = [
      [votes(10, 10), votes(0, 20), votes(0, 10), votes(8, 0)],
      [votes(10, 21), votes(0, 28), votes(0, 10), votes(8, 1)],
      [votes(10, 31), votes(10, 28), votes(10, 10), votes(8, 1)],
      [votes(10, 31), votes(10, 28), votes(20, 20), votes(18, 1)],
    ];
    expect(people(tables, groups)).toEqual([]);
  });
});

describe.each([
  ['opinion groups', groups, people],
  ['regions', regions, byChoice],
  ['CLPs of a region', clps, byChoice],
] as const)('tables by %s, one after another', (_, way, found) => {
  test('tell of nobody that fewer than ten came to a cell, or are in it', () => {
    let renewed = 0;
    fc.assert(
      fc.property(sequences, (tables) => {
        expect(found(tables, way)).toEqual([]);
        renewed += way(tables).filter(
          ({ isNow }, table) => table > 0 && isNow.includes(true),
        ).length;
      }),
      { numRuns: 500 },
    );
    expect(renewed).toBeGreaterThan(100);
  });

  test('would, each for itself', () => {
    const isTight = fc.property(sequences, (tables) => found(tables, alone(way)).length === 0);
    expect(fc.check(isTight, { numRuns: 400 }).failed).toBe(true);
  });
});

/** Where people also leave, change their votes, or are found in another group. */
const changing: fc.Arbitrary<Sequence> = fc
  .tuple(sequences, fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 48, maxLength: 48 }))
  .map(([tables, moves]) =>
    tables.map((table, at) =>
      table.map((cell, index) => {
        const take = (choice: number) => moves[(at * 12 + index * 3 + choice) % 48] ?? 0;
        const agree = Math.max(0, cell.agree - take(0));
        const moved = cell.agree - agree;
        return {
          agree,
          disagree: Math.max(0, cell.disagree - take(1)) + (moved >> 1),
          pass: take(2),
        };
      }),
    ),
  );

describe('where votes are changed and people move as well', () => {
  /** What is told of a cell, and when it is told the next time. */
  const pairs = (shown: Shown) =>
    shown.flatMap(({ cells }, table) =>
      cells.flatMap((cell, at): [Tally, Tally][] => {
        const next = shown.slice(table + 1).find((later) => later.cells[at])?.cells[at];
        return cell && next ? [[cell, next]] : [];
      }),
    );
  const isNobodyOrTen = (count: number) => count === 0 || count >= FLOOR;

  test('two tables after one another never differ in a region by one to nine people of a choice, nor in a group by so many who came or left', () => {
    let seen = 0;
    fc.assert(
      fc.property(changing, (tables) => {
        for (const [a, b] of pairs(regions(tables))) {
          expect(CHOICES.every((choice) => isNobodyOrTen(Math.abs(b[choice] - a[choice])))).toBe(
            true,
          );
        }
        for (const [a, b] of pairs(groups(tables))) {
          expect(isNobodyOrTen(peopleMoved(a, b))).toBe(true);
          if (peopleMoved(a, b) > 0) seen += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test('what is told fits into the whole, whatever became of it', () => {
    fc.assert(
      fc.property(changing, (tables) => {
        for (const way of [groups, regions]) {
          way(tables).forEach(({ cells }, at) => {
            const { whole } = split(tables[at] as Tally[]);
            const told = sumOf(cells.filter((cell) => cell !== null));
            expect(CHOICES.every((choice) => told[choice] <= whole[choice])).toBe(true);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
