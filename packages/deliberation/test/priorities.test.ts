import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priorities } from '../src/lens/priorities.js';
import { seeded } from '../src/seed.js';
import { ballotsOf } from './ballots.js';

const numbers = (count: number) => Uint32Array.from({ length: count }, (_, p) => p + 1);
const orderOf = (lists: readonly (readonly number[])[], count: number) =>
  Array.from(priorities(ballotsOf(lists), numbers(count)).order);

/** The same list on so many ballots; letters stand for proposals in the order of the alphabet. */
const many = (times: number, letters: string) =>
  new Array<number[]>(times).fill(Array.from(letters, (letter) => letter.charCodeAt(0) - 65));
const letters = (order: readonly number[]) =>
  order.map((p) => String.fromCharCode(65 + p)).join('');

/** Sequential Phragmén as its definition reads, every load a whole fraction. */
function plainly(lists: readonly (readonly number[])[], count: number): number[] {
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
  const load = lists.map(() => [0n, 1n] as [bigint, bigint]);
  const voters = (p: number) => lists.flatMap((list, b) => (list.includes(p) ? [b] : []));
  const bid = (p: number): [bigint, bigint] => {
    let [above, below] = [1n, 1n];
    for (const b of voters(p)) {
      const [n, d] = load[b] as [bigint, bigint];
      [above, below] = [above * d + n * below, below * d];
    }
    below *= BigInt(voters(p).length);
    const shared = divisor(above, below);
    return [above / shared, below / shared];
  };
  const left = Array.from({ length: count }, (_, p) => p).filter((p) => voters(p).length > 0);
  const order: number[] = [];
  while (left.length > 0) {
    left.sort((a, b) => {
      const [[n, d], [m, e]] = [bid(a), bid(b)];
      const gap = n * e - m * d;
      if (gap !== 0n) return gap < 0n ? -1 : 1;
      return voters(b).length - voters(a).length || a - b;
    });
    const next = left.shift() as number;
    const cost = bid(next);
    for (const b of voters(next)) load[b] = cost;
    order.push(next);
  }
  return [
    ...order,
    ...Array.from({ length: count }, (_, p) => p).filter((p) => !order.includes(p)),
  ];
}

const elections = (proposals = 6, most = 12) =>
  fc.array(fc.uniqueArray(fc.nat(proposals - 1), { maxLength: 4 }), { maxLength: most });

describe('worked examples', () => {
  test('Phragmén’s own: 1034 ABC, 519 PQR, 90 ABQ and 47 APQ place A, Q, B first', () => {
    // S. Janson, "Phragmén's and Thiele's election methods" (2016). Worked by hand: A bears 1/1171; then Q
    // (1 + 137/1171)/656 against B (1 + 1124/1171)/1124; then B 0.001812 against C 0.001821.
    const lists = [
      ...many(1034, 'ABC'),
      ...many(519, 'PQR'),
      ...many(90, 'ABQ'),
      ...many(47, 'APQ'),
    ];
    const { order, load } = priorities(ballotsOf(lists), numbers(26));
    expect(letters(Array.from(order)).slice(0, 3)).toBe('AQB');
    expect(load[0]).toBeCloseTo(1 / 1171, 15);
    expect(load[16]).toBeCloseTo((1 + 137 / 1171) / 656, 15);
  });

  test('Three ballots for A and B, two for C and one for D and E come as they share the burden', () => {
    // A 1/3, as B would be; then C 1/2 against B (1 + 1)/3 = 2/3 and D 1; then B; then D before E, alike again.
    const lists = [...many(3, 'AB'), ...many(2, 'C'), ...many(1, 'DE')];
    const { order, load, tied } = priorities(ballotsOf(lists), numbers(6));
    expect(letters(Array.from(order))).toBe('ACBDEF');
    expect(Array.from(load)).toEqual([1 / 3, 2 / 3, 1 / 2, 1, 2, Number.POSITIVE_INFINITY]);
    expect(Array.from(tied)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test('Those whose voters already bear a part wait for those whose voters bear less', () => {
    // A: 1/6. B is then on two of A’s ballots and one other: (1 + 2/6)/3 = 4/9; C on four others of A’s and
    // on none besides: (1 + 4/6)/4 = 5/12; D on two besides: 1/2; E on three besides: 1/3.
    const lists = [
      ...many(2, 'AB'),
      ...many(4, 'AC'),
      ...many(1, 'B'),
      ...many(2, 'D'),
      ...many(3, 'E'),
    ];
    expect(letters(orderOf(lists, 5))).toBe('AECBD');
  });

  test('A third and a sixth are exactly a half, so the tie-breaker decides, however it came about', () => {
    // B bears 1/6, A 1/3, D 1/2; then C is (1 + 1/3 + 1/6)/2 and E (1 + 1/2)/2, on two ballots each.
    const lists = [
      ...many(5, 'B'),
      ...many(1, 'BC'),
      ...many(2, 'A'),
      ...many(1, 'AC'),
      ...many(1, 'D'),
      ...many(1, 'DE'),
      ...many(1, 'E'),
    ];
    expect(letters(orderOf(lists, 5))).toBe('BADCE');
    const { order, tied } = priorities(ballotsOf(lists), Uint32Array.of(1, 2, 9, 4, 5));
    expect(letters(Array.from(order))).toBe('BADEC');
    expect([tied[2], tied[4]]).toEqual([0, 1]);
  });

  test('Copies of a proposal chosen by the same people do not crowd out the others', () => {
    const lists = [...many(60, 'ABCDEF'), ...many(40, 'XY')];
    expect(letters(orderOf(lists, 26)).slice(0, 6)).toBe('AXBCYD');
  });
});

describe('every order', () => {
  test('is the one that the definition gives in whole fractions', () => {
    fc.assert(
      fc.property(elections(), (lists) => {
        expect(orderOf(lists, 6)).toEqual(plainly(lists, 6));
      }),
      { numRuns: 400 },
    );
  });

  test('is that one too for three hundred ballots, where fractions are long', () => {
    const random = seeded('long fractions');
    const lists = Array.from({ length: 300 }, () =>
      Array.from({ length: 30 }, (_, p) => p).filter(() => random() < 0.2),
    );
    expect(orderOf(lists, 30)).toEqual(plainly(lists, 30));
  });

  test('lists each proposal once, with loads that never fall', () => {
    fc.assert(
      fc.property(elections(), (lists) => {
        const { order, load, chosen } = priorities(ballotsOf(lists), numbers(6));
        expect(Array.from(order).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
        order.forEach((p, position) => {
          const before = load[order[position - 1] ?? p] as number;
          if (Number.isFinite(load[p])) {
            expect(load[p] as number).toBeGreaterThanOrEqual(before * (1 - 1e-12));
          }
          expect(Number.isFinite(load[p])).toBe((chosen[p] as number) > 0);
        });
        expect(chosen.reduce((sum, count) => sum + count, 0)).toBe(lists.flat().length);
      }),
    );
  });

  test('does not depend on the order of ballots, of what stands on them, or of proposals', () => {
    const shuffled = elections().chain((lists) =>
      fc.tuple(
        fc.constant(lists),
        fc.shuffledSubarray(lists, { minLength: lists.length }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([lists, ballots, place]) => {
        const here = orderOf(lists, 6).map((p) => p + 1);
        const number = new Uint32Array(6);
        place.forEach((at, p) => {
          number[at] = p + 1;
        });
        const moved = ballots.map((list) => list.map((p) => place[p] as number).reverse());
        const there = priorities(ballotsOf(moved), number);
        expect(Array.from(there.order, (p) => number[p])).toEqual(here);
      }),
    );
  });

  test('gives blocs that share nothing their places as D’Hondt would', () => {
    const blocs = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(blocs, (sizes) => {
        const each = 8;
        const lists = sizes.flatMap((size, bloc) =>
          Array.from({ length: size }, () =>
            Array.from({ length: each }, (_, i) => bloc * each + i),
          ),
        );
        const places = sizes.flatMap((size, bloc) =>
          Array.from({ length: each }, (_, i) => ({ bloc, size, seat: i + 1 })),
        );
        places.sort(
          (a, b) => a.seat * b.size - b.seat * a.size || b.size - a.size || a.bloc - b.bloc,
        );
        expect(orderOf(lists, sizes.length * each).map((p) => Math.floor(p / each))).toEqual(
          places.map(({ bloc }) => bloc),
        );
      }),
    );
  });

  test('gives any group that chooses alike its share of every top of the list', () => {
    // Proportional justified representation, Brill et al. 2017, theorem 7: a group of l/k of the voters who
    // all chose the same l has at least l of the first k that somebody in it chose.
    fc.assert(
      fc.property(elections(8, 20), fc.integer({ min: 1, max: 12 }), (others, size) => {
        const own = [0, 1, 2, 3];
        const lists = [...new Array<number[]>(size).fill(own), ...others];
        const order = orderOf(lists, 8);
        for (let k = 1; k <= 8; k++) {
          const share = Math.min(own.length, Math.floor((size * k) / lists.length));
          const had = order.slice(0, k).filter((p) => own.includes(p)).length;
          expect(had).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });
});

describe('edges', () => {
  test('No ballots, no proposals, and ballots with nothing on them', () => {
    expect(orderOf([], 0)).toEqual([]);
    expect(orderOf([], 3)).toEqual([0, 1, 2]);
    expect(orderOf([[], [2], []], 3)).toEqual([2, 0, 1]);
  });

  test('Ten thousand ballots are put in order', () => {
    const random = seeded('ten thousand ballots');
    const lists = Array.from({ length: 10_000 }, () =>
      Array.from(new Set(Array.from({ length: 8 }, () => Math.floor(random() ** 2 * 400)))),
    );
    const { order, load } = priorities(ballotsOf(lists), numbers(400));
    expect(new Set(order).size).toBe(400);
    for (let i = 1; i < 400; i++) {
      expect(load[order[i] as number]).toBeGreaterThanOrEqual(
        load[order[i - 1] as number] as number,
      );
    }
  });

  test('Ballots that are not as they must be are faults', () => {
    const given =
      (starts: number[], proposal: number[], number = numbers(2)) =>
      () =>
        priorities(
          { starts: Uint32Array.from(starts), proposal: Uint32Array.from(proposal) },
          number,
        );
    expect(given([], [])).toThrow('do not cover');
    expect(given([0, 1], [0, 1])).toThrow('do not cover');
    expect(given([0, 2, 1, 2], [0, 1])).toThrow('not in order');
    expect(given([0, 1], [2])).toThrow('Ballot 0 names no proposal');
    expect(given([0, 2], [1, 1])).toThrow('names a proposal twice');
    expect(given([0, 1], [0], Uint32Array.of(3, 3))).toThrow('the same number');
  });
});
