import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { poisson } from '../src/poisson.js';
import { type RankRange, rankRange } from '../src/range.js';
import { rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';
import { seeded } from '../src/seed.js';
import { inputOf } from './vectors.js';

const RULES = { quorumVotes: 5, quorumClps: 0, clpFloorForBreadth: 10 };
const CLPS = ['Bristol East', 'Great Grimsby', 'Ynys Môn', 'Paisley'];

type Votes = [agree: number, disagree: number];

/** Proposals with their votes in each of the four CLPs. */
const consultationOf = (rows: { number: number; votes: Votes[] }[]) =>
  inputOf({
    clps: CLPS.map((name) => ({ name, region: 0 })),
    regions: ['All'],
    proposals: rows.map(({ number, votes }) => ({
      number,
      votes: votes.map(([agree, disagree], clp): [number, number, number, number] => [
        clp,
        agree,
        disagree,
        0,
      ]),
    })),
  });

/** With what is left when a CLP is left out, which support always has. */
const rangeOf = (input: RankingInput, seed = 'range', recounts = 200) =>
  complete(rankRange(input, rank('support@1', input, RULES), { seed, recounts }));
const complete = (range: RankRange | null) => {
  if (!range?.best || !range.worst) throw new Error('No CLP was left out.');
  return { ...range, best: range.best, worst: range.worst };
};
const rowsOf = ({ best, worst, low, high }: ReturnType<typeof complete>, input: RankingInput) =>
  Array.from(input.number, (number, p) => [number, best[p], worst[p], low[p], high[p]]).sort(
    (a, b) => (a[0] as number) - (b[0] as number),
  );

const consultations = () =>
  fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 99 }),
      votes: fc.array(fc.tuple(fc.nat(12), fc.nat(6)), { minLength: 4, maxLength: 4 }),
    }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 12 },
  );

describe('the range beside a rank', () => {
  test('A proposal that one CLP carries alone falls when that CLP is left out', () => {
    const input = consultationOf([
      {
        number: 1,
        votes: [
          [60, 0],
          [1, 4],
          [1, 4],
          [1, 4],
        ],
      },
      {
        number: 2,
        votes: [
          [10, 4],
          [10, 4],
          [10, 4],
          [10, 4],
        ],
      },
      {
        number: 3,
        votes: [
          [8, 4],
          [8, 4],
          [8, 4],
          [8, 4],
        ],
      },
    ]);
    const { best, worst } = rangeOf(input);
    expect([best[0], worst[0]]).toEqual([1, 3]);
    expect([best[1], worst[1]]).toEqual([1, 2]);
  });

  test('A thousand times the votes make the interval narrower', () => {
    const votes = (times: number) =>
      [7, 6, 5].map((agree, i) => ({
        number: i + 1,
        votes: [[agree * times, 4 * times]] as Votes[],
      }));
    const few = rangeOf(consultationOf(votes(1)));
    const lots = rangeOf(consultationOf(votes(1_000)));
    expect([few.low[0], few.high[0]]).toEqual([1, 3]);
    expect(Array.from(lots.low)).toEqual([1, 2, 3]);
    expect(Array.from(lots.high)).toEqual([1, 2, 3]);
  });

  test('holds the rank itself, lies among the ranks, and is 0 below the line', () => {
    fc.assert(
      fc.property(consultations(), (rows) => {
        const input = consultationOf(rows);
        const { above, rank: ranks } = rank('support@1', input, RULES);
        const { best, worst, low, high } = rangeOf(input, 'range', 40);
        ranks.forEach((own, p) => {
          const all = [best[p], worst[p], low[p], high[p]] as number[];
          if (own === 0) {
            expect(all).toEqual([0, 0, 0, 0]);
            return;
          }
          expect(best[p] as number).toBeLessThanOrEqual(own);
          expect(worst[p] as number).toBeGreaterThanOrEqual(own);
          expect(low[p] as number).toBeLessThanOrEqual(high[p] as number);
          expect(Math.min(...all)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...all)).toBeLessThanOrEqual(above);
        });
      }),
    );
  });

  test('is what leaving out each CLP and ranking again gives', () => {
    fc.assert(
      fc.property(consultations(), (rows) => {
        // Quorum of nothing, so that ranking again never moves the line.
        const everyone = { ...RULES, quorumVotes: 0 };
        const input = consultationOf(rows);
        const full = rank('support@1', input, everyone);
        const range = rankRange(input, full, { seed: 'range', recounts: 1 });
        const { best, worst } = complete(range);
        const again = CLPS.map((_, clp) => {
          const without = rows.map(({ number, votes }) => ({
            number,
            votes: votes.map((vote, at): Votes => (at === clp ? [0, 0] : vote)),
          }));
          return rank('support@1', consultationOf(without), everyone).rank;
        });
        full.rank.forEach((own, p) => {
          const ranks = [own, ...again.map((column) => column[p] as number)];
          expect([best[p], worst[p]]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
        });
      }),
    );
  });

  test('is the same for the same seed, in whatever order proposals come', () => {
    const shuffled = consultations().chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.string(), ([here, there], seed) => {
        const [a, b] = [consultationOf(here), consultationOf(there)];
        expect(rowsOf(rangeOf(b, seed, 40), b)).toEqual(rowsOf(rangeOf(a, seed, 40), a));
      }),
    );
  });

  test('Where nothing was told of a CLP only the interval says something', () => {
    const input = consultationOf([
      { number: 1, votes: [[6, 3]] },
      { number: 2, votes: [[5, 4]] },
    ]);
    const untold = { ...input, toldCells: null };
    const range = rankRange(untold, rank('support@1', untold, RULES), { seed: 'range' });
    expect(range).toMatchObject({ best: null, worst: null });
    expect(range?.low).toEqual(rangeOf(input, 'range', 1_000).low);
  });

  test('Another ranking and no recount are faults; of a CLP of which more was told than there is now, nobody is left', () => {
    const input = consultationOf([{ number: 1, votes: [[6, 3]] }]);
    const ranking = rank('support@1', input, RULES);
    const seed = 'range';
    expect(() => rankRange(input, { ...ranking, order: new Uint32Array(2) }, { seed })).toThrow(
      'other proposals',
    );
    expect(() => rankRange(input, ranking, { seed, recounts: 0 })).toThrow('at least one recount');
    const counts = { ...input.counts, agree: Uint32Array.of(5) };
    expect(rankRange({ ...input, counts }, ranking, { seed })?.worst).toEqual(Uint32Array.of(1));
  });
});

describe('Poisson numbers', () => {
  test.each([1, 4, 60, 1_000, 250_000])('of mean %i have that mean and variance', (mean) => {
    const draw = poisson(mean, seeded(`poisson ${mean}`));
    const drawn = Array.from({ length: 20_000 }, draw);
    const found = drawn.reduce((sum, n) => sum + n, 0) / drawn.length;
    const variance = drawn.reduce((sum, n) => sum + (n - found) ** 2, 0) / drawn.length;
    // Five standard errors.
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(mean / drawn.length));
    expect(Math.abs(variance / mean - 1)).toBeLessThan(
      5 * Math.sqrt((2 + 1 / mean) / drawn.length),
    );
  });

  test('of mean 1 come as often as they should: 0 and 1 with 1/e each, 2 with half of that', () => {
    const draw = poisson(1, seeded('one'));
    const drawn = Array.from({ length: 50_000 }, draw);
    const share = (n: number) => drawn.filter((own) => own === n).length / drawn.length;
    expect(share(0)).toBeCloseTo(1 / Math.E, 1);
    expect(Math.abs(share(0) - 1 / Math.E)).toBeLessThan(0.011);
    expect(Math.abs(share(1) - 1 / Math.E)).toBeLessThan(0.011);
    expect(Math.abs(share(2) - 0.5 / Math.E)).toBeLessThan(0.009);
  });

  test('of mean 0 are 0', () => {
    expect(poisson(0, seeded('none'))()).toBe(0);
  });
});
