import { describe, expect, test } from '@jest/globals';
import { adjustedRand } from '../src/opinion/adjusted-rand.js';
import { opinionGroups } from '../src/opinion/groups.js';
import { seeded } from '../src/seed.js';
import { type Planted, plant, rowsFrom, votesFrom } from './planted.js';

const SEED = 'opinion groups';

describe('a warm start', () => {
  const planted = plant([300, 200, 100], 50, 'warm');
  const input = { votes: planted.votes, people: planted.people, statements: planted.statements };

  /** The same votes with one in a hundred turned round. */
  const turned = votesFrom(
    rowsFrom(planted.votes).map(([p, s, c], i): [number, number, number] => [
      p,
      s,
      i % 100 === 0 ? -c : c,
    ]),
  );

  test('keeps letters with people, even when they were other letters than a cold start gives', () => {
    const cold = opinionGroups(input, { seed: SEED });
    const letters = [2, 0, 1];
    const before = {
      ...cold,
      group: cold.group.map((g) => (g < 0 ? g : (letters[g] as number))),
    };
    const warm = opinionGroups({ ...input, votes: turned }, { seed: 'another', before });
    const moved = warm.group.filter((g, person) => g !== before.group[person]).length;
    expect(moved).toBeLessThan(planted.people / 50);
    [200, 100, 300].forEach((size, g) => {
      expect(Math.abs((warm.sizes[g] as number) - size)).toBeLessThan(5);
    });
  });

  test('needs fewer passes than a cold one', () => {
    const cold = opinionGroups(input, { seed: SEED });
    const warm = opinionGroups({ ...input, votes: turned }, { seed: SEED, before: cold });
    expect(warm.iterations).toBeLessThan(
      opinionGroups({ ...input, votes: turned }, { seed: SEED }).iterations,
    );
  });

  test('takes in people and statements that came since', () => {
    const before = opinionGroups(input, { seed: SEED });
    const newcomer = planted.people;
    const asAsha = rowsFrom(planted.votes).filter(([p]) => p === 0);
    const votes = votesFrom([
      ...rowsFrom(planted.votes),
      ...asAsha.map(([, s, c]): [number, number, number] => [newcomer, s, c]),
      [newcomer, planted.statements, 1],
    ]);
    const after = opinionGroups(
      { votes, people: newcomer + 1, statements: planted.statements + 1 },
      { seed: SEED, before },
    );
    expect(after.group[newcomer]).toBe(before.group[0]);
    expect(Array.from(after.group.subarray(0, newcomer))).toEqual(Array.from(before.group));
  });

  test('starts afresh from a result that had no groups', () => {
    const before = opinionGroups(
      { votes: votesFrom([]), people: planted.people, statements: 50 },
      { seed: SEED },
    );
    expect(before.k).toBe(0);
    expect(opinionGroups(input, { seed: SEED, before }).k).toBe(3);
  });

  /** A planted consultation as it grows: its first so many people, in the order given, with all their votes. */
  const growing = (order: readonly number[], whole: Planted) => {
    const placeOf = new Map(order.map((person, place) => [person, place]));
    const { person, statement, choice } = votesFrom(
      rowsFrom(whole.votes).map(([p, s, c]) => [placeOf.get(p) ?? 0, s, c] as const),
    );
    return (people: number) => {
      const end = person.findIndex((p) => p >= people);
      const to = end < 0 ? person.length : end;
      const votes = {
        person: person.subarray(0, to),
        statement: statement.subarray(0, to),
        choice: choice.subarray(0, to),
      };
      return { votes, people, statements: whole.statements };
    };
  };

  test('stays with what a cold one finds, over twenty starts each from the last, and nobody jumps', () => {
    const whole = plant([500, 300, 200], 60, 'chain');
    const random = seeded('chain order');
    const order = Array.from(whole.group, (_, person) => ({ person, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ person }) => person);
    const first = growing(order, whole);
    let last = opinionGroups(first(600), { seed: SEED });
    for (let count = 620; count <= 1_000; count += 20) {
      const next = opinionGroups(first(count), { seed: SEED, before: last });
      const moved = last.group.filter((g, person) => g !== next.group[person]).length;
      expect(moved).toBeLessThan(count / 40);
      last = next;
    }
    const cold = opinionGroups(first(1_000), { seed: SEED });
    expect(last.k).toBe(3);
    expect(adjustedRand(last.group, cold.group)).toBeGreaterThanOrEqual(0.98);
    const along = (a: Float64Array, b: Float64Array) =>
      Math.abs(a.reduce((sum, entry, s) => sum + entry * (b[s] as number), 0));
    expect(along(last.first, cold.first)).toBeGreaterThan(0.99);
    expect(along(last.second, cold.second)).toBeGreaterThan(0.99);
    // Told on fewer points than a cold start does.
    expect(last.silhouette).not.toBe(cold.silhouette);
    expect(Math.abs(last.silhouette - cold.silhouette)).toBeLessThan(0.02);
  });

  test('finds a group that comes later and stands apart in another way', () => {
    // The first two differ on one question alone; the third comes in on the other.
    const whole = plant([400, 300, 300], 60, 'latecomers');
    const order = Array.from(whole.group, (_, person) => person);
    const first = growing(order, whole);
    let last = opinionGroups(first(700), { seed: SEED });
    expect(last.k).toBe(2);
    for (let count = 730; count <= 1_000; count += 30) {
      last = opinionGroups(first(count), { seed: SEED, before: last });
    }
    expect(last.k).toBe(3);
    expect(adjustedRand(last.group, whole.group)).toBeGreaterThanOrEqual(0.98);
  });
});
