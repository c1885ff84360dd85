import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CELLS,
  type Known,
  knownOfBoth,
  knownOfFirst,
  narrow,
  type Target,
  targetsOf,
  type World,
} from './joint.js';

/** How many values must at least be possible of one to nine people. */
const ENOUGH = 4;
/** `CLARION_RUNS=20` for a long look. */
const RUNS = Number(process.env['CLARION_RUNS'] ?? 1);

const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(4) },
  { weight: 2, arbitrary: fc.integer({ min: 8, max: 16 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 40 }) },
);
const worlds: fc.Arbitrary<World> = fc.array(count, {
  minLength: CELLS.length,
  maxLength: CELLS.length,
});

/** What stays narrow, however long one walks. */
const found = (world: World, known: Known[], targets: Target[], steps = 2_000_000) =>
  narrow(world, known, targets, { enough: ENOUGH, steps, seed: 'joint' }).map(({ what }) => what);

const ofFirst = (world: World) => targetsOf(world).filter(({ isOfFirst }) => isOfFirst);

/** Tries many worlds; tells how many counts of one to nine people were asked for. */
function holds(
  targetsIn: (world: World) => Target[],
  knownOf: (world: World) => Known[],
  numRuns: number,
): number {
  let asked = 0;
  const check = fc.property(worlds, (world) => {
    const targets = targetsIn(world);
    asked += targets.length;
    expect(found(world, knownOf(world), targets)).toEqual([]);
  });
  // The same worlds each time, but in a long look.
  const seed = RUNS === 1 ? { seed: 1 } : {};
  fc.assert(check, { numRuns: numRuns * RUNS, endOnFailure: true, ...seed });
  return asked;
}

describe('whoever knows all tables together is left with four values for one to nine people of an area', () => {
  test('of groups by regions, regions, CLPs and which areas carry, in one round', () => {
    expect(holds(ofFirst, knownOfFirst, 60)).toBeGreaterThan(100 * RUNS);
  }, 600_000);

  test('of two rounds, and of who came between them', () => {
    expect(holds(targetsOf, knownOfBoth, 60)).toBeGreaterThan(300 * RUNS);
  }, 600_000);

  test('would not be, if the second round did not know what the first had told', () => {
    const isWide = fc.property(
      worlds,
      (world) => found(world, knownOfBoth(world, false), targetsOf(world), 100_000).length === 0,
    );
    expect(fc.check(isWide, { numRuns: 60, endOnFailure: true }).failed).toBe(true);
  }, 60_000);
});
