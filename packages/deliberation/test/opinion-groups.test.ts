import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adjustedRand } from '../src/opinion/adjusted-rand.js';
import { opinionGroups } from '../src/opinion/groups.js';
import type { OpinionVotes } from '../src/opinion/votes.js';
import { readExport, testWithData } from './exports.js';
import { plant, rowsFrom, votesFrom } from './planted.js';

const SEED = 'opinion groups';

/** Where each of `size` goes when they are put in another order. */
const orderOf = (size: number) =>
  fc.shuffledSubarray(
    Array.from({ length: size }, (_, i) => i),
    { minLength: size },
  );

describe('against the published groups', () => {
  testWithData('scoop-hivemind.taxes from a cold start, whatever the seed', () => {
    const { votes, people, ids, leftOut, group } = readExport('scoop-hivemind.taxes');
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const found = opinionGroups({ votes, people, statements: ids.length, leftOut }, { seed });
      expect(found.k).toBe(2);
      expect(adjustedRand(found.group, group)).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe('planted groups', () => {
  test.each([[[120, 60]], [[80, 70, 60]], [[70, 60, 50, 40]]])(
    'Those of %j people are found again',
    (sizes) => {
      const { votes, people, statements, group } = plant(sizes, 120, `planted ${sizes.join()}`);
      const found = opinionGroups({ votes, people, statements }, { seed: SEED });
      expect(found.k).toBe(sizes.length);
      expect(adjustedRand(found.group, group)).toBeGreaterThanOrEqual(0.99);
      expect(Array.from(found.sizes)).toEqual(sizes);
    },
  );

  test('Ten thousand people in three groups are found again', () => {
    const { votes, people, statements, group } = plant([5_000, 3_000, 2_000], 60, 'many');
    const found = opinionGroups({ votes, people, statements }, { seed: SEED });
    expect(found.k).toBe(3);
    expect(adjustedRand(found.group, group)).toBeGreaterThanOrEqual(0.99);
  });

  test('The components are unit vectors at right angles, and the centre is the mean choice', () => {
    const { votes, people, statements } = plant([50, 40], 30, 'components');
    const { first, second, centre } = opinionGroups({ votes, people, statements }, { seed: SEED });
    const dot = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, entry, s) => sum + entry * (b[s] as number), 0);
    expect(dot(first, first)).toBeCloseTo(1, 10);
    expect(dot(second, second)).toBeCloseTo(1, 10);
    expect(dot(first, second)).toBeCloseTo(0, 10);
    const onFirst = rowsFrom(votes).filter(([, statement]) => statement === 0);
    const mean = onFirst.reduce((sum, [, , choice]) => sum + choice, 0) / onFirst.length;
    expect(centre[0]).toBeCloseTo(mean, 12);
  });
});

describe('a result', () => {
  const planted = plant([40, 30, 20], 40, 'result');
  const input = { votes: planted.votes, people: planted.people, statements: planted.statements };
  const found = opinionGroups(input, { seed: SEED });

  test('is the same for the same votes and seed, to the last bit', () => {
    expect(opinionGroups(input, { seed: SEED })).toEqual(found);
  });

  test('counts everybody once, the largest group first', () => {
    expect(found.sizes.reduce((sum, size) => sum + size, 0)).toBe(
      found.group.filter((g) => g >= 0).length,
    );
    expect(Array.from(found.sizes)).toEqual(Array.from(found.sizes).sort((a, b) => b - a));
  });

  test('parts people alike in whatever order they come', () => {
    fc.assert(
      fc.property(orderOf(planted.people), (order) => {
        const votes = votesFrom(
          rowsFrom(planted.votes).map(([p, s, c]) => [order[p] as number, s, c]),
        );
        const there = opinionGroups({ ...input, votes }, { seed: SEED });
        expect(there.k).toBe(found.k);
        expect(
          adjustedRand(
            order.map((p) => there.group[p] as number),
            found.group,
          ),
        ).toBe(1);
      }),
      { numRuns: 20 },
    );
  });

  test('does not look at statements that are left out', () => {
    const noise = rowsFrom(planted.votes).map(([p, s, c]): [number, number, number] =>
      s < 10 ? [p, s, p % 2 === 0 ? 1 : -1] : [p, s, c],
    );
    const leftOut = Uint8Array.from({ length: 40 }, (_, s) => (s < 10 ? 1 : 0));
    const here = opinionGroups({ ...input, leftOut }, { seed: SEED });
    const there = opinionGroups({ ...input, votes: votesFrom(noise), leftOut }, { seed: SEED });
    expect(there).toEqual(here);
    expect(Array.from(here.first.subarray(0, 10))).toEqual(new Array(10).fill(0));
  });
});

describe('edges', () => {
  const groupsOf = (
    rows: [number, number, number][],
    people: number,
    statements: number,
    leftOut?: Uint8Array,
  ) => opinionGroups({ votes: votesFrom(rows), people, statements, leftOut }, { seed: SEED });

  test('No votes: nobody is in a group', () => {
    const found = groupsOf([], 3, 4);
    expect([found.k, Array.from(found.group), found.sizes.length]).toEqual([0, [-1, -1, -1], 0]);
    expect(groupsOf([], 0, 0).k).toBe(0);
  });

  test('One voter is one group', () => {
    const found = groupsOf(
      [
        [0, 0, 1],
        [0, 1, -1],
      ],
      1,
      2,
    );
    expect([found.k, found.group[0], found.silhouette]).toEqual([1, 0, 0]);
  });

  test('On one statement those for and those against are two groups', () => {
    const found = groupsOf(
      [
        [0, 0, 1],
        [1, 0, 1],
        [2, 0, -1],
        [3, 0, 1],
      ],
      4,
      1,
    );
    expect([found.k, Array.from(found.group)]).toEqual([2, [0, 0, 1, 0]]);
    expect(Array.from(found.second)).toEqual([0]);
  });

  test('All passing are one group', () => {
    const rows = [0, 1, 2].flatMap((p) => [0, 1].map((s): [number, number, number] => [p, s, 0]));
    const found = groupsOf(rows, 3, 2);
    expect([found.k, Array.from(found.group)]).toEqual([1, [0, 0, 0]]);
    expect(Array.from(found.x)).toEqual([0, 0, 0]);
  });

  test('Jamie, with six votes where there are ten statements, is in no group; with seven he is', () => {
    const everyone = (jamie: number) =>
      groupsOf(
        [0, 1, 2].flatMap((p) =>
          Array.from({ length: p === 2 ? jamie : 10 }, (_, s): [number, number, number] => [
            p,
            s,
            p === 0 ? 1 : -1,
          ]),
        ),
        3,
        10,
      );
    expect(everyone(6).group[2]).toBe(-1);
    expect(everyone(7).group[2]).toBeGreaterThanOrEqual(0);
  });

  test('Every statement left out: nobody is in a group', () => {
    expect(
      groupsOf(
        [
          [0, 0, 1],
          [1, 0, -1],
        ],
        2,
        1,
        Uint8Array.of(1),
      ).k,
    ).toBe(0);
  });

  test('Any votes give groups that are counted right', () => {
    const votes = fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(4), fc.integer({ min: -1, max: 1 })), {
      selector: ([p, s]) => `${p}/${s}`,
      maxLength: 60,
    });
    fc.assert(
      fc.property(votes, (rows) => {
        const found = groupsOf(rows, 12, 5);
        expect(found.sizes).toHaveLength(found.k);
        found.sizes.forEach((size, g) => {
          expect(size).toBeGreaterThan(0);
          expect(found.group.filter((own) => own === g)).toHaveLength(size);
        });
        for (const column of [found.x, found.y, found.first, found.second, found.centre]) {
          expect(column.every((entry) => Number.isFinite(entry))).toBe(true);
        }
      }),
    );
  });

  test('Votes that are not as they must be are faults', () => {
    const given = (votes: Partial<OpinionVotes>) => () =>
      opinionGroups(
        {
          votes: {
            ...votesFrom([
              [0, 0, 1],
              [1, 0, -1],
            ]),
            ...votes,
          },
          people: 2,
          statements: 1,
        },
        { seed: SEED },
      );
    expect(given({ person: Uint32Array.of(1, 0) })).toThrow('not in the order of people');
    expect(given({ person: Uint32Array.of(0, 0) })).toThrow('second on a statement');
    expect(given({ person: Uint32Array.of(0, 2) })).toThrow('names no person');
    expect(given({ statement: Uint32Array.of(0, 1) })).toThrow('names no statement');
    expect(given({ choice: Int8Array.of(1, 2) })).toThrow('none of −1, 0 and 1');
    expect(given({ choice: Int8Array.of(1) })).toThrow('differ in length');
  });
});
