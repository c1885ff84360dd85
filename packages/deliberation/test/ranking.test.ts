import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LensId } from '../src/lens/lenses.js';
import { type Ranking, rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';
import { seeded } from '../src/seed.js';
import { inputOf, VECTORS } from './vectors.js';

const LENSES: LensId[] = ['support@1', 'breadth@1'];

function rowsOf(ranking: Ranking, input: RankingInput) {
  return Array.from(ranking.order, (index) => {
    const row = {
      number: input.number[index],
      rank: ranking.rank[index] || null,
      tied: ranking.tied[index] === 1,
      score: Number(ranking.score[index]?.toFixed(12)),
    };
    const [votesNeeded, clpsNeeded] = [ranking.votesNeeded[index], ranking.clpsNeeded[index]];
    return row.rank === null ? { ...row, votesNeeded, clpsNeeded } : row;
  });
}

describe.each(VECTORS)('$name', (vector) => {
  test.each(LENSES)('%s', (lens) => {
    const input = inputOf(vector);
    expect(rowsOf(rank(lens, input, vector.rules), input)).toEqual(vector.expected[lens]);
  });
});

const RULES = { quorumVotes: 20, quorumClps: 2, clpFloorForBreadth: 10 };
const CLPS = [0, 0, 1, 1, 2, -1];

/** Proposals with small counts in six CLPs, so that ties and quorum lines happen. */
const consultations = () =>
  fc
    .uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 500 }),
        votes: fc.array(fc.tuple(fc.nat(15), fc.nat(15), fc.nat(4)), {
          minLength: CLPS.length,
          maxLength: CLPS.length,
        }),
      }),
      { selector: ({ number }) => number, maxLength: 30 },
    )
    .map((proposals) => ({
      clps: CLPS.map((region, clp) => ({ name: String(clp), region })),
      regions: ['South West', 'Wales', 'Scotland'],
      proposals: proposals.map(({ number, votes }) => ({
        number,
        votes: votes.map((counts, clp): [number, number, number, number] => [clp, ...counts]),
      })),
    }));

describe.each(LENSES)('every ranking under %s', (lens) => {
  test('is total, and lists each proposal once, those above the line first', () => {
    fc.assert(
      fc.property(consultations(), (consultation) => {
        const input = inputOf(consultation);
        const { order, above, rank: ranks, votesNeeded, clpsNeeded } = rank(lens, input, RULES);
        expect(Array.from(order).sort((a, b) => a - b)).toEqual(
          consultation.proposals.map((_, index) => index),
        );
        order.forEach((index, position) => {
          expect((ranks[index] as number) > 0).toBe(position < above);
          expect((votesNeeded[index] as number) + (clpsNeeded[index] as number) === 0).toBe(
            position < above,
          );
        });
      }),
    );
  });

  test('ranks equal scores alike and skips the ranks they took', () => {
    fc.assert(
      fc.property(consultations(), (consultation) => {
        const { order, above, rank: ranks, score, tied } = rank(lens, inputOf(consultation), RULES);
        const ranked = Array.from(order.subarray(0, above));
        for (const index of ranked) {
          const better = ranked.filter(
            (other) => (score[other] as number) > (score[index] as number),
          );
          const equal = ranked.filter((other) => score[other] === score[index]);
          expect(ranks[index]).toBe(better.length + 1);
          expect(tied[index] === 1).toBe(equal.length > 1);
        }
      }),
    );
  });

  test('does not depend on the order in which proposals come', () => {
    fc.assert(
      fc.property(consultations(), fc.string(), (consultation, seed) => {
        const random = seeded(seed);
        const shuffled = consultation.proposals
          .map((proposal) => ({ proposal, place: random() }))
          .sort((a, b) => a.place - b.place)
          .map(({ proposal }) => proposal);
        const here = inputOf(consultation);
        const there = inputOf({ ...consultation, proposals: shuffled });
        expect(rowsOf(rank(lens, there, RULES), there)).toEqual(
          rowsOf(rank(lens, here, RULES), here),
        );
      }),
    );
  });

  test('never puts a proposal lower for one more agree, unless that lowers its score', () => {
    fc.assert(
      fc.property(consultations(), fc.nat(), fc.nat(CLPS.length - 1), (consultation, pick, clp) => {
        fc.pre(consultation.proposals.length > 0);
        const chosen = pick % consultation.proposals.length;
        const more = consultation.proposals.map((proposal, index) => ({
          ...proposal,
          votes: proposal.votes.map((vote, place): [number, number, number, number] =>
            index === chosen && place === clp ? [vote[0], vote[1] + 1, vote[2], vote[3]] : vote,
          ),
        }));
        const before = rank(lens, inputOf(consultation), RULES);
        const after = rank(lens, inputOf({ ...consultation, proposals: more }), RULES);
        // A CLP that reaches the floor by an agree but is not carried can lower breadth; support only grows.
        fc.pre((after.score[chosen] as number) >= (before.score[chosen] as number));
        expect(after.order.indexOf(chosen)).toBeLessThanOrEqual(before.order.indexOf(chosen));
      }),
    );
  });
});

describe('a ranking of ten thousand', () => {
  const random = seeded('ten thousand proposals');
  const column = (most: number) => Uint32Array.from({ length: 10_000 }, () => random() * most);
  const input: RankingInput = {
    counts: { agree: column(4000), disagree: column(1000), pass: column(500) },
    number: Uint32Array.from({ length: 10_000 }, (_, index) => 10_000 - index),
    clps: column(40),
  };

  test('is ordered throughout', () => {
    const rules = { quorumVotes: 400, quorumClps: 8, clpFloorForBreadth: 10 };
    const { order, above, score, votesNeeded } = rank('support@1', input, rules);
    expect(above).toBeGreaterThan(5_000);
    expect(above).toBeLessThan(10_000);
    for (let i = 1; i < 10_000; i++) {
      const [before, here] = [order[i - 1] as number, order[i] as number];
      if (i < above) expect(score[before] as number).toBeGreaterThanOrEqual(score[here] as number);
      if (i > above) {
        expect(votesNeeded[before] as number).toBeLessThanOrEqual(votesNeeded[here] as number);
      }
    }
  });
});

describe('faults', () => {
  const input = inputOf({ clps: [], regions: [], proposals: [{ number: 1, votes: [] }] });

  test('Columns of different lengths, equal numbers and cells without regions are faults', () => {
    expect(() => rank('support@1', { ...input, number: Uint32Array.of(1, 2) }, RULES)).toThrow(
      'differ in length',
    );
    const twice = inputOf({
      clps: [],
      regions: [],
      proposals: [
        { number: 4, votes: [] },
        { number: 4, votes: [] },
      ],
    });
    expect(() => rank('support@1', twice, RULES)).toThrow('the same number');
    expect(() => rank('support@1', { ...input, geography: undefined }, RULES)).toThrow(
      'without their regions',
    );
  });
});
