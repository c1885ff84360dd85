import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ballotKinds, everyNth } from '../src/ballot-kinds.js';
import { LENS_IDS, type LensId } from '../src/lens/lenses.js';
import { priorities, votersOf } from '../src/lens/priorities.js';
import { type GroupCells, groupCells, groupCellsOver } from '../src/opinion/group-cells.js';
import { rankRange } from '../src/range.js';
import { drawnPriorities, prioritiesWithout, weighted } from '../src/range-priorities.js';
import { bounded } from '../src/range-recounts.js';
import { RANGE_NOTES } from '../src/range-words.js';
import { rank } from '../src/ranking.js';
import type { RankingInput } from '../src/ranking-input.js';
import { seeded } from '../src/seed.js';
import { ballotsOf } from './ballots.js';
import { inputOf } from './vectors.js';

const RULES = { quorumVotes: 5, quorumClps: 0, clpFloorForBreadth: 10 };
const REGION_OF_CLP = [0, 0, 1, 2, -1];

interface Row {
  number: number;
  /** Agrees, disagrees and passes in each CLP. */
  votes: [number, number, number][];
  /** The same of each of two groups in each CLP: group A's CLPs first. */
  groups: [number, number, number][];
}

const clpOfBallot = ([first = 0]: readonly number[]) => (first % (CLPS + 1)) - 1;
const CLPS = REGION_OF_CLP.length;

/** Votes by group and CLP as cells. */
function cellsByGroup(rows: readonly Row[]): GroupCells {
  const cells = rows.flatMap(({ groups }, proposal) =>
    REGION_OF_CLP.map((_, clp) => ({ proposal, clp, both: [groups[clp], groups[CLPS + clp]] })),
  );
  const side = (at: 0 | 1 | 2) =>
    Uint32Array.from(cells.flatMap(({ both }) => both.map((counts) => counts?.[at] ?? 0)));
  return {
    proposal: Uint32Array.from(cells, ({ proposal }) => proposal),
    clp: Uint32Array.from(cells, ({ clp }) => clp),
    counts: { groups: 2, agree: side(0), disagree: side(1), pass: side(2) },
  };
}

/**
 * Rows as columns; ballots are lists of numbers, of which those that no row has are left out. A ballot's
 * first number says in which CLP, or in none, it was cast.
 */
function consultation(rows: readonly Row[], ballots: readonly number[][]): RankingInput {
  const index = new Map(rows.map(({ number }, p) => [number, p]));
  const side = (at: 0 | 1 | 2) =>
    Uint32Array.from(
      rows.flatMap(({ groups }) =>
        [groups.slice(0, CLPS), groups.slice(CLPS)].map((own) =>
          own.reduce((sum, counts) => sum + counts[at], 0),
        ),
      ),
    );
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
    groupCells: cellsByGroup(rows),
    ballots: {
      ...ballotsOf(ballots.map((list) => list.flatMap((number) => index.get(number) ?? []))),
      clp: Int32Array.from(ballots, clpOfBallot),
    },
  };
}

const noVotes = (proposals: number) => ({
  agree: new Uint32Array(proposals),
  disagree: new Uint32Array(proposals),
  pass: new Uint32Array(proposals),
});

const counts = () => fc.tuple(fc.nat(25), fc.nat(15), fc.nat(4));
const lists = (length: number) => fc.array(counts(), { minLength: length, maxLength: length });
const rowsAnd = () =>
  fc.tuple(
    fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 12 }),
        votes: lists(REGION_OF_CLP.length),
        groups: lists(2 * REGION_OF_CLP.length),
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
          expect(known).toHaveLength(4);
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

describe('with a CLP left out of what is not published', () => {
  const everyone = { ...RULES, quorumVotes: 0 };

  /** The least and greatest rank of each over the whole and each CLP's absence. */
  function expectRange(lens: LensId, whole: RankingInput, without: (clp: number) => RankingInput) {
    const full = rank(lens, whole, everyone);
    const range = rankRange(whole, full, { seed: 'range', recounts: 1 });
    const again = REGION_OF_CLP.map((_, clp) => rank(lens, without(clp), everyone).rank);
    full.rank.forEach((own, p) => {
      const ranks = [own, ...again.map((column) => column[p] as number)];
      expect([range?.best?.[p], range?.worst?.[p]]).toEqual([
        Math.min(...ranks),
        Math.max(...ranks),
      ]);
    });
  }

  test('the range under common ground is what ranking the remaining votes gives', () => {
    fc.assert(
      fc.property(rowsAnd(), ([rows]) => {
        expectRange('common-ground@1', consultation(rows, []), (clp) =>
          consultation(
            rows.map((row) => ({
              ...row,
              groups: row.groups.map((own, at): [number, number, number] =>
                at % CLPS === clp ? [0, 0, 0] : own,
              ),
            })),
            [],
          ),
        );
      }),
    );
  });

  test('the range under priorities is what placing the remaining ballots gives', () => {
    fc.assert(
      fc.property(rowsAnd(), ([rows, ballots]) => {
        expectRange('priorities@1', consultation(rows, ballots), (clp) =>
          consultation(
            rows,
            ballots.filter((list) => clpOfBallot(list) !== clp),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  const bare = (numbers: number[], counts: [number, number]) => ({
    number: Uint32Array.from(numbers),
    counts: {
      agree: Uint32Array.from(numbers, () => counts[0]),
      disagree: Uint32Array.from(numbers, () => counts[1]),
      pass: new Uint32Array(numbers.length),
    },
  });

  test('by hand: one CLP carries a group, and a hidden group counts as nobody with or without it', () => {
    const input: RankingInput = {
      ...bare([1, 2, 3], [10, 10]),
      // (8 + 1)/(10 + 2) × 6/12 = 0.375; 7/12 × 7/12 = 0.340; hidden in B: 6/12 × 1/2 = 0.25.
      groups: {
        groups: 2,
        agree: Uint32Array.of(8, 5, 6, 6, 5, 0),
        disagree: Uint32Array.of(2, 5, 4, 4, 5, 0),
        pass: new Uint32Array(6),
      },
      // Without CLP 0: 3/6 × 6/12 = 0.25 for 1, 0.340 for 2, and 3/6 × 1/2 = 0.25 for 3.
      groupCells: {
        proposal: Uint32Array.of(0, 2),
        clp: Uint32Array.of(0, 0),
        counts: {
          groups: 2,
          agree: Uint32Array.of(6, 0, 3, 4),
          disagree: Uint32Array.of(0, 0, 3, 2),
          pass: new Uint32Array(4),
        },
      },
    };
    const range = rangeOf('common-ground@1', input);
    expect(Array.from(range?.best ?? [])).toEqual([1, 1, 2]);
    expect(Array.from(range?.worst ?? [])).toEqual([2, 2, 3]);
    const unknown = rangeOf('common-ground@1', { ...input, groupCells: null });
    expect(unknown).toEqual({ ...range, best: null, worst: null });
    const others = { ...input.groupCells, counts: { ...input.groups, groups: 3 } } as GroupCells;
    expect(() => rangeOf('common-ground@1', { ...input, groupCells: others })).toThrow(
      'other groups',
    );
  });

  test('by hand: the ballots of one CLP put a proposal first', () => {
    // Three of CLP 0 choose 1; two elsewhere choose 2, and one of no CLP chooses 3.
    const ballots = { ...ballotsOf([[0], [0], [0], [1], [1], [2]]) };
    const clp = Int32Array.of(0, 0, 0, 1, 2, -1);
    const input = { ...bare([1, 2, 3], [10, 0]), ballots: { ...ballots, clp } };
    const range = rangeOf('priorities@1', input);
    // Without CLP 0 nobody chose 1: last. Without CLP 1, 2 and 3 have one each, and 2 came earlier.
    expect(Array.from(range?.best ?? [])).toEqual([1, 1, 2]);
    expect(Array.from(range?.worst ?? [])).toEqual([3, 2, 3]);
    const unknown = rangeOf('priorities@1', { ...input, ballots });
    expect(unknown).toEqual({ ...range, best: null, worst: null });
    expect(() =>
      rangeOf('priorities@1', { ...input, ballots: { ...ballots, clp: clp.slice(1) } }),
    ).toThrow('other ballots');
  });

  test('placing anew is bounded: three CLPs times three choices are not too many, one more is', () => {
    const ballots = { ...ballotsOf([[0], [1], [2], [2]]), clp: Int32Array.of(0, 1, 2, 2) };
    const input = { ...bare([1, 2, 3], [10, 0]), ballots };
    const ranked = Uint32Array.of(0, 1, 2);
    const own = Uint32Array.of(2, 3, 1);
    expect(prioritiesWithout(input, ranked, own, 9)).not.toBeNull();
    expect(prioritiesWithout(input, ranked, own, 8)).toBeNull();
    expect(RANGE_NOTES['priorities@1']).toContain('50,000,000');
  });

  test('votes are counted by CLP and group, and moved to other places', () => {
    const votes = {
      person: Uint32Array.of(0, 0, 1, 2, 3, 4),
      statement: Uint32Array.of(0, 1, 1, 1, 1, 1),
      choice: Int8Array.of(1, -1, 1, 0, 1, 1),
    };
    // Nobody counts who has no CLP (person 3) or no group (person 4).
    const people = {
      clpOf: Int32Array.of(1, 0, 1, -1, 1),
      group: Int8Array.of(0, 1, 1, 0, -1),
      groups: 2,
    };
    const cells = groupCells(votes, 2, people);
    const expected = {
      proposal: Uint32Array.of(1, 0, 1),
      clp: Uint32Array.of(0, 1, 1),
      counts: {
        groups: 2,
        agree: Uint32Array.of(0, 1, 1, 0, 0, 0),
        disagree: Uint32Array.of(0, 0, 0, 0, 1, 0),
        pass: Uint32Array.of(0, 0, 0, 0, 0, 1),
      },
    };
    expect(cells).toEqual(expected);
    expect(groupCellsOver(cells, Int32Array.of(-1, 5))).toEqual({
      proposal: Uint32Array.of(5, 5),
      clp: Uint32Array.of(0, 1),
      counts: {
        groups: 2,
        agree: Uint32Array.of(0, 1, 0, 0),
        disagree: Uint32Array.of(0, 0, 1, 0),
        pass: Uint32Array.of(0, 0, 0, 1),
      },
    });
  });
});

describe('with votes drawn anew', () => {
  const row = (number: number, times: number, groups: [number, number]): Row => ({
    number,
    votes: REGION_OF_CLP.map((_, clp) => [(clp < number ? 6 : 4) * times, 5 * times, times]),
    groups: groups.flatMap((agree) => [
      [agree * times, 4 * times, times],
      ...new Array<[number, number, number]>(CLPS - 1).fill([0, 0, 0]),
    ]),
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

  const someLists = (most: number) =>
    fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 4 }), { maxLength: most });

  test('Ballots are gathered by what is on them, in one order, whatever order they and their choices come in', () => {
    fc.assert(
      fc.property(someLists(40), fc.nat(), (lists, seed) => {
        const { ballots, times, kindOf } = ballotKinds(ballotsOf(lists), 5);
        const kinds = Array.from(times, (_, kind) =>
          Array.from(ballots.proposal.subarray(ballots.starts[kind], ballots.starts[kind + 1])),
        );
        // 0 stands for nothing more, so that the shorter comes first.
        const key = (list: readonly number[]) => [...list, -1].map((p) => p + 1).join('');
        expect(kinds.map(key)).toEqual([...new Set(kinds.map(key))].sort());
        lists.forEach((list, ballot) => {
          const own = [...list].sort((a, b) => a - b);
          if (own.length === 0) expect(kindOf[ballot]).toBe(-1);
          else expect(kinds[kindOf[ballot] as number]).toEqual(own);
        });
        kinds.forEach((_, kind) => {
          expect(times[kind]).toBe(kindOf.filter((own) => own === kind).length);
        });
        const random = seeded(String(seed));
        const shuffled = lists
          .map((list) => ({ list: [...list].reverse(), at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ list }) => list);
        const again = ballotKinds(ballotsOf(shuffled), 5);
        expect(again.ballots).toEqual(ballots);
        expect(again.times).toEqual(times);
      }),
    );
  });

  test('Every third kind stands for three', () => {
    const kinds = ballotKinds(ballotsOf([[0], [0], [0, 1], [1], [1], [1], [2], [2, 3]]), 4);
    expect(everyNth(kinds, 3, 0)).toEqual({
      ballots: ballotsOf([[0], [2]]),
      times: Uint32Array.of(6, 3),
    });
    expect(everyNth(kinds, 3, 1)).toEqual({
      ballots: ballotsOf([
        [0, 1],
        [2, 3],
      ]),
      times: Uint32Array.of(3, 3),
    });
  });

  test('With very many ballots a sample is drawn from, and its interval is nearly that of all', () => {
    const random = seeded('a great many ballots');
    const proposals = 40;
    const lists = Array.from({ length: 20_000 }, () => {
      const list = new Set<number>();
      while (list.size < 4) list.add(Math.floor(random() ** 2 * proposals));
      return [...list];
    });
    const number = Uint32Array.from({ length: proposals }, (_, p) => p + 1);
    const all = ballotsOf(lists);
    const input = { number, counts: noVotes(proposals), ballots: all };
    const { order } = priorities(all, number);
    const own = new Uint32Array(proposals);
    order.forEach((p, position) => {
      own[p] = position + 1;
    });
    const spread = (mostDrawn: number) => {
      const table = drawnPriorities(input, order, own, { seed: 'range', recounts: 200, mostDrawn });
      if (!table) throw new Error('Nothing was drawn.');
      return Array.from(order, (_, place) => {
        const ranks = Float64Array.from(
          { length: table.recounts },
          (_, r) => table.ranks[r * proposals + place] as number,
        ).sort();
        const [low = 0, high = 0] = [ranks[5], ranks[194]];
        expect(low).toBeGreaterThanOrEqual(1);
        expect(high).toBeLessThanOrEqual(proposals);
        return { low, high };
      });
    };
    const whole = spread(1_000_000);
    const sampled = spread(10_000);
    expect(sampled).not.toEqual(whole);
    const width = (bounds: readonly { low: number; high: number }[]) =>
      bounds.reduce((sum, { low, high }) => sum + high - low, 0) / proposals;
    // Rather too wide than too narrow.
    expect(width(sampled) / width(whole)).toBeGreaterThan(1);
    expect(width(sampled) / width(whole)).toBeLessThan(1.35);
    const off = whole.map(
      ({ low, high }, place) =>
        Math.abs((sampled[place]?.low ?? 0) - low) + Math.abs((sampled[place]?.high ?? 0) - high),
    );
    expect(off.reduce((sum, gap) => sum + gap, 0) / proposals / 2).toBeLessThan(1.5);
    expect(spread(10_000)).toEqual(sampled);
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
