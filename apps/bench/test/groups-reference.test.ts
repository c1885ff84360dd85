import { seeded } from '@clarion/deliberation';
import { packVotes } from '@clarion/deliberation/opinion/votes';
import { expect, test } from '@jest/globals';
import { adjustedRand } from '../src/groups/adjusted-rand.js';
import { normal } from '../src/groups/draws.js';
import { fullKMeans } from '../src/groups/full-k-means.js';
import { onePass } from '../src/groups/one-pass.js';

test('The index is 1 for equal partings whatever their names, near 0 for chance, as in a worked example', () => {
  expect(adjustedRand([0, 0, 1, 1], [3, 3, 2, 2])).toBe(1);
  // scikit-learn's documented example.
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714, 4);
  const random = seeded('chance');
  const drawn = () => Array.from({ length: 5_000 }, () => Math.floor(random() * 3));
  expect(Math.abs(adjustedRand(drawn(), drawn()))).toBeLessThan(0.01);
});

test('People outside a group do not count', () => {
  expect(adjustedRand([0, 0, 1, 1, -1], [0, 0, 1, 1, 0])).toBe(1);
});

test('Full k-means finds three clouds of people, each whole', () => {
  const random = seeded('clouds');
  const cloud = Array.from({ length: 900 }, (_, i) => i % 3);
  const places = {
    x: Float32Array.from(cloud, (g) => g * 10 + normal(random)),
    y: Float32Array.from(cloud, (g) => (g === 1 ? 10 : 0) + normal(random)),
  };
  const { k, label } = fullKMeans(places, 3, 'test');
  expect(k).toBe(3);
  expect(adjustedRand(label, cloud)).toBe(1);
});

test('A pass multiplies by the votes and by them again, as worked out by hand', () => {
  const votes = {
    person: Uint32Array.of(0, 0, 1),
    statement: Uint32Array.of(0, 1, 1),
    choice: Int8Array.of(1, -1, 1),
  };
  const { starts, codes } = packVotes(votes, 2, 2);
  // Rows (1, −1) and (·, 1); only whoever answered both is packed.
  const [a, b] = [-0.5 - (37 / 101 - 0.5), -0.5 - (53 / 97 - 0.5)];
  // Agree on the first is code 2, disagree on the second is code 3.
  const expected = a * (2 + 1) + b * (2 + 1) - (a * (3 + 1) + b * (3 + 1));
  expect(onePass(starts, codes, 2)).toBeCloseTo(expected, 12);
});
