import { describe, expect, test } from '@jest/globals';
import {
  append,
  type CompactTree,
  consistencyProof,
  EMPTY_TREE,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  placesOfConsistency,
  placesOfInclusion,
  placesOfRoot,
  rootOf,
  subtreesOver,
  toHex,
  treeAt,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.js';
import { DATA, grown, leavesOf, MOST, NAIVE, SIZES } from './grown-tree.js';
import { bytesOf, hex, vectors } from './vectors.js';

interface TreeVectors {
  roots: string[];
  inclusion: { index: number; size: number; proof: string[] }[];
  consistency: { from: number; to: number; proof: string[] }[];
}

const PUBLISHED = vectors<TreeVectors & { leaves: string[]; hashes: Record<string, string> }>(
  'certificate-transparency.json',
);
const MADE = vectors<TreeVectors>('tree.json');

const inHex = (proof: readonly Uint8Array[]) => proof.map(toHex);

describe.each([
  ['Certificate Transparency', PUBLISHED, PUBLISHED.leaves.map(hex)],
  ['the second implementation', MADE, DATA],
])('the vectors of %s', (_, given, data) => {
  test('roots', async () => {
    const { trees } = await grown(await leavesOf(data));
    const roots = await Promise.all(trees.map(rootOf));
    expect(roots.map(toHex)).toEqual(given.roots);
  });

  test('inclusion proofs', async () => {
    const leaves = await leavesOf(data);
    const read = await subtreesOver(leaves);
    for (const { index, size, proof } of given.inclusion) {
      expect(inHex(await inclusionProof(index, size, read))).toEqual(proof);
      const root = hex(given.roots[size] ?? '');
      const leaf = leaves[index] as Uint8Array;
      expect(await verifyInclusion(leaf, index, { size, root }, proof.map(hex))).toBe(true);
    }
  });

  test('consistency proofs', async () => {
    const read = await subtreesOver(await leavesOf(data));
    const headOf = (size: number) => ({ size, root: hex(given.roots[size] ?? '') });
    for (const { from, to, proof } of given.consistency) {
      expect(inHex(await consistencyProof(from, to, read))).toEqual(proof);
      expect(await verifyConsistency(headOf(from), headOf(to), proof.map(hex))).toBe(true);
    }
  });
});

test('hashes of leaf, node and nothing are those of Certificate Transparency', async () => {
  expect({
    emptyRoot: toHex(emptyRoot()),
    leafOfNothing: toHex(await leafHash(bytesOf(''))),
    leafOfL123456: toHex(await leafHash(bytesOf('L123456'))),
    nodeOfN123N456: toHex(await nodeHash(bytesOf('N123'), bytesOf('N456'))),
  }).toEqual(PUBLISHED.hashes);
});

describe('a tree that grows', () => {
  test('has at every size the root of the naive tree, made anew or from what was kept', async () => {
    const { trees, read } = await grown(await leavesOf(DATA));
    for (const size of SIZES) {
      const tree = trees[size] as CompactTree;
      expect(toHex(await rootOf(tree))).toBe(toHex(NAIVE.root(size)));
      expect(await treeAt(size, read)).toEqual(tree);
    }
    expect(await treeAt(0, read)).toEqual(EMPTY_TREE);
  });

  test('goes on from what was kept as if it had never stopped', async () => {
    const leaves = await leavesOf(DATA);
    const { trees, read } = await grown(leaves);
    for (const size of [0, 1, 6, 63, 64, 100, 129]) {
      const { tree } = await append(await treeAt(size, read), leaves[size] as Uint8Array);
      expect(tree).toEqual(trees[size + 1]);
    }
  });

  test('keeps fewer than two hashes a leaf, and needs the logarithm of its size to go on', async () => {
    const { trees, kept } = await grown(await leavesOf(DATA));
    expect(kept.size).toBeLessThan(2 * MOST);
    for (const { size, edge } of trees) {
      expect(edge.length).toBeLessThanOrEqual(Math.log2(size + 1));
    }
  });

  test('says where a lookup gives less than was asked, and where there is no such leaf', async () => {
    await expect(treeAt(3, () => [])).rejects.toThrow('Of 2 subtrees, 0 are kept.');
    const read = await subtreesOver(await leavesOf(DATA.slice(0, 2)));
    await expect(inclusionProof(0, 3, read)).rejects.toThrow('No subtree is kept');
    await expect(inclusionProof(3, 3, read)).rejects.toThrow('A tree of 3 has no leaf at 3.');
    await expect(consistencyProof(3, 2, read)).rejects.toThrow('does not come after');
    await expect(append({ size: 1, edge: [] }, DATA[0] as Uint8Array)).rejects.toThrow('lacks');
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => placesOfRoot(size)).toThrow(RangeError);
    }
  });

  test('knows its places beyond what 32 bits count', async () => {
    const size = 2 ** 40 + 2 ** 33 + 1;
    expect(placesOfRoot(size)).toEqual([
      { level: 40, index: 0 },
      { level: 33, index: 2 ** 7 },
      { level: 0, index: size - 1 },
    ]);
    expect(placesOfInclusion(size - 1, size)).toEqual([
      [{ level: 33, index: 2 ** 7 }],
      [{ level: 40, index: 0 }],
    ]);
    expect(placesOfConsistency(2 ** 40, size)).toEqual([placesOfRoot(size).slice(1)]);
    const edge = new Array<Uint8Array>(40).fill(emptyRoot());
    const { completed } = await append({ size: 2 ** 40 - 1, edge }, emptyRoot());
    expect(completed.map(({ level, index }) => ({ level, index }))).toEqual(
      Array.from({ length: 41 }, (_, level) => ({ level, index: 2 ** (40 - level) - 1 })),
    );
  });
});

test('what is no hash, size or index is refused, not thrown', async () => {
  const leaf = await leafHash(DATA[0] as Uint8Array);
  const short = leaf.subarray(1);
  const one = { size: 1, root: leaf };
  expect(await verifyInclusion(leaf, 0, one, [])).toBe(true);
  expect(await verifyInclusion(short, 0, one, [])).toBe(false);
  expect(await verifyInclusion(leaf, 0, { size: 1, root: short }, [])).toBe(false);
  expect(await verifyInclusion(leaf, 0, { size: 0, root: emptyRoot() }, [])).toBe(false);
  for (const odd of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(await verifyInclusion(leaf, odd, one, [])).toBe(false);
    expect(await verifyInclusion(leaf, 0, { size: odd, root: leaf }, [])).toBe(false);
    expect(await verifyConsistency({ size: odd, root: leaf }, one, [])).toBe(false);
    expect(await verifyConsistency(one, { size: odd, root: leaf }, [])).toBe(false);
  }
  expect(await verifyConsistency(one, one, [])).toBe(true);
  expect(await verifyConsistency(one, { size: 1, root: short }, [])).toBe(false);
});
