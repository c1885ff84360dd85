import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commonGround } from '../src/lens/common-ground.js';
import { countByGroup, type GroupCounts } from '../src/opinion/group-counts.js';
import { EXPORTS, expectedRows, readExport, testWithData } from './exports.js';

type Cell = [agree: number, disagree: number, pass: number];

/** One statement’s counts in each group. */
const oneStatement = (cells: Cell[]): GroupCounts => ({
  groups: cells.length,
  agree: Uint32Array.from(cells, ([agree]) => agree),
  disagree: Uint32Array.from(cells, ([, disagree]) => disagree),
  pass: Uint32Array.from(cells, ([, , pass]) => pass),
});
const of = (cells: Cell[]) => {
  const { product, mean } = commonGround(oneStatement(cells));
  return { product: product[0] as number, mean: mean[0] as number };
};

const count = () => fc.oneof(fc.nat(5), fc.nat(200_000));
const cells = () => fc.array(fc.tuple(count(), count(), count()), { minLength: 1, maxLength: 5 });

describe.each(EXPORTS)('%s', (name) => {
  testWithData(`${name}: counts by published group and consensus are as expected`, () => {
    const { votes, ids, group, groups } = readExport(name);
    const counts = countByGroup(votes, ids.length, group, groups);
    const { product } = commonGround(counts);
    const rows = expectedRows(name);
    expect(rows).toHaveLength(ids.length);
    rows.forEach((row, s) => {
      for (let g = 0; g < groups; g++) {
        const at = s * groups + g;
        expect([counts.agree[at], counts.disagree[at], counts.pass[at]]).toEqual(
          ['agrees', 'disagrees', 'passes'].map((side) => Number(row[`g${g}_${side}`])),
        );
      }
      expect(Math.abs((product[s] as number) - Number(row['gic']))).toBeLessThanOrEqual(1e-12);
    });
  });
});

describe('common-ground@1', () => {
  test('Two groups that both agree stand above one that agrees alone', () => {
    expect(
      of([
        [8, 1, 0],
        [5, 2, 1],
      ]).product,
    ).toBeCloseTo((9 / 11) * (6 / 10), 15);
    expect(
      of([
        [80, 0, 0],
        [0, 20, 0],
      ]).product,
    ).toBeLessThan(
      of([
        [50, 30, 0],
        [11, 9, 0],
      ]).product,
    );
  });

  test('A group that has not voted counts one half, and the mean reads alike for any number of groups', () => {
    expect(
      of([
        [0, 0, 0],
        [3, 0, 0],
      ]).product,
    ).toBe(0.5 * (4 / 5));
    for (const groups of [1, 2, 3, 4, 5]) {
      const same = of(new Array<Cell>(groups).fill([6, 1, 1]));
      expect(same.mean).toBeCloseTo(0.7, 14);
    }
    expect(
      of([
        [0, 0, 100_000],
        [0, 100_000, 0],
        [0, 1, 0],
      ]).mean,
    ).toBeGreaterThan(0);
  });

  test('It lies in (0, 1), and its mean between the least and the greatest group', () => {
    fc.assert(
      fc.property(cells(), (groups) => {
        const { product, mean } = of(groups);
        const shares = groups.map((group) => of([group]).product);
        expect(product).toBeGreaterThan(0);
        expect(product).toBeLessThan(1);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...shares) * (1 - 1e-14));
        expect(mean).toBeLessThanOrEqual(Math.max(...shares) * (1 + 1e-14));
        expect(mean ** groups.length / product).toBeCloseTo(1, 12);
      }),
    );
  });

  test('One more agree never lowers it and one more disagree never raises it', () => {
    fc.assert(
      fc.property(cells(), fc.nat(), (groups, pick) => {
        const changed = (side: 0 | 1) =>
          groups.map((cell, g): Cell => {
            const more: Cell = [...cell];
            if (g === pick % groups.length) more[side] += 1;
            return more;
          });
        const before = of(groups);
        expect(of(changed(0)).product).toBeGreaterThanOrEqual(before.product);
        expect(of(changed(1)).product).toBeLessThanOrEqual(before.product);
      }),
    );
  });

  test('It does not depend on which group is called A, to the last bit', () => {
    fc.assert(
      fc.property(
        cells().chain((groups) =>
          fc.tuple(fc.constant(groups), fc.shuffledSubarray(groups, { minLength: groups.length })),
        ),
        ([here, there]) => {
          expect(of(there)).toEqual(of(here));
        },
      ),
    );
  });

  test('Counts that do not fit, or no group at all, are faults', () => {
    expect(() => commonGround(oneStatement([]))).toThrow('at least one opinion group');
    expect(() => commonGround({ ...oneStatement([[1, 1, 1]]), groups: 2 })).toThrow('one entry');
    expect(() => commonGround({ ...oneStatement([[1, 1, 1]]), pass: new Uint32Array(2) })).toThrow(
      'differ in length',
    );
  });
});
