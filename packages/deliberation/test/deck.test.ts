import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { familiarity, nextStatements, polisPriority } from '../src/deck.js';
import { placeOf, seeded } from '../src/seed.js';

const cards = () =>
  fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), votes: fc.nat(5_000) }), {
    selector: ({ id }) => id,
    maxLength: 40,
  });
const none = new Set<string>();

describe('the vote deck', () => {
  const proposals = Array.from({ length: 30 }, (_, index) => ({
    id: `p${index}`,
    votes: index * 9,
  }));

  test('Asha is shown the least known first, without what she voted on or wrote', () => {
    const next = nextStatements({
      proposals,
      seed: 'asha in dentistry',
      voted: new Set(['p0']),
      own: new Set(['p1']),
      limit: 10,
    });
    expect(next).toHaveLength(10);
    expect(next).not.toContain('p0');
    expect(next).not.toContain('p1');
    expect(new Set(next.slice(0, 2))).toEqual(new Set(['p2', 'p3']));
  });

  test('Tom meets the same statements in another order than Asha', () => {
    const ask = {
      proposals: proposals.map(({ id }) => ({ id, votes: 0 })),
      voted: none,
      own: none,
    };
    const asha = nextStatements({ ...ask, seed: 'asha', limit: 30 });
    const tom = nextStatements({ ...ask, seed: 'tom', limit: 30 });
    expect(new Set(tom)).toEqual(new Set(asha));
    expect(tom).not.toEqual(asha);
  });

  test('A few votes more or less do not decide: steps double', () => {
    expect([0, 1, 2, 3, 6, 7, 14, 15, 4_294_967_295].map(familiarity)).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4, 31,
    ]);
  });

  test('It is the same every time, whatever the order of the proposals, and never goes back in familiarity', () => {
    fc.assert(
      fc.property(cards(), fc.string(), (proposals, seed) => {
        const ask = { seed, voted: none, own: none, limit: 50 };
        const next = nextStatements({ ...ask, proposals });
        expect(nextStatements({ ...ask, proposals: [...proposals].reverse() })).toEqual(next);
        const votes = new Map(proposals.map((card) => [card.id, card.votes]));
        const steps = next.map((id) => familiarity(votes.get(id) ?? -1));
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
        expect(next).toHaveLength(proposals.length);
      }),
    );
  });

  test('A new proposal does not shuffle the rest', () => {
    fc.assert(
      fc.property(cards(), fc.string(), fc.nat(5_000), (proposals, seed, votes) => {
        const ask = { seed, voted: none, own: none, limit: 100 };
        const before = nextStatements({ ...ask, proposals });
        const after = nextStatements({ ...ask, proposals: [...proposals, { id: '', votes }] });
        expect(after.filter((id) => id !== '')).toEqual(before);
      }),
    );
  });

  test('Over many voters each statement comes first about as often', () => {
    const three = ['a', 'b', 'c'].map((id) => ({ id, votes: 0 }));
    const first = new Map<string, number>();
    for (let voter = 0; voter < 3_000; voter++) {
      const [id = ''] = nextStatements({
        proposals: three,
        seed: `voter ${voter}`,
        voted: none,
        own: none,
        limit: 1,
      });
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    for (const times of first.values()) expect(Math.abs(times - 1_000)).toBeLessThan(120);
  });
});

describe('the priority of Polis', () => {
  const ask = { order: 'polis_priority', voted: none, own: none } as const;

  test('A new statement comes before one that is known, one that is agreed with before one passed on', () => {
    // By hand: (1 − 1/2)·1·1/2 = 1/4, times 9, squared.
    expect(polisPriority({ agree: 0, disagree: 0, pass: 0, pull: 0 })).toBeCloseTo(5.0625, 12);
    // (1 − 2/12)·3·6/12 = 5/4, times 1 + 8/4, squared.
    expect(polisPriority({ agree: 5, disagree: 4, pass: 1, pull: 2 })).toBeCloseTo(14.0625, 12);
    const known = (agree: number, pass: number) =>
      polisPriority({ agree, disagree: 20 - agree - pass, pass, pull: 1 });
    expect(known(10, 2)).toBeGreaterThan(known(5, 2));
    expect(known(5, 2)).toBeGreaterThan(known(5, 10));
  });

  test('It is drawn in proportion, the same every time, whatever the order of the proposals', () => {
    const proposals = ['a', 'b', 'c', 'd'].map((id) => ({ id, votes: 3 }));
    const weights: Record<string, number> = { a: 1, b: 2, c: 5, d: 0 };
    const next = (seed: string, given = proposals) =>
      nextStatements({
        ...ask,
        proposals: given,
        seed,
        limit: 4,
        priority: (id) => weights[id] ?? 0,
      });
    const first = new Map<string, number>();
    for (let voter = 0; voter < 4_000; voter++) {
      const shown = next(`voter ${voter}`);
      const [id = ''] = shown;
      first.set(id, (first.get(id) ?? 0) + 1);
      expect(shown[3]).toBe('d');
      if (voter < 20) expect(next(`voter ${voter}`, [...proposals].reverse())).toEqual(shown);
    }
    expect(Math.abs((first.get('a') ?? 0) - 500)).toBeLessThan(110);
    expect(Math.abs((first.get('b') ?? 0) - 1_000)).toBeLessThan(140);
    expect(Math.abs((first.get('c') ?? 0) - 2_500)).toBeLessThan(160);
  });

  test('Without priorities all are alike, what was voted on is not shown, and no more than asked for', () => {
    fc.assert(
      fc.property(cards(), fc.string(), fc.nat(20), (proposals, seed, limit) => {
        const voted = new Set(proposals.slice(0, 3).map(({ id }) => id));
        const next = nextStatements({ ...ask, proposals, seed, voted, limit });
        expect(next).toHaveLength(Math.min(limit, Math.max(0, proposals.length - 3)));
        expect(new Set(next).size).toBe(next.length);
        expect(next.some((id) => voted.has(id))).toBe(false);
      }),
    );
  });
});

describe('the seeded source', () => {
  test('It gives the same numbers for the same seed, on every machine', () => {
    const random = seeded('Asha');
    const first = [random(), random(), random()];
    const again = seeded('Asha');
    expect([again(), again(), again()]).toEqual(first);
    expect(placeOf('Asha')).toBe(first[0]);
    expect(seeded('asha')()).not.toBe(first[0]);
  });

  test('It is even over [0, 1)', () => {
    const random = seeded('even');
    const tenths = new Array(10).fill(0);
    let outside = 0;
    for (let i = 0; i < 100_000; i++) {
      const drawn = random();
      if (!(drawn >= 0 && drawn < 1)) outside += 1;
      tenths[Math.floor(drawn * 10)] += 1;
    }
    expect(outside).toBe(0);
    for (const times of tenths) expect(Math.abs(times - 10_000)).toBeLessThan(500);
  });
});
