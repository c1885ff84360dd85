import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES } from '../src/choice.js';
import { FLOOR, isSafe, suppressTable } from '../src/privacy.js';
import { publishedRegions } from '../src/published-cells.js';
import { publishedClps } from '../src/published-clps.js';
import { type Tally, votesOf } from '../src/tally.js';
import { feasible, type Known, knownOf } from './feasible.js';

/** How many values must at least be possible for a hidden count of one to nine people. */
const WIDTH = 4;

const NOBODY: Tally = { agree: 0, disagree: 0, pass: 0 };
const plus = (a: Tally, b: Tally): Tally => ({
  agree: a.agree + b.agree,
  disagree: a.disagree + b.disagree,
  pass: a.pass + b.pass,
});
const sum = (list: readonly Tally[]) => list.reduce(plus, NOBODY);
const of = (agree: number, disagree: number): Tally => ({ agree, disagree, pass: 0 });

interface Table {
  areas: Tally[];
  ofNone: Tally;
  enough: number;
}

/** Which areas are shown, by a way of suppressing. */
type Way = (table: Table) => boolean[];

const ours: Way = ({ areas, ofNone, enough }) =>
  suppressTable(
    areas.map((tally, index) => ({ key: `${index}`, tally })),
    plus(sum(areas), ofNone),
    enough,
  ).map(({ suppressed }) => !suppressed);

/** The floor alone. */
const primary: Way = ({ areas }) => areas.map((tally) => votesOf(tally) >= FLOOR && isSafe(tally));

/** The floor and the next smallest until their sum is safe, as though nobody knew anything else. */
const sumsOnly: Way = (table) => {
  const shown = primary(table);
  const hidden = () => plus(sum(table.areas.filter((_, index) => !shown[index])), table.ofNone);
  const fewestFirst = table.areas.map((tally, index) => ({ votes: votesOf(tally), index }));
  fewestFirst.sort((a, b) => a.votes - b.votes);
  for (const { index } of fewestFirst) {
    if (isSafe(hidden())) break;
    shown[index] = false;
  }
  return shown;
};

/** Small counts in hidden cells, of which an attacker who knows their sum leaves fewer than `WIDTH` values. */
function narrow(cells: readonly Tally[], known: readonly Known[], enough: number) {
  const ranges = feasible(known, sum(cells), enough);
  return cells.flatMap((tally, index) =>
    CHOICES.flatMap((choice) => {
      const { least, most } = ranges[index]?.[choice] ?? { least: 0, most: 0 };
      const isSmall = tally[choice] > 0 && tally[choice] < FLOOR;
      return isSmall && most - least + 1 < WIDTH ? [{ index, choice, least, most }] : [];
    }),
  );
}

const OF_NONE: Known = { told: null, hasVotes: false };

function found(table: Table, way: Way) {
  const { areas, ofNone, enough } = table;
  const shown = way(table);
  // Where nothing is shown all that is known is the whole, which is published whatever it is.
  if (!shown.includes(true)) return [];
  const hidden = areas.filter((tally, index) => !shown[index] && votesOf(tally) > 0);
  const known = hidden.map((tally) => knownOf(tally, enough));
  if (votesOf(ofNone) === 0) return narrow(hidden, known, enough);
  return narrow([...hidden, ofNone], [...known, { told: null, hasVotes: true }], enough);
}

const count = () =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(9) },
    { weight: 3, arbitrary: fc.integer({ min: 10, max: 14 }) },
  );
const tally = () => fc.tuple(count(), count()).map(([agree, disagree]) => of(agree, disagree));
const tables: fc.Arbitrary<Table> = fc.record({
  areas: fc
    .tuple(fc.array(tally(), { minLength: 1, maxLength: 4 }), fc.constantFrom([], [of(40, 30)]))
    .map(([small, large]) => [...small, of(60, 50), ...large]),
  ofNone: fc.oneof(fc.constant(NOBODY), tally()),
  enough: fc.constantFrom(10, 12),
});

describe('an attacker who knows everything that is published and can do sums', () => {
  test('learns no count of one to nine people, nor one within less than four', () => {
    let told = 0;
    fc.assert(
      fc.property(tables, (table) => {
        expect(found(table, ours)).toEqual([]);
        if (ours(table).includes(true)) told += 1;
      }),
      { numRuns: 400 },
    );
    // Hiding everything would pass too.
    expect(told).toBeGreaterThan(100);
  });

  const passing = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(3) },
    { weight: 3, arbitrary: fc.integer({ min: 10, max: 11 }) },
  );
  const small: fc.Arbitrary<Table> = fc.record({
    areas: fc
      .array(fc.record({ agree: passing, disagree: passing, pass: passing }), {
        minLength: 1,
        maxLength: 2,
      })
      .map((few) => [...few, { agree: 11, disagree: 10, pass: 10 }, of(60, 50)]),
    ofNone: fc.constantFrom(NOBODY, { agree: 1, disagree: 0, pass: 2 }),
    enough: fc.constant(10),
  });

  test('nor of those who pass', () => {
    let told = 0;
    fc.assert(
      fc.property(small, (table) => {
        expect(found(table, ours)).toEqual([]);
        if (ours(table).includes(true)) told += 1;
      }),
      { numRuns: 40 },
    );
    expect(told).toBeGreaterThan(5);
    const leaks = fc.property(small, (table) => found(table, primary).length === 0);
    expect(fc.check(leaks, { numRuns: 40 }).failed).toBe(true);
  }, 60_000);

  test('learns them with the floor alone, and with sums that are safe by themselves', () => {
    const leaks = (way: Way) =>
      fc.check(
        fc.property(tables, (table) => found(table, way).length === 0),
        // It ends with the first that is found.
        { numRuns: 5_000 },
      ).failed;
    expect(leaks(primary)).toBe(true);
    expect(leaks(sumsOnly)).toBe(true);
  });

  test('The one voter of Orkney is not told by Moray having ten of the eleven that are hidden', () => {
    const table = { areas: [of(1, 0), of(10, 0), of(60, 50)], ofNone: NOBODY, enough: 10 };
    expect(sumsOnly(table)).toEqual([false, false, true]);
    expect(found(table, sumsOnly)).toEqual([{ index: 0, choice: 'agree', least: 1, most: 1 }]);
    expect(ours(table)).toEqual([false, false, false]);
  });

  test('Nor are nine each of two CLPs of Wales by being eighteen in all, by Wales or by what is left of the whole', () => {
    const [nine, england, scotland] = [of(9, 0), of(60, 50), of(20, 15)];
    const regions = [
      { key: 'Wales', tally: of(18, 0), parts: [nine, nine] },
      { key: 'England', tally: england, parts: [england] },
      { key: 'Scotland', tally: scotland, parts: [scotland] },
    ];
    const whole = sum(regions.map(({ tally }) => tally));
    const shown = (cells: Parameters<typeof suppressTable>[0]) =>
      suppressTable(cells, whole).flatMap(({ key, suppressed }) => (suppressed ? [] : [key]));
    expect(shown(regions)).toEqual(['England']);
    expect(shown(regions.map(({ key, tally }) => ({ key, tally })))).toContain('Wales');
    const clps = regions.map(({ parts }) => parts);
    const named = publishedRegions(
      regions.map(({ tally }) => [tally]),
      [],
      FLOOR,
      undefined,
      clps,
    );
    expect(named).toEqual([false, true, false]);
  });

  test('Nor are eight and nine of Orkney and Moray by being seventeen and fewer than ten each', () => {
    const table = { areas: [of(8, 0), of(9, 0), of(60, 50)], ofNone: NOBODY, enough: 10 };
    expect(found(table, sumsOnly)).toHaveLength(2);
    expect(ours(table)).toEqual([false, false, false]);
  });
});

describe('CLPs beside their regions and the whole', () => {
  const small = fc.array(tally(), { minLength: 1, maxLength: 3 });
  const regions = fc.array(
    fc.tuple(small, fc.constantFrom([], [of(60, 50)])).map(([few, many]) => [...few, ...many]),
    { minLength: 1, maxLength: 3 },
  );

  /** What follows of a region's hidden CLPs from its own whole, and of all that is in no named region. */
  function leaks(table: Tally[][], isShownAnyway = false) {
    const regionOf = table.flatMap((clps, region) => clps.map(() => region));
    const clps = table.flat();
    const isNamed = publishedRegions(table.map((own) => [sum(own)]));
    const shown = isShownAnyway
      ? primary({ areas: clps, ofNone: NOBODY, enough: FLOOR })
      : publishedClps(regionOf, clps, isNamed);
    const hidden = (isIn: (region: number) => boolean) =>
      clps.filter((each, clp) => isIn(regionOf[clp] as number) && !shown[clp] && votesOf(each) > 0);
    const known = (cells: readonly Tally[]) => cells.map((cell) => knownOf(cell, FLOOR));
    const showsAny = (isIn: (region: number) => boolean) =>
      shown.some((isShown, clp) => isShown && isIn(regionOf[clp] as number));
    const inOne = table.flatMap((_, region) => {
      const cells = hidden((each) => each === region);
      return showsAny((each) => each === region) ? narrow(cells, known(cells), FLOOR) : [];
    });
    const isUnnamed = (region: number) => !isNamed[region];
    if (!showsAny(isUnnamed)) return { leaks: inOne, shown };
    const cells = hidden(isUnnamed);
    const rests = table.flatMap((own, region) => {
      const rest = sum(hidden((each) => each === region && isUnnamed(each)));
      const isPart = showsAny((each) => each === region);
      const about = isPart ? OF_NONE : knownOf(sum(own), FLOOR);
      return votesOf(rest) > 0 ? [{ rest, about }] : [];
    });
    return {
      leaks: [
        ...inOne,
        ...narrow(cells, known(cells), FLOOR),
        ...narrow(
          rests.map(({ rest }) => rest),
          rests.map(({ about }) => about),
          FLOOR,
        ),
      ],
      shown,
    };
  }

  test('tell nothing that either hides', () => {
    let told = 0;
    fc.assert(
      fc.property(regions, (table) => {
        const { leaks: all, shown } = leaks(table);
        expect(all).toEqual([]);
        if (shown.includes(true)) told += 1;
      }),
      { numRuns: 100 },
    );
    expect(told).toBeGreaterThan(20);
  });

  test('would tell it with the floor alone', () => {
    const isTight = fc.property(regions, (table) => leaks(table, true).leaks.length === 0);
    expect(fc.check(isTight, { numRuns: 100 }).failed).toBe(true);
  });
});
