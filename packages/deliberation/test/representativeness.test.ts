import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countByGroup, type GroupCounts } from '../src/opinion/group-counts.js';
import { dividingMost, groupPortraits, sharedByAll } from '../src/opinion/group-portrait.js';
import { representativeness } from '../src/opinion/representativeness.js';
import { EXPORTS, expectedTests, readExport, testWithData } from './exports.js';

const TESTS = ['pa', 'pd', 'pat', 'pdt', 'ra', 'rd', 'rat', 'rdt'] as const;

describe.each(EXPORTS)('%s', (name) => {
  testWithData(`${name}: the proportion tests are as expected`, () => {
    const { votes, ids, group, groups } = readExport(name);
    const found = representativeness(countByGroup(votes, ids.length, group, groups));
    const rows = expectedTests(name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const at = ids.indexOf(row['comment-id'] ?? '') * groups + Number(row['group-id']);
      for (const name of TESTS) {
        expect(Math.abs((found[name][at] as number) - Number(row[name]))).toBeLessThanOrEqual(1e-9);
      }
    }
  });

  testWithData(`${name}: each group is marked by one to five statements, its agrees first`, () => {
    const { votes, ids, group, groups, leftOut } = readExport(name);
    const portraits = groupPortraits(countByGroup(votes, ids.length, group, groups), leftOut);
    expect(portraits).toHaveLength(groups);
    for (const marked of portraits) {
      expect(marked.length).toBeGreaterThanOrEqual(1);
      expect(marked.length).toBeLessThanOrEqual(5);
      const sides = marked.map(({ side }) => side);
      expect(sides).toEqual([...sides].sort());
      for (const { statement } of marked) expect(leftOut[statement]).toBe(0);
    }
  });
});

/** Counts from rows of a statement: agree, disagree, pass for each group. */
function counts(rows: [number, number, number][][]): GroupCounts {
  const column = (at: 0 | 1 | 2) => Uint32Array.from(rows.flat(), (cell) => cell[at]);
  return { groups: rows[0]?.length ?? 0, agree: column(0), disagree: column(1), pass: column(2) };
}

describe('what makes a group', () => {
  const consultation = counts([
    [
      [40, 2, 1],
      [3, 38, 2],
    ],
    [
      [5, 30, 5],
      [35, 4, 1],
    ],
    [
      [39, 3, 0],
      [40, 1, 0],
    ],
    [
      [20, 20, 3],
      [21, 19, 2],
    ],
    [
      [2, 38, 0],
      [1, 37, 2],
    ],
  ]);

  test('Each is marked by what it says and the other does not, its best agreed one first', () => {
    const [left, right] = groupPortraits(consultation);
    expect(left?.map(({ statement, side }) => [statement, side])).toEqual([
      [0, 'agree'],
      [1, 'disagree'],
    ]);
    expect(right?.map(({ statement, side }) => [statement, side])).toEqual([
      [1, 'agree'],
      [0, 'disagree'],
    ]);
    expect(left?.[0]).toMatchObject({ count: 40, votes: 43 });
  });

  test('All share what most agree or disagree with, whatever their group', () => {
    const all = {
      agree: Uint32Array.of(43, 40, 79, 41, 3),
      disagree: Uint32Array.of(40, 34, 4, 39, 75),
      pass: Uint32Array.of(3, 6, 0, 5, 2),
    };
    expect(sharedByAll(all).map(({ statement, side }) => [statement, side])).toEqual([
      [2, 'agree'],
      [4, 'disagree'],
    ]);
    expect(sharedByAll(all, Uint8Array.of(0, 0, 1, 0, 0))).toHaveLength(1);
  });

  test('What divides most has one group for it and one against, the widest gap first', () => {
    expect(dividingMost(consultation).map(({ statement }) => statement)).toEqual([0, 1]);
    expect(dividingMost(consultation)[0]).toMatchObject({ towards: 0, against: 1 });
    expect(dividingMost(consultation, Uint8Array.of(1, 0, 0, 0, 0), 1)).toMatchObject([
      { statement: 1, towards: 1, against: 0 },
    ]);
  });

  test('A group that only shares what others say is still marked by one statement', () => {
    const alike = counts([
      [
        [30, 1, 0],
        [30, 1, 0],
      ],
      [
        [3, 3, 0],
        [3, 3, 0],
      ],
    ]);
    const portraits = groupPortraits(alike);
    expect(portraits.map((marked) => marked.map(({ statement }) => statement))).toEqual([[0], [0]]);
  });

  test('A group without votes is marked by nothing, and without groups there is nothing to say', () => {
    expect(
      groupPortraits(
        counts([
          [
            [0, 0, 0],
            [5, 1, 0],
          ],
        ]),
      )[0],
    ).toEqual([]);
    expect(groupPortraits(counts([]))).toEqual([]);
    expect(dividingMost(counts([]))).toEqual([]);
  });

  test('The tests are finite and mirror one another for any counts', () => {
    const cell = () => fc.tuple(fc.nat(50), fc.nat(50), fc.nat(9));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell(), cell()), { minLength: 1, maxLength: 6 }), (rows) => {
        const found = representativeness(counts(rows));
        for (const name of TESTS) for (const value of found[name]) expect(value).not.toBeNaN();
        const mirrored = representativeness(
          counts(rows.map((row) => row.map(([a, d, p]) => [d, a, p]))),
        );
        expect(mirrored.pat).toEqual(found.pdt);
        expect(mirrored.rat).toEqual(found.rdt);
        rows.forEach((_, s) => {
          // With two groups one is as far above the other as the other is below it.
          expect((found.rat[s * 2] as number) + (found.rat[s * 2 + 1] as number)).toBeCloseTo(0, 9);
        });
      }),
    );
  });
});
