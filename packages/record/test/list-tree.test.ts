import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  inclusionProof,
  KEPT_LEVEL,
  keptAt,
  leafHash,
  placesOfInclusion,
  type ReadSubtrees,
  toHex,
  treeOverList,
  verifyInclusion,
} from '../src/index.js';
import { naiveTree } from './naive-tree.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const LEAVES = Array.from({ length: 1_000 }, (_, at) => sha256(Buffer.from(`vote ${at}`)));
const NAIVE = naiveTree(LEAVES);
/** Around every power of two, and some between. */
const SIZES = [1, 2, 3, 63, 64, 65, 127, 128, 129, 191, 192, 500, 511, 512, 513, 777, 1_000];

const listOf = (size: number) => Buffer.concat(LEAVES.slice(0, size));

/** As whoever keeps a list and its subtrees looks places up. */
const readFrom =
  (size: number): ReadSubtrees =>
  (places) => {
    const { subtrees } = treeOverList(listOf(size), sha256);
    return places.map((place) => {
      const { level, index } = place;
      if (level >= KEPT_LEVEL) {
        const at = keptAt(size, place);
        return subtrees.slice(at * 32, at * 32 + 32);
      }
      const leaves = LEAVES.slice(index * 2 ** level, (index + 1) * 2 ** level);
      return treeOverList(Buffer.concat(leaves), sha256).root;
    });
  };

describe('The tree over a list of votes', () => {
  test.each(SIZES)('of %i has the root that the recursion of the RFC gives', (size) => {
    expect(toHex(treeOverList(listOf(size), sha256).root)).toBe(toHex(NAIVE.root(size)));
  });

  test('of none is the hash of nothing', () => {
    const { root, subtrees } = treeOverList(new Uint8Array(), sha256);
    expect(toHex(root)).toBe(toHex(NAIVE.root(0)));
    expect(subtrees).toHaveLength(0);
  });

  test.each(SIZES)('of %i proves each vote from what is kept', async (size) => {
    const read = readFrom(size);
    const step = Math.max(1, Math.floor(size / 20));
    for (let index = 0; index < size; index += step) {
      const path = await inclusionProof(index, size, read);
      expect(path.map(toHex)).toEqual(NAIVE.inclusion(index, size).map(toHex));
      const leaf = await leafHash(LEAVES[index] as Uint8Array);
      const head = { size, root: NAIVE.root(size) };
      expect(await verifyInclusion(leaf, index, head, path)).toBe(true);
    }
  });

  test('needs fewer than 64 leaves on either side of a proof to be hashed anew', () => {
    for (const size of SIZES) {
      const small = placesOfInclusion(Math.floor(size / 2), size)
        .flat()
        .filter(({ level }) => level < KEPT_LEVEL);
      const leaves = small.reduce((sum, { level }) => sum + 2 ** level, 0);
      expect(leaves).toBeLessThanOrEqual(2 * 63);
    }
  });
});
