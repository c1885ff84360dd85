import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LENS_IDS, type LensId } from '../src/lens/lenses.js';
import { priorities, votersOf } from '../src/lens/priorities.js';
import { rankRange } from '../src/range.js';
import { weighted } from '../src/range-priorities.js';
import { bounded } from '../src/range-recounts.js';
import { RANGE_NOTES } from '../src/range-words.js';
import { rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';
import { ballotsOf } from './ballots.js';
import { inputOf } from './vectors.js';

const RULES = { quorumVotes: 5, quorumClps: 0, clpFloorForBreadth: 10 };
const REGION_OF_CLP = [0, 0, 1, 2, -1];

interface Row {
  number: number;
  /** Agrees, disagrees and passes in each CLP. */
  votes: [number, number, number][];
  /** The same in each of two groups. */
  groups: [number, number, number][];
}

/** Rows as columns; ballots are lists of numbers, of which those that no row has are left out. */
function consultation(rows: readonly Row[], ballots: readonly number[][]): RankingInput {
  const index = new Map(rows.map(({ number }, p) => [number, p]));
  const side = (at: 0 | 1 | 2) =>
    Uint32Array.from(rows.flatMap(({ groups }) => groups.map((counts) => counts[at])));
  return {
    ...inputOf({
      clps: REGION_OF_CLP.map((region, clp) => ({ name: String(clp), region })),
      regions: ['South West', 'Wales', 'Scotland'],
      proposals: rows.map(({ number, votes }) => ({
        number,
        votes: votes.map((counts, clp): [number, number, number, number] => [clp, ...counts]),
      })),
    }),
    groups: { groups: 2, agree: side(0), disagree: side(1), pass: side(2) },
    ballots: ballotsOf(ballots.map((list) => list.flatMap((number) => index.get(number) ?? []))),
  };
}

const counts = () => fc.tuple(fc.nat(25), fc.nat(15), fc.nat(4));
const lists = (length: number) => fc.array(counts(), { minLength: length, maxLength: length });
const rowsAnd = () =>
  fc.tuple(
    fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 12 }),
        votes: lists(REGION_OF_CLP.length),
        groups: lists(2),
      }),
      { selector: ({ number }) => number, maxLength: 8 },
    ),
    fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }), { maxLength: 30 }),
  );
const rangeOf = (lens: LensId, input: RankingInput, seed = 'range', recounts = 40) =>
  rankRange(input, rank(lens, input, RULES), { seed, recounts });

describe.each(LENS_IDS)('the range under %s', (lens) => {
  test('lies among the ranks, and is 0 below the line', () => {
    fc.assert(
      fc.property(rowsAnd(), ([rows, ballots]) => {
        const input = consultation(rows, ballots);
        const { above, rank: ranks } = rank(lens, input, RULES);
        const range = rangeOf(lens, input);
        ranks.forEach((own, p) => {
          const all = [range?.low[p], range?.high[p], range?.best?.[p], range?.worst?.[p]];
          const known = all.flatMap((value) => (value === undefined ? [] : [value]));
          expect(known).toHaveLength(lens === 'support@1' || lens === 'breadth@1' ? 4 : 2);
          if (own === 0) {
            expect(Math.max(...known)).toBe(0);
            return;
          }
          expect(Math.min(...known)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...known)).toBeLessThanOrEqual(above);
          expect(known[0] as number).toBeLessThanOrEqual(known[1] as number);
        });
      }),
    );
  });

  test('is the same for the same seed, in whatever order proposals and ballots come', () => {
    const shuffled = rowsAnd().chain(([rows, ballots]) =>
      fc.record({
        here: fc.constant({ rows, ballots }),
        rows: fc.shuffledSubarray(rows, { minLength: rows.length }),
        ballots: fc.shuffledSubarray(ballots, { minLength: ballots.length }),
      }),
    );
    const byNumber = (rows: readonly Row[], ballots: readonly number[][]) => {
      const input = consultation(rows, ballots);
      const range = rangeOf(lens, input, 'the same', 20);
      return Array.from(input.number, (number, p) => ({
        number,
        at: [range?.low[p], range?.high[p], range?.best?.[p], range?.worst?.[p]],
      })).sort((a, b) => a.number - b.number);
    };
    fc.assert(
      fc.property(shuffled, ({ here, rows, ballots }) => {
        expect(byNumber(rows, ballots)).toEqual(byNumber(here.rows, here.ballots));
      }),
      { numRuns: 50 },
    );
  });

  test('is said to rest on something', () => {
    expect(RANGE_NOTES[lens]).toMatch(/^The range is .*\.$/);
  });
});

describe('with a CLP left out', () => {
  test('the range under breadth is what ranking again without it gives', () => {
    // Nothing to reach, so that ranking again never moves the line.
    const everyone = { ...RULES, quorumVotes: 0 };
    fc.assert(
      fc.property(rowsAnd(), ([rows]) => {
        const full = rank('breadth@1', consultation(rows, []), everyone);
        const range = rankRange(consultation(rows, []), full, { seed: 'range', recounts: 1 });
        const again = REGION_OF_CLP.map((_, clp) => {
          const without = rows.map((row) => ({
            ...row,
            votes: row.votes.map((own, at): [number, number, number] =>
              at === clp ? [0, 0, 0] : own,
            ),
          }));
          return rank('breadth@1', consultation(without, []), everyone).rank;
        });
        full.rank.forEach((own, p) => {
          const ranks = [own, ...again.map((column) => column[p] as number)];
          expect([range?.best?.[p], range?.worst?.[p]]).toEqual([
            Math.min(...ranks),
            Math.max(...ranks),
          ]);
        });
      }),
    );
  });
});

describe('with votes drawn anew', () => {
  const row = (number: number, times: number, groups: [number, number]): Row => ({
    number,
    votes: REGION_OF_CLP.map((_, clp) => [(clp < number ? 6 : 4) * times, 5 * times, times]),
    groups: groups.map((agree): [number, number, number] => [agree * times, 4 * times, times]),
  });
  const three = (times: number) => {
    const lists = [[3], [3], [3], [2], [2], [1]].flatMap((list) =>
      new Array<number[]>(times).fill(list),
    );
    return consultation(
      [row(1, times, [6, 5]), row(2, times, [7, 6]), row(3, times, [8, 7])],
      lists,
    );
  };

  test.each(LENS_IDS.slice(1))('a thousand times the votes make it narrower under %s', (lens) => {
    const few = rangeOf(lens, three(3), 'range', 200);
    const lots = rangeOf(lens, three(3_000), 'range', 200);
    expect(Array.from(few?.high ?? [])).not.toEqual([3, 2, 1]);
    expect(Array.from(lots?.low ?? [])).toEqual([3, 2, 1]);
    expect(Array.from(lots?.high ?? [])).toEqual([3, 2, 1]);
  });

  test('Ballots that count several times come to the order of so many ballots, ties included', () => {
    const kinds = fc.array(fc.tuple(fc.uniqueArray(fc.nat(5), { maxLength: 4 }), fc.nat(6)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(kinds, (ballots) => {
        const once = ballotsOf(ballots.map(([list]) => list));
        const ranks = new Float64Array(6);
        weighted(
          votersOf(once, 6),
          Uint32Array.from(ballots, ([, times]) => times),
          ranks,
        );
        const each = ballotsOf(
          ballots.flatMap(([list, times]) => new Array<number[]>(times).fill(list)),
        );
        const { order, chosen } = priorities(each, Uint32Array.of(1, 2, 3, 4, 5, 6));
        const placed = chosen.filter((count) => count > 0).length;
        order.forEach((p, position) => {
          expect(ranks[p]).toBe(Math.min(position, placed) + 1);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('there is no range from what was only published: breadth without cells, priorities without ballots', () => {
    const input = three(3);
    const bare = { number: input.number, counts: input.counts };
    const { breadth } = rank('breadth@1', input, RULES);
    expect(rangeOf('breadth@1', { ...bare, breadth, regionCount: 3 })).toBeNull();
    const placed = rank('priorities@1', input, RULES).priorities;
    expect(rangeOf('priorities@1', { ...bare, priorities: placed })).toBeNull();
  });

  test('what takes long is recounted less often, never under a hundred times', () => {
    expect(bounded(1_000, 0)).toBe(1_000);
    expect(bounded(1_000, 250_000)).toBe(400);
    expect(bounded(1_000, 10_000_000)).toBe(100);
    expect(bounded(40, 10_000_000)).toBe(40);
  });
});
