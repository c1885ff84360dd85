import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LENS_IDS } from '../src/lens/lenses.js';
import { type Ranking, rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';
import { seeded } from '../src/seed.js';
import { inputOf, TEN_THOUSAND, VECTORS, writtenOut } from './vectors.js';

/** Under priorities the load of what was placed. */
function loadOf({ priorities }: Ranking, index: number) {
  const load = priorities?.load[index] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(load) ? { load: Number(load.toFixed(12)) } : {};
}

function rowsOf(ranking: Ranking, input: RankingInput) {
  return Array.from(ranking.order, (index) => {
    const row = {
      number: input.number[index],
      rank: ranking.rank[index] || null,
      tied: ranking.tied[index] === 1,
      score: Number(ranking.score[index]?.toFixed(12)),
      ...loadOf(ranking, index),
    };
    const [votesNeeded, clpsNeeded] = [ranking.votesNeeded[index], ranking.clpsNeeded[index]];
    return row.rank === null ? { ...row, votesNeeded, clpsNeeded } : row;
  });
}

describe.each(VECTORS)('$name', (vector) => {
  test.each(LENS_IDS)('%s', (lens) => {
    const input = inputOf(vector);
    expect(rowsOf(rank(lens, input, vector.rules), input)).toEqual(vector.expected[lens]);
  });
});

const RULES = { quorumVotes: 20, quorumClps: 2, clpFloorForBreadth: 10 };
const CLPS = [0, 0, 1, 1, 2, -1];

type Counts = [agree: number, disagree: number, pass: number];

/** Two opinion groups: the people of the even CLPs, and of the odd ones. */
const groupsFrom = (votes: readonly Counts[]): Counts[] =>
  [0, 1].map((group) =>
    votes.reduce<Counts>(
      ([agree, disagree, pass], own, clp) =>
        clp % 2 === group
          ? [agree + own[0], disagree + own[1], pass + own[2]]
          : [agree, disagree, pass],
      [0, 0, 0],
    ),
  );

const proposalOf = ({ number, votes }: { number: number; votes: Counts[] }) => ({
  number,
  votes: votes.map((counts, clp): [number, ...Counts] => [clp, ...counts]),
  groups: groupsFrom(votes),
});

/** Proposals with small counts in six CLPs, so that ties and quorum lines happen, and a few ballots. */
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
    .chain((proposals) =>
      fc.record({
        clps: fc.constant(CLPS.map((region, clp) => ({ name: String(clp), region }))),
        regions: fc.constant<string[]>(['South West', 'Wales', 'Scotland']),
        proposals: fc.constant(proposals.map(proposalOf)),
        groupCount: fc.constant(2),
        ballots: fc.array(
          fc.record({
            numbers: fc.subarray(
              proposals.slice(0, 12).map(({ number }) => number),
              { maxLength: Math.min(4, proposals.length) },
            ),
            times: fc.integer({ min: 1, max: 3 }),
          }),
          { maxLength: 8 },
        ),
      }),
    );

describe.each(LENS_IDS)('every ranking under %s', (lens) => {
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
        const ranking = rank(lens, inputOf(consultation), RULES);
        const { order, above, rank: ranks, score, tied, consensus, priorities } = ranking;
        // What orders: the product, or the place, of which those that nobody chose have none.
        const measured = (index: number) => {
          if (consensus) return consensus.product[index] as number;
          if (!priorities) return score[index] as number;
          return priorities.chosen[index] === 0 ? 0 : above - order.indexOf(index);
        };
        const ranked = Array.from(order.subarray(0, above));
        for (const index of ranked) {
          const better = ranked.filter((other) => measured(other) > measured(index));
          const equal = ranked.filter((other) => measured(other) === measured(index));
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

  test('never puts a proposal lower for one more agree, or scores it lower but under breadth', () => {
    fc.assert(
      fc.property(consultations(), fc.nat(), fc.nat(CLPS.length - 1), (consultation, pick, clp) => {
        fc.pre(consultation.proposals.length > 0);
        const chosen = pick % consultation.proposals.length;
        const more = consultation.proposals.map((proposal, index) => {
          const votes = proposal.votes.map(([, ...counts]): Counts => counts);
          const own = votes[clp];
          if (index === chosen && own) own[0] += 1;
          return proposalOf({ number: proposal.number, votes });
        });
        const before = rank(lens, inputOf(consultation), RULES);
        const after = rank(lens, inputOf({ ...consultation, proposals: more }), RULES);
        const [had, has] = [before.score[chosen] as number, after.score[chosen] as number];
        // A CLP that reaches the floor by an agree but is not carried can lower breadth.
        if (lens === 'breadth@1') fc.pre(has >= had);
        expect(has).toBeGreaterThanOrEqual(had);
        // Under priorities one more may come above the line, and be placed among the others.
        if (lens === 'priorities@1') fc.pre(after.above === before.above);
        expect(after.order.indexOf(chosen)).toBeLessThanOrEqual(before.order.indexOf(chosen));
      }),
    );
  });
});

describe('ten thousand proposals', () => {
  const input = inputOf(writtenOut(TEN_THOUSAND));

  test.each(LENS_IDS)('are ordered throughout under %s', (lens) => {
    const { order, above } = rank(lens, input, TEN_THOUSAND.rules);
    expect(above).toBe(TEN_THOUSAND.expected.above);
    expect(Array.from(order, (p) => input.number[p])).toEqual(TEN_THOUSAND.expected[lens]);
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
