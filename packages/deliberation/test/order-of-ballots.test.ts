import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FLOOR } from '../src/floor.js';
import { refuseLens } from '../src/lens/lens-refusal.js';
import { priorities } from '../src/lens/priorities.js';
import { ballotsOf } from './ballots.js';
import { type Cast, pairsOf, placing, toldOf, valuesOf } from './ballots-that-fit.js';
import { LONG } from './long.js';

/** How many values must at least be possible of one to nine people who chose two together. */
const WIDTH = 4;
const PROPOSALS = 4;
const PAIRS = pairsOf(PROPOSALS);
/** More choices beyond one a ballot would be more ways than can be gone through. */
const MOST_PAIRS = 20;
const SECRET = { officialLens: 'support@1', priorityBallotSize: 2 } as const;

const kinds = [...PAIRS, ...Array.from({ length: PROPOSALS }, (_, p) => [p])];
const place = placing(PROPOSALS);

const castOf = (each: readonly number[]): Cast => {
  const counts = kinds.map((_, kind) => each.filter((one) => one === kind).length);
  return { pairs: counts.slice(0, PAIRS.length), alone: counts.slice(PAIRS.length) };
};
const pairsIn = ({ pairs }: Cast) => pairs.reduce((sum, count) => sum + count, 0);

/** Ballots of people who have a few tastes, some of them more often. */
const electorates: fc.Arbitrary<Cast> = fc
  .tuple(
    fc.array(fc.nat({ max: kinds.length - 1 }), { minLength: 3, maxLength: 16, size: 'max' }),
    fc.array(fc.nat(), { minLength: FLOOR, maxLength: 45, size: 'max' }),
  )
  .map(([tastes, people]) => castOf(people.map((one) => tastes[one % tastes.length] as number)))
  .filter((ballots) => pairsIn(ballots) <= MOST_PAIRS);

/** Of how many pairs that one to nine people chose the order leaves fewer values than should be. */
function found(ballots: Cast) {
  const told = toldOf(ballots, place(ballots));
  const small = PAIRS.flatMap((_, pair) => {
    const count = ballots.pairs[pair] as number;
    return count > 0 && count < FLOOR ? [pair] : [];
  });
  const { byCounts, byOrder } = valuesOf(told, place, small, WIDTH);
  const narrow = small.filter(
    (_, at) => (byOrder[at] as number) < Math.min(WIDTH, byCounts[at] as number),
  );
  return { ballots: told.ballots, asked: small.length, narrow: narrow.length };
}

const all = fc.sample(electorates, { numRuns: 3_000 * LONG, seed: 1 }).map(found);

/** The same of all orders that are told, the first at so many secret ballots. */
function toldFrom(fewestSecretBallots?: number) {
  const told = all.filter(({ ballots }) => {
    const facts = { rules: SECRET, groups: 0, ballots, fewestSecretBallots };
    return refuseLens('priorities@1', facts) === null;
  });
  const sum = (of: 'asked' | 'narrow') => told.reduce((whole, each) => whole + each[of], 0);
  return { asked: sum('asked'), share: sum('narrow') / sum('asked') };
}

describe('an attacker who knows how many chose each, and the order, and goes through all ballots that fit', () => {
  // Never cannot be had: an order that turns many chosen over says so of any number of ballots.
  test('is left with fewer than four values for how many chose two together less than once in a hundred', () => {
    const { asked, share } = toldFrom();
    expect(asked).toBeGreaterThan(1_000 * LONG);
    expect(share).toBeLessThan(0.01);
  });

  test('would be three times in a hundred if the order began at twelve ballots', () => {
    expect(toldFrom(12).share).toBeGreaterThan(0.03);
  });

  test('places ballots as they are placed', () => {
    fc.assert(
      fc.property(electorates, (ballots) => {
        const counts = [...ballots.pairs, ...ballots.alone];
        const lists = kinds.flatMap((kind, at) => new Array<number[]>(counts[at] ?? 0).fill(kind));
        const number = Uint32Array.from({ length: PROPOSALS }, (_, p) => p);
        const { order, chosen } = priorities(ballotsOf(lists), number);
        const placed = [...order].filter((p) => (chosen[p] as number) > 0);
        const ranks = place(ballots).split(',').map(Number);
        expect(placed.map((p) => ranks[p])).toEqual(placed.map((_, at) => at + 1));
        expect(toldOf(ballots, '').chosen).toEqual([...chosen]);
      }),
    );
  });
});
