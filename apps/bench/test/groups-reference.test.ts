import { seeded } from '@clarion/deliberation';
import { adjustedRand } from '@clarion/deliberation/opinion/adjusted-rand';
import { packVotes } from '@clarion/deliberation/opinion/votes';
import { expect, test } from '@jest/globals';
import { normal } from '../src/groups/draws.js';
import { fullKMeans } from '../src/groups/full-k-means.js';
import { onePass } from '../src/groups/one-pass.js';

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
