import { describe, expect, test } from '@jest/globals';
import { explain } from '../src/explanation.js';
import { sentences } from '../src/explanation-words.js';
import { rangeAt, sayRange } from '../src/range-words.js';
import { rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';

const RULES = {
  quorumVotes: 20,
  quorumClps: 0,
  clpFloorForBreadth: 10,
  officialLens: 'priorities@1' as const,
};

/** Four proposals in two groups: 1 divides them, 2 and 3 do not, 4 has 12 votes and waits. */
const INPUT: RankingInput = {
  number: Uint32Array.of(1, 2, 3, 4),
  counts: {
    agree: Uint32Array.of(80, 60, 50, 12),
    disagree: Uint32Array.of(20, 30, 40, 0),
    pass: Uint32Array.of(0, 10, 10, 0),
  },
  groups: {
    groups: 2,
    agree: Uint32Array.of(78, 2, 42, 18, 50, 0, 12, 0),
    disagree: Uint32Array.of(2, 18, 24, 6, 40, 0, 0, 0),
    pass: Uint32Array.of(0, 0, 8, 2, 10, 0, 0, 0),
  },
  ballots: {
    // 2 three times, 4 with it twice, then 1 with 2.
    starts: Uint32Array.of(0, 1, 3, 5, 7, 7),
    proposal: Uint32Array.of(1, 1, 3, 3, 1, 0, 1),
  },
};
const numbersOf = (order: Uint32Array) => Array.from(order, (p) => INPUT.number[p]);
const why = (lens: Parameters<typeof rank>[0], position: number) =>
  sentences(explain(position, rank(lens, INPUT, RULES), INPUT, RULES)).map(({ text }) => text);

describe('common ground', () => {
  const ranking = rank('common-ground@1', INPUT, RULES);

  test('What one group is against stands below what neither is', () => {
    expect(numbersOf(ranking.order)).toEqual([2, 3, 1, 4]);
    expect(Array.from(ranking.rank)).toEqual([3, 1, 2, 0]);
    expect(ranking.consensus?.product[1]).toBeCloseTo((43 / 76) * (19 / 28), 12);
    expect(ranking.score[1]).toBeCloseTo(Math.sqrt((43 / 76) * (19 / 28)), 12);
  });

  test('A group that is hidden counts one half, and the reasons say so', () => {
    expect(ranking.consensus?.product[2]).toBeCloseTo((51 / 102) * 0.5, 12);
    expect(why('common-ground@1', 0)).toEqual([
      'It was agreed with by 56.8% of the 74 votes in group A and 69.2% of the 26 votes in group B. The order uses the geometric mean of the groups’ shares, each with one vote for and one against added: 62.0%. So it stands high only where no group stands against it.',
      'It stands 12.0 points ahead of 2nd place. Nothing stands above it.',
      '100 people voted on it; to be ranked takes 20 votes. Allowing for chance, the share who agree is between 56.4% and 75.5%, 95 times in 100.',
    ]);
    expect(why('common-ground@1', 1)[0]).toContain(
      '1 group with no votes, or too few to be shown, counts as one half.',
    );
  });

  test('Without groups everybody is one', () => {
    const alone = rank('common-ground@1', { ...INPUT, groups: undefined }, RULES);
    expect(alone.score[0]).toBe(81 / 102);
  });

  test('Counts of other proposals are a fault', () => {
    const groups = { groups: 2, ...INPUT.counts };
    expect(() => rank('common-ground@1', { ...INPUT, groups }, RULES)).toThrow('other proposals');
  });
});

describe('priorities', () => {
  const ranking = rank('priorities@1', INPUT, RULES);

  test('Only what stands above the quorum line is placed, and what nobody chose comes last', () => {
    expect(numbersOf(ranking.order)).toEqual([2, 1, 3, 4]);
    expect(Array.from(ranking.rank)).toEqual([2, 1, 3, 0]);
    expect(Array.from(ranking.score)).toEqual([1 / 5, 4 / 5, 0, 2 / 5]);
    expect(ranking.priorities?.load[1]).toBe(1 / 4);
    expect(ranking.priorities?.load[0]).toBe(1 + 1 / 4);
    expect(ranking.priorities?.ballots).toBe(5);
  });

  test('Placed again from what it published, without the ballots, it is the same order', () => {
    const { ballots: _, ...published } = INPUT;
    const again = rank('priorities@1', { ...published, priorities: ranking.priorities }, RULES);
    expect(again).toEqual(ranking);
  });

  test('The reasons say how many chose it and what its place costs them', () => {
    expect(why('priorities@1', 0).slice(0, 2)).toEqual([
      '4 of the 5 ballots chose it: 80.0%. Every place costs one, shared out among those who chose it, and the next place goes where it leaves each of them with the least to bear: here 0.250 of a place each.',
      'It stands before 2nd place. Nothing stands above it.',
    ]);
    expect(why('priorities@1', 1)[1]).toBe('It stands before 3rd place and after 1st.');
    expect(why('priorities@1', 2)[0]).toBe('Nobody chose it on any of the 5 ballots.');
    expect(why('priorities@1', 3)[0]).toBe(
      'It cannot be ranked yet: it needs 8 more votes. 2 of the 5 ballots chose it: 40.0%.',
    );
  });

  test('Where the ballots are secret the cost is too: from it follows how few chose two together', () => {
    // One of five chose both 1 and 2: (1 + 1 × ¼) / 1 is the cost of 1, and ¼ that of 2.
    const secret = { ...RULES, officialLens: 'support@1' as const };
    const told = [0, 1].map((position) => explain(position, ranking, INPUT, secret));
    expect(told.map((steps) => steps[0])).toEqual([
      { kind: 'priorities', chosen: 4, ballots: 5, load: null, place: 1 },
      { kind: 'priorities', chosen: 1, ballots: 5, load: null, place: 2 },
    ]);
    expect(sentences(told[0] ?? [])[0]?.text).toMatch(/each of them with the least to bear\.$/);
  });

  test('Those that nobody chose share a rank, the earlier first', () => {
    const nobody = rank('priorities@1', { ...INPUT, ballots: undefined }, RULES);
    expect(numbersOf(nobody.order)).toEqual([1, 2, 3, 4]);
    expect(Array.from(nobody.rank)).toEqual([1, 1, 1, 0]);
    expect(Array.from(nobody.tied)).toEqual([1, 1, 1, 0]);
  });

  test('Priorities of other proposals, and ballots that name none, are faults', () => {
    const priorities = ranking.priorities && { ...ranking.priorities, chosen: new Uint32Array(2) };
    expect(() => rank('priorities@1', { ...INPUT, priorities }, RULES)).toThrow('other proposals');
    const ballots = { starts: Uint32Array.of(0, 1), proposal: Uint32Array.of(4) };
    expect(() => rank('priorities@1', { ...INPUT, ballots }, RULES)).toThrow('names no proposal');
  });
});

describe('breadth', () => {
  test('Measured already, as in a bundle, it is the same order', () => {
    const cells = {
      proposal: Uint32Array.of(0, 1, 2),
      clp: Uint32Array.of(0, 0, 1),
      agree: Uint32Array.of(80, 20, 50),
      disagree: Uint32Array.of(20, 30, 40),
      pass: Uint32Array.of(0, 0, 0),
    };
    const geography = { regionOfClp: Int32Array.of(0, 1), regionCount: 3 };
    const full = { ...INPUT, cells, geography };
    const ranking = rank('breadth@1', full, RULES);
    const bundle = { ...INPUT, breadth: ranking.breadth, regionCount: 3 };
    expect(rank('breadth@1', bundle, RULES)).toEqual(ranking);
    const said = (input: RankingInput) => sentences(explain(0, ranking, input, RULES));
    expect(said(bundle)).toEqual(said(full));
  });
});

describe('the range in words', () => {
  const range = {
    best: Uint32Array.of(1, 2, 0),
    worst: Uint32Array.of(1, 4, 0),
    low: Uint32Array.of(1, 2, 0),
    high: Uint32Array.of(1, 5, 0),
  };

  test('says between which ranks it stands, or that nothing moves it', () => {
    const said = (rankOfIt: number, index: number) => {
      const row = rangeAt(range, index);
      return row && sayRange(rankOfIt, row);
    };
    expect(said(1, 0)).toBe('1st, and no recount moves it');
    expect(said(3, 1)).toBe('3rd, between 2nd and 5th');
    expect(said(0, 2)).toBeNull();
  });

  test('stands at the end of the reasons, with a CLP left out where that is counted', () => {
    const ranking = rank('support@1', INPUT, RULES);
    const sure = (given: Parameters<typeof explain>[4]) =>
      sentences(explain(1, ranking, INPUT, RULES, given))[2].text;
    expect(sure(range)).toMatch(
      /Leave out any one CLP with published counts and it stays between 2nd and 4th; in 95 of 100 random recounts it was between 2nd and 5th\.$/,
    );
    expect(sure({ ...range, best: null, worst: null })).toMatch(
      / In 95 of 100 random recounts it was between 2nd and 5th\.$/,
    );
    expect(sure(null)).not.toContain('recounts');
  });
});
