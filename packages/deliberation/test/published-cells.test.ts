import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupCounts } from '../src/opinion/group-counts.js';
import { FLOOR, isSafe, suppressTable } from '../src/privacy.js';
import { publishedGroups, publishedRegions, publishedSizes } from '../src/published-cells.js';
import { type Tally, votesOf } from '../src/tally.js';

type Cell = [agree: number, disagree: number, pass: number];
const NOBODY: Cell = [0, 0, 0];

/** Counts of statements in groups, with the people in no group on top. */
function table(rows: readonly { cells: Cell[]; others: Cell }[], groups: number) {
  const column = (at: 0 | 1 | 2) =>
    Uint32Array.from(rows.flatMap(({ cells }) => cells.map((cell) => cell[at])));
  const all = (at: 0 | 1 | 2) =>
    Uint32Array.from(rows, ({ cells, others }) =>
      cells.reduce((sum, cell) => sum + cell[at], others[at]),
    );
  const counts: GroupCounts = { groups, agree: column(0), disagree: column(1), pass: column(2) };
  return { counts, whole: { agree: all(0), disagree: all(1), pass: all(2) } };
}
const shownOf = (cells: Cell[], others: Cell = NOBODY) => {
  const { counts, whole } = table([{ cells, others }], cells.length);
  return Array.from(publishedGroups(counts, whole).shown);
};

describe('counts by opinion group', () => {
  test('A group is shown from ten votes on, and not when the rest would be one to nine people', () => {
    expect(
      shownOf([
        [20, 3, 1],
        [4, 6, 0],
      ]),
    ).toEqual([1, 1]);
    expect(
      shownOf([
        [20, 3, 1],
        [4, 5, 0],
      ]),
    ).toEqual([0, 0]);
    expect(
      shownOf(
        [
          [20, 3, 1],
          [4, 8, 0],
        ],
        [3, 0, 0],
      ),
    ).toEqual([1, 0]);
  });

  test('Of equally small groups the later is hidden first', () => {
    const equal: Cell = [6, 6, 0];
    expect(shownOf([equal, equal, equal], [1, 0, 0])).toEqual([1, 1, 0]);
  });

  test('A hidden cell is 0 throughout, and a shown one is as it was', () => {
    const rows = [
      {
        cells: [
          [20, 3, 1],
          [1, 2, 3],
          [9, 9, 9],
        ] as Cell[],
        others: [0, 4, 0] as Cell,
      },
    ];
    const { counts, whole } = table(rows, 3);
    const published = publishedGroups(counts, whole);
    expect(Array.from(published.shown)).toEqual([1, 0, 1]);
    expect(Array.from(published.counts.agree)).toEqual([20, 0, 9]);
    expect(Array.from(published.counts.disagree)).toEqual([3, 0, 9]);
    expect(Array.from(published.counts.pass)).toEqual([1, 0, 9]);
  });

  const cell = () => fc.tuple(fc.nat(14), fc.nat(9), fc.nat(4));

  test('What follows by subtraction is nobody or ten people, and a lone hidden group could be shown', () => {
    const statements = fc.record({ cells: fc.array(cell(), { maxLength: 5 }), others: cell() });
    fc.assert(
      fc.property(statements, ({ cells, others }) => {
        const votes = ([agree, disagree, pass]: Cell) => agree + disagree + pass;
        const shown = shownOf(cells, others);
        let rest = votes(others) + cells.reduce((sum, own) => sum + votes(own), 0);
        cells.forEach((own, g) => {
          if (!shown[g]) return;
          expect(votes(own)).toBeGreaterThanOrEqual(FLOOR);
          rest -= votes(own);
        });
        // Where nothing is shown the rest is the published whole, which hides nothing.
        if (shown.includes(1)) expect(rest === 0 || rest >= FLOOR).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('Groups that exceed the whole, or other statements, are faults', () => {
    const { counts, whole } = table([{ cells: [[5, 6, 0]], others: NOBODY }], 1);
    expect(() => publishedGroups(counts, { ...whole, agree: Uint32Array.of(4) })).toThrow(
      'more votes in groups than in all',
    );
    const two = {
      agree: new Uint32Array(2),
      disagree: new Uint32Array(2),
      pass: new Uint32Array(2),
    };
    expect(() => publishedGroups(counts, two)).toThrow('different statements');
  });
});

const tally = ([agree, disagree, pass]: Cell): Tally => ({ agree, disagree, pass });
const plus = (a: Tally, b: Tally): Tally => ({
  agree: a.agree + b.agree,
  disagree: a.disagree + b.disagree,
  pass: a.pass + b.pass,
});

describe('sizes of opinion groups', () => {
  test('A group of nine is not told, and neither is the next smallest, from which it would follow', () => {
    expect(publishedSizes([40, 30, 9], 79)).toEqual([40, null, null]);
    expect(publishedSizes([40, 30, 9], 80)).toEqual([40, 30, null]);
    expect(publishedSizes(Uint32Array.of(9, 9, 8, 4), 30)).toEqual([null, null, null, null]);
    expect(publishedSizes([40, 30, 10], 80)).toEqual([40, 30, 10]);
    expect(publishedSizes([], 5)).toEqual([]);
    expect(() => publishedSizes([6, 5], 10)).toThrow('more people than there are');
  });
});

describe('regions on the rows of votes', () => {
  const region = (...cells: Cell[]) => cells.map(tally);

  test('A region is named in every class or in none', () => {
    expect(
      publishedRegions([
        region([30, 20, 0], [11, 0, 10]),
        region([30, 20, 0], [11, 0, 9]),
        region([12, 10, 0], [10, 0, 11]),
        region([40, 40, 40], [40, 40, 40]),
      ]),
    ).toEqual([true, false, false, true]);
  });

  test('People of no region are protected like a region', () => {
    const cells = [region([30, 20, 0]), region([12, 14, 0])];
    expect(publishedRegions(cells)).toEqual([true, true]);
    expect(publishedRegions(cells, [tally([1, 0, 0])])).toEqual([true, false]);
  });

  const cell = () => fc.oneof(fc.constant(0), fc.nat(40), fc.integer({ min: 10, max: 40 }));
  const tallies = fc.record({ agree: cell(), disagree: cell(), pass: cell() });
  const tables = fc
    .integer({ min: 1, max: 3 })
    .chain((classes) =>
      fc.array(fc.array(tallies, { minLength: classes, maxLength: classes }), { maxLength: 7 }),
    );

  test('What a table by region hides is not named here, or both together would give it away', () => {
    // By region alone the second is hidden for its 9, the first beside it, and the third is shown.
    // In classes the third is hidden for its 4: with the first named, the 9 would follow.
    expect(
      publishedRegions([
        region([10, 10, 0], [10, 0, 0]),
        region([11, 9, 0], [10, 0, 0]),
        region([36, 11, 0], [4, 0, 0]),
      ]),
    ).toEqual([false, false, false]);
    fc.assert(
      fc.property(tables, (cells) => {
        const sums = cells.map((row, r) => ({ key: `${r}`, tally: row.reduce(plus) }));
        const whole = sums.reduce((sum, { tally: own }) => plus(sum, own), tally(NOBODY));
        const alone = suppressTable(sums, whole);
        publishedRegions(cells).forEach((isNamed, r) => {
          if (isNamed && votesOf(sums[r]?.tally as Tally) > 0)
            expect(alone[r]?.suppressed).toBe(false);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('In which order the regions come makes no difference', () => {
    const equals = [region([20, 10, 0]), region([20, 10, 0]), region([300, 200, 0])];
    expect(publishedRegions(equals, [tally([1, 0, 0])])).toEqual([false, false, true]);
    fc.assert(
      fc.property(tables, (cells) => {
        const reversed = publishedRegions([...cells].reverse());
        expect(reversed.reverse()).toEqual(publishedRegions(cells));
      }),
    );
  });

  test('Nothing under ten is on the rows or can be worked out from them', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const shown = publishedRegions(cells);
        const named = shown.some(
          (isShown, r) => isShown && cells[r]?.some((own) => votesOf(own) > 0),
        );
        for (let c = 0; c < (cells[0]?.length ?? 0); c++) {
          const unnamed = cells.reduce(
            (sum, row, r) => (shown[r] ? sum : plus(sum, row[c] as Tally)),
            tally(NOBODY),
          );
          cells.forEach((row, r) => {
            if (shown[r]) expect(isSafe(row[c] as Tally)).toBe(true);
          });
          // Where no region is named the rest is the class itself, which is published anyway.
          if (named) expect(isSafe(unnamed)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('Regions with different numbers of classes are a fault', () => {
    expect(() => publishedRegions([region([1, 1, 1]), []])).toThrow('differ in their classes');
  });
});

describe('the rows of votes as a whole', () => {
  /** One proposal's votes: how many of each choice, by group (the last of none) and region (the last of none). */
  const count = () =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.nat(12) },
      { weight: 12, arbitrary: fc.integer({ min: 10, max: 60 }) },
    );
  const tallies = fc.record({ agree: count(), disagree: count(), pass: count() });
  const proposals = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
    .chain(([groups, regions]) =>
      fc.array(fc.array(tallies, { minLength: regions + 1, maxLength: regions + 1 }), {
        minLength: groups + 1,
        maxLength: groups + 1,
      }),
    );
  const sum = (list: readonly Tally[]) => list.reduce(plus, tally(NOBODY));

  test('Whatever is added up or taken away, no count of a region is of one to nine people, nor a group of so few', () => {
    let named = 0;
    fc.assert(
      fc.property(proposals, (byGroup) => {
        const groups = byGroup.length - 1;
        const regions = (byGroup[0] as Tally[]).length - 1;
        const cells = byGroup
          .slice(0, groups)
          .map((row) => sum(row))
          .map(({ agree, disagree, pass }): Cell => [agree, disagree, pass]);
        const ofNone = sum(byGroup[groups] as Tally[]);
        const shown = shownOf(cells, [ofNone.agree, ofNone.disagree, ofNone.pass]);
        // The classes of the rows: each group that is shown, and all others together.
        const others = byGroup.filter((_, g) => shown[g] !== 1);
        const classes = [
          ...byGroup.filter((_, g) => shown[g] === 1),
          Array.from({ length: regions + 1 }, (_, r) => sum(others.map((row) => row[r] as Tally))),
        ];
        const isNamed = publishedRegions(
          Array.from({ length: regions }, (_, r) => classes.map((row) => row[r] as Tally)),
          classes.map((row) => row[regions] as Tally),
        );
        const visible = classes.map((row) => row.filter((_, r) => isNamed[r]));
        if (votesOf(sum(visible.flat())) === 0) return;
        named += 1;
        classes.forEach((row, c) => {
          const unnamed = sum(row.filter((_, r) => !isNamed[r]));
          const inAll = sum(visible[c] as Tally[]);
          for (const own of [...(visible[c] as Tally[]), unnamed, inAll]) {
            expect(isSafe(own)).toBe(true);
          }
          // The whole of a class is known as well.
          const people = votesOf(sum(row));
          expect(people === 0 || people >= FLOOR).toBe(true);
        });
        // A region over all classes.
        isNamed.forEach((isIt, r) => {
          if (isIt) expect(isSafe(sum(classes.map((row) => row[r] as Tally)))).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
    // Else the property would say little.
    expect(named).toBeGreaterThan(50);
  });
});
