import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { leafHash, leafHashes, rootOf, subtreesOver, toHex, treeAt } from '../src/index.js';

const { subtle } = crypto;
const digest = subtle.digest.bind(subtle);
const LEAVES = Array.from({ length: 3_000 }, () => randomBytes(32));

afterEach(() => {
  subtle.digest = digest;
});

/** The most hashes that were under way at once meanwhile. */
async function mostAtOnce(work: () => Promise<unknown>): Promise<number> {
  let [underWay, most] = [0, 0];
  subtle.digest = async (...given) => {
    underWay += 1;
    most = Math.max(most, underWay);
    return digest(...given).finally(() => {
      underWay -= 1;
    });
  };
  await work();
  return most;
}

test('A batch of thousands of votes is hashed a few hundred at a time, so that pages are answered meanwhile', async () => {
  const most = await mostAtOnce(async () => subtreesOver(await leafHashes(LEAVES)));
  expect(most).toBeLessThanOrEqual(256);
  // All at once, so the above can fail.
  expect(await mostAtOnce(() => Promise.all(LEAVES.map(leafHash)))).toBe(LEAVES.length);
});

test('Its root is that of its leaves hashed one by one', async () => {
  const read = await subtreesOver(await Promise.all(LEAVES.map(leafHash)));
  const inTurns = await subtreesOver(await leafHashes(LEAVES));
  const [one, other] = await Promise.all(
    [read, inTurns].map(async (each) => toHex(await rootOf(await treeAt(LEAVES.length, each)))),
  );
  expect(one).toBe(other);
});
