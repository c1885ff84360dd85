import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES } from '../src/choice.js';
import { FLOOR, isSafe, suppressTable } from '../src/privacy.js';
import { type Tally, votesOf } from '../src/tally.js';

const tallies = (most = 40): fc.Arbitrary<Tally> =>
  fc.record({ agree: fc.nat(most), disagree: fc.nat(most), pass: fc.nat(most) });
const plus = (a: Tally, b: Tally): Tally => ({
  agree: a.agree + b.agree,
  disagree: a.disagree + b.disagree,
  pass: a.pass + b.pass,
});
const minus = (a: Tally, b: Tally): Tally => ({
  agree: a.agree - b.agree,
  disagree: a.disagree - b.disagree,
  pass: a.pass - b.pass,
});
const NOBODY: Tally = { agree: 0, disagree: 0, pass: 0 };
const sum = (list: readonly Tally[]) => list.reduce(plus, NOBODY);

/** Whether some count of 1 to 9 people can be read. */
const singlesOut = (tally: Tally) =>
  CHOICES.some((choice) => tally[choice] > 0 && tally[choice] < FLOOR);

describe('a table of regions', () => {
  const cell = (key: string, agree: number, disagree: number, pass = 0) => ({
    key,
    tally: { agree, disagree, pass },
  });
  const shownKeys = (cells: { key: string; tally: Tally }[], whole?: Tally) =>
    suppressTable(cells, whole ?? sum(cells.map(({ tally }) => tally)))
      .filter(({ suppressed }) => !suppressed)
      .map(({ key }) => key);

  test('One small region takes the next smallest with it, or it could be worked out', () => {
    const cells = [cell('Wales', 3, 1), cell('Scotland', 30, 12), cell('London', 300, 200)];
    expect(shownKeys(cells)).toEqual(['London']);
  });

  test('Two small regions hide each other where ten are left beyond what breadth tells of them', () => {
    const cells = [cell('Wales', 9, 6), cell('Scotland', 8, 9), cell('London', 300, 200)];
    // Wales carries it, so at least 6 of its ten or more agree; of 17 that leaves 11.
    expect(shownKeys(cells)).toEqual(['London']);
    // Of 15 it would leave nine.
    expect(shownKeys([cell('Wales', 7, 6), ...cells.slice(1)])).toEqual([]);
  });

  test('Where all are large all are shown', () => {
    expect(shownKeys([cell('Wales', 30, 11), cell('London', 300, 200)])).toEqual([
      'Wales',
      'London',
    ]);
  });

  test('People of no region are protected like a small region', () => {
    const cells = [cell('Wales', 30, 11), cell('London', 300, 200)];
    expect(shownKeys(cells, { agree: 333, disagree: 211, pass: 0 })).toEqual(['London']);
  });

  test('Nothing under ten can be read, or worked out by taking what is shown from the whole', () => {
    const tables = fc.array(tallies(60), { maxLength: 12 });
    fc.assert(
      fc.property(tables, tallies(12), (list, ofNoRegion) => {
        const whole = plus(sum(list), ofNoRegion);
        const cells = list.map((tally, index) => ({ key: `region ${index}`, tally }));
        const published = suppressTable(cells, whole);
        const shown = published.flatMap(({ tally }) => (tally ? [tally] : []));
        for (const tally of shown) {
          expect(votesOf(tally)).toBeGreaterThanOrEqual(FLOOR);
          expect(singlesOut(tally)).toBe(false);
        }
        const derived = minus(whole, sum(shown));
        expect(singlesOut(derived)).toBe(shown.length === 0 && singlesOut(whole));
        // A lone hidden cell is known exactly, so it must be one that could be shown.
        const hidden = cells.filter((_, index) => published[index]?.suppressed);
        if (hidden.length === 1 && votesOf(ofNoRegion) === 0 && shown.length > 0) {
          expect(hidden.every(({ tally }) => isSafe(tally))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('Two regions with as many votes are hidden together, whatever they are called', () => {
    const equals = [cell('Wales', 20, 10), cell('Scotland', 20, 10), cell('Kent', 3, 1)];
    expect(shownKeys([...equals, cell('London', 300, 200)])).toEqual(['London']);
  });

  test('It does not depend on the order of the regions', () => {
    fc.assert(
      fc.property(fc.array(tallies(60), { maxLength: 8 }), (list) => {
        const cells = list.map((tally, index) => ({ key: `region ${index}`, tally }));
        expect(shownKeys([...cells].reverse()).sort()).toEqual(shownKeys(cells).sort());
      }),
    );
  });

  test('Regions that exceed the whole are a fault', () => {
    expect(() => shownKeys([cell('Wales', 30, 11)], NOBODY)).toThrow('30 agree of 0 in all');
  });
});
