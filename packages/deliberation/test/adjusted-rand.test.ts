import { expect, test } from '@jest/globals';
import { adjustedRand } from '../src/opinion/adjusted-rand.js';
import { seeded } from '../src/seed.js';

test('The index is 1 for equal partings whatever their names, near 0 for chance, as in a worked example', () => {
  expect(adjustedRand([0, 0, 1, 1], [3, 3, 2, 2])).toBe(1);
  // scikit-learn's documented example.
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714, 4);
  const random = seeded('chance');
  const drawn = () => Array.from({ length: 5_000 }, () => Math.floor(random() * 3));
  expect(Math.abs(adjustedRand(drawn(), drawn()) ?? 1)).toBeLessThan(0.01);
});

test('People outside a group do not count', () => {
  expect(adjustedRand([0, 0, 1, 1, -1], [0, 0, 1, 1, 0])).toBe(1);
  expect(adjustedRand([0, 0], [0, 1], (person) => person === 0)).toBeNull();
});
