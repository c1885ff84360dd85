import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreesToReach, explain, numbersOf } from '../src/explanation.js';
import { sentences } from '../src/explanation-words.js';
import { wilsonLower } from '../src/lens/support.js';
import { rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';
import { inputOf } from './vectors.js';

const RULES = {
  quorumVotes: 400,
  quorumClps: 1,
  clpFloorForBreadth: 10,
  officialLens: 'support@1' as const,
};

/** The dentistry ranking of the design, with one more below the line. */
const DENTISTRY: RankingInput = inputOf({
  regions: ['South West', 'Wales'],
  clps: [
    { name: 'Bristol East', region: 0 },
    { name: 'Ynys Môn', region: 1 },
  ],
  proposals: [
    { number: 1, votes: [[0, 3214, 118, 201]] },
    { number: 2, votes: [[0, 2406, 233, 512]] },
    {
      number: 3,
      votes: [
        [0, 2000, 201, 300],
        [1, 188, 50, 30],
      ],
    },
    { number: 4, votes: [[0, 1904, 236, 287]] },
    { number: 5, votes: [[0, 300, 40, 20]] },
  ],
});
const ranking = rank('support@1', DENTISTRY, RULES);
const why = (position: number) => explain(position, ranking, DENTISTRY, RULES);

describe('why is this here?', () => {
  test('the third is explained in three answers with its numbers', () => {
    expect(sentences(why(2))).toEqual([
      {
        title: 'What put it here',
        text: '2,188 of the 2,439 who chose agreed: 89.7%. The order uses the cautious end of that figure, 88.4%, so that a few early votes cannot carry a proposal.',
      },
      {
        title: 'What it beat, and what beat it',
        text: 'It stands 0.9 points ahead of 4th place and 1.6 points behind 2nd, a gap that 392 more votes to agree would close.',
      },
      {
        title: 'How sure we are',
        text: '2,769 people voted on it, from 2 CLPs; to be ranked takes 400 votes from 1 CLP. Allowing for chance, the share who agree is between 88.4% and 90.9%, 95 times in 100. More agree than disagree in 2 of the 2 regions.',
      },
    ]);
  });

  test('392 more votes close that gap and 391 do not', () => {
    const second = wilsonLower(2406, 233);
    expect(wilsonLower(2188 + 392, 251)).toBeGreaterThanOrEqual(second);
    expect(wilsonLower(2188 + 391, 251)).toBeLessThan(second);
  });

  test('nothing stands above the first or, of those that can be ranked, below the last', () => {
    expect(sentences(why(0))[1].text).toMatch(/ahead of 2nd place\. Nothing stands above it\.$/);
    expect(sentences(why(3))[1].text).toMatch(/Nothing that can be ranked stands below it\.$/);
  });

  test('the fifth is told what it still needs', () => {
    const [here, beat] = sentences(why(4));
    expect(here.text).toBe(
      'It cannot be ranked yet: it needs 40 more votes. 300 of the 340 who chose agreed: 88.2%.',
    );
    expect(beat.text).toContain('It is the only one that waits');
  });

  test('ties say with how many a place is shared', () => {
    const input = inputOf({
      regions: [],
      clps: [{ name: 'Bristol East', region: -1 }],
      proposals: [
        { number: 1, votes: [[0, 300, 100, 0]] },
        { number: 2, votes: [[0, 300, 100, 20]] },
        { number: 3, votes: [[0, 300, 101, 0]] },
      ],
    });
    const tied = rank('support@1', input, RULES);
    expect(sentences(explain(0, tied, input, RULES))[1].text).toBe(
      'It shares 1st place with 1 other. It stands 0.2 points ahead of 3rd place. Nothing stands above it.',
    );
  });

  test('breadth is explained by regions and CLPs', () => {
    const broad = rank('breadth@1', DENTISTRY, RULES);
    const position = broad.order.indexOf(2);
    expect(position).toBe(0);
    expect(sentences(explain(position, broad, DENTISTRY, RULES))[0].text).toBe(
      'More agree than disagree in 2 of the 2 regions, and in 2 of the 2 CLPs with at least 10 voters on it. The order uses the mean of the two shares, 100.0%.',
    );
  });

  test('every number of a step can be read as data', () => {
    expect(numbersOf({ kind: 'behind', rank: 2, gap: 0.5, votesToClose: null })).toEqual([
      { name: 'rank', value: 2 },
      { name: 'gap', value: 0.5 },
    ]);
  });

  test('a position outside the order is a fault', () => {
    expect(() => why(5)).toThrow('There is no position 5 in this order.');
  });
});

describe('votes that would close a gap', () => {
  test('are the fewest that do', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.nat(3000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (agree, disagree, score) => {
          const more = agreesToReach(agree, disagree, score);
          if (more === null) return;
          expect(wilsonLower(agree + more, disagree)).toBeGreaterThanOrEqual(score);
          if (more > 0) expect(wilsonLower(agree + more - 1, disagree)).toBeLessThan(score);
        },
      ),
    );
  });

  test('are none beyond ten million, and 0 where there is no gap', () => {
    expect(agreesToReach(0, 1_000, 0.99999)).toBeNull();
    expect(agreesToReach(10, 0, 0)).toBe(0);
  });
});
