import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ballotKinds, everyNth } from '../src/ballot-kinds.js';
import { LENS_IDS, type LensId } from '../src/lens/lenses.js';
import { priorities, votersOf } from '../src/lens/priorities.js';
import { rankRange } from '../src/range.js';
import { drawnPriorities, weighted } from '../src/range-priorities.js';
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

const CLPS = REGION_OF_CLP.length;

/** Rows as columns; ballots are lists of numbers, of which those that no row has are left out. */
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
    ballots: ballotsOf(ballots.map((list) => list.flatMap((number) => index.get(number) ?? []))),
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
          expect(known).toHaveLength(lens === 'priorities@1' ? 2 : 4);
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
    expect(RANGE_NOTES[lens]).toMatch(/^The range,? .*is where it would stand.*\.$/);
  });
});

describe('with a CLP left out', () => {
  // Nothing to reach, so that ranking again never moves the line.
  const everyone = { ...RULES, quorumVotes: 0 };

  test('the range under breadth is what ranking again gives with its regions as they are', () => {
    fc.assert(
      fc.property(rowsAnd(), ([rows]) => {
        const input = consultation(rows, []);
        const full = rank('breadth@1', input, everyone);
        const range = rankRange(input, full, { seed: 'range', recounts: 1 });
        const again = REGION_OF_CLP.map((_, clp) => {
          const without = rows.map((row) => ({
            ...row,
            votes: row.votes.map((own, at): [number, number, number] =>
              at === clp ? [0, 0, 0] : own,
            ),
          }));
          const left = rank('breadth@1', consultation(without, []), everyone).breadth;
          const { regionsCarried, regionsCounted } = full.breadth ?? {};
          const breadth = left && {
            ...left,
            ...(regionsCarried && regionsCounted && { regionsCarried, regionsCounted }),
          };
          return rank('breadth@1', { ...input, breadth }, everyone).rank;
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

  const bare = (numbers: number[], counts: [number, number]) => ({
    number: Uint32Array.from(numbers),
    counts: {
      agree: Uint32Array.from(numbers, () => counts[0]),
      disagree: Uint32Array.from(numbers, () => counts[1]),
      pass: new Uint32Array(numbers.length),
    },
  });

  test('by hand: a CLP is taken off each group by its part of all, and a hidden group counts as nobody with or without it', () => {
    const input: RankingInput = {
      ...bare([1, 2, 3], [20, 20]),
      // (8 + 1)/(10 + 2) × 6/12 = 0.375; 7/12 × 7/12 = 0.340; hidden in B: 7/12 × 1/2 = 0.29.
      groups: {
        groups: 2,
        agree: Uint32Array.of(8, 5, 6, 6, 6, 0),
        disagree: Uint32Array.of(2, 5, 4, 4, 4, 0),
        pass: new Uint32Array(6),
      },
      // Half of those who agree with 1 are of CLP 0: (4 + 1)/(6 + 2) × (2.5 + 1)/(7.5 + 2) = 0.230.
      toldCells: {
        proposal: Uint32Array.of(0),
        clp: Uint32Array.of(0),
        agree: Uint32Array.of(10),
        disagree: Uint32Array.of(0),
        pass: Uint32Array.of(0),
      },
    };
    const range = rangeOf('common-ground@1', input);
    expect(Array.from(range?.best ?? [])).toEqual([1, 1, 2]);
    expect(Array.from(range?.worst ?? [])).toEqual([3, 2, 3]);
    const unknown = rangeOf('common-ground@1', { ...input, toldCells: null });
    expect(unknown).toEqual({ ...range, best: null, worst: null });
  });

  test('there is none under priorities: how a CLP chose is told nowhere', () => {
    const input = consultation([], [[1]]);
    expect(rangeOf('priorities@1', input)).toMatchObject({ best: null, worst: null });
  });
});

/** Counts by CLP on one proposal of which two CLPs are hidden, beside others that make a ladder of scores. */
describe('an attacker who knows every count that is told, and that fifteen agreed in two hidden CLPs', () => {
  const LADDER = 60;
  /** The first proposal has 100 agrees in a CLP that is told and the rest in two that are not; others lie close to it. */
  const withHidden = (one: number): RankingInput => {
    const agree = Uint32Array.from({ length: LADDER + 1 }, (_, p) => (p === 0 ? 115 : 120 - p));
    const disagree = new Uint32Array(LADDER + 1).fill(40);
    const cell = (proposal: number, clp: number, count: number) => ({ proposal, clp, count });
    const all = [cell(0, 0, 100), cell(0, 1, one), cell(0, 2, 15 - one)];
    const cells = (list: typeof all) => ({
      proposal: Uint32Array.from(list, (each) => each.proposal),
      clp: Uint32Array.from(list, (each) => each.clp),
      agree: Uint32Array.from(list, (each) => each.count),
      disagree: new Uint32Array(list.length),
      pass: new Uint32Array(list.length),
    });
    return {
      number: Uint32Array.from(agree, (_, p) => p + 1),
      counts: { agree, disagree, pass: new Uint32Array(LADDER + 1) },
      cells: cells(all),
      geography: { regionOfClp: Int32Array.of(0, 1, 1), regionCount: 2 },
      toldCells: cells(all.slice(0, 1)),
    };
  };

  /** How many agreed in one of them, of all that would give the same range. */
  const possible = (lens: LensId, input: RankingInput) => {
    const seen = JSON.stringify(rangeOf(lens, input, 'attack', 100));
    return Array.from({ length: 16 }, (_, one) => one).filter(
      (one) => JSON.stringify(rangeOf(lens, withHidden(one), 'attack', 100)) === seen,
    );
  };

  test.each(['support@1', 'common-ground@1'] as const)(
    'learns nothing of either from the range under %s',
    (lens) => {
      const all = Array.from({ length: 16 }, (_, one) => one);
      for (const one of [0, 2, 5, 7]) expect(possible(lens, withHidden(one))).toEqual(all);
    },
  );

  test('would from what leaving either out does: two of fifteen were known exactly', () => {
    const seenAll = (one: number): RankingInput => {
      const input = withHidden(one);
      return { ...input, toldCells: input.cells ?? null };
    };
    // Without the CLP that is told the first proposal falls to the end, whatever the others are.
    const others = (one: number): RankingInput => {
      const { toldCells: told, ...input } = seenAll(one);
      const column = (values: Uint32Array) => values.slice(1);
      return {
        ...input,
        toldCells: told && {
          proposal: column(told.proposal),
          clp: column(told.clp),
          agree: column(told.agree),
          disagree: column(told.disagree),
          pass: column(told.pass),
        },
      };
    };
    const ranges = (one: number) =>
      JSON.stringify(rangeOf('support@1', others(one), 'attack', 100));
    const same = Array.from({ length: 16 }, (_, one) => one).filter(
      (one) => ranges(one) === ranges(2),
    );
    expect(same).toEqual([2, 13]);
  });

  test('learns nothing of CLPs that are hidden from any range: it is the same whatever they are', () => {
    fc.assert(
      fc.property(rowsAnd(), rowsAnd(), ([rows, ballots], [others]) => {
        const input = consultation(rows, ballots);
        const { cells, breadth: _, ...told } = input;
        const hidden = consultation(others, []).cells;
        for (const lens of LENS_IDS) {
          const ranking = rank(lens, input, RULES);
          const range = (given: RankingInput) =>
            rankRange(given, ranking, { seed: 'range', recounts: 10 });
          expect(range({ ...told, ...(hidden && { cells: hidden }) })).toEqual(
            range({ ...told, ...(cells && { cells }) }),
          );
        }
      }),
      { numRuns: 30 },
    );
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

  test('there is no range from what was only published: breadth without counts by CLP, priorities without ballots', () => {
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
