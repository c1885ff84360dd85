import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
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
  type ReadSubtrees,
  rootOf,
  subtreesOver,
  toHex,
  treeAt,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.js';
import { naiveTree } from './naive-tree.js';
import { bytesOf, flipped, hex, vectors } from './vectors.js';

// Some hundred thousand hashes would each wait for a thread of WebCrypto's pool, for minutes. The platform
// has the same SHA-256 behind another door, which does not wait; signature.test.ts shows they agree.
const { digest } = crypto.subtle;
beforeAll(() => {
  crypto.subtle.digest = async (_, bytes) => {
    const hash = createHash('sha256')
      .update(bytes as Uint8Array)
      .digest();
    return hash.buffer.slice(hash.byteOffset, hash.byteOffset + hash.length);
  };
});
afterAll(() => {
  crypto.subtle.digest = digest;
});
jest.setTimeout(60_000);

interface TreeVectors {
  roots: string[];
  inclusion: { index: number; size: number; proof: string[] }[];
  consistency: { from: number; to: number; proof: string[] }[];
}

const PUBLISHED = vectors<TreeVectors & { leaves: string[]; hashes: Record<string, string> }>(
  'certificate-transparency.json',
);
const MADE = vectors<TreeVectors>('tree.json');

const MOST = 130;
const DATA = Array.from({ length: MOST }, (_, index) => bytesOf(`leaf ${index}`));
const NAIVE = naiveTree(DATA);
const SIZES = Array.from({ length: MOST }, (_, at) => at + 1);
const head = (size: number) => ({ size, root: NAIVE.root(size) });

const leavesOf = (data: readonly Uint8Array[]) => Promise.all(data.map(leafHash));
const inHex = (proof: readonly Uint8Array[]) => proof.map(toHex);

type Parts = [Uint8Array, Uint8Array, ...Uint8Array[]];

/**
 * The same parts with one bit flipped: in a small tree a bit of each, in the others of one of them, by
 * turns, so that over all of them every place and every bit has its turn.
 */
function withOneBitFlipped(parts: Parts, size: number, turn: number): Parts[] {
  return parts
    .map((part, which) => parts.with(which, flipped(part, (turn + 37 * which) % 256)) as Parts)
    .filter((_, which) => size <= 20 || which === turn % parts.length);
}

/** Many checks at once, in batches so that they do not all wait in memory. */
async function allOf(checks: (() => Promise<void>)[]) {
  for (let at = 0; at < checks.length; at += 500) {
    await Promise.all(checks.slice(at, at + 500).map((check) => check()));
  }
}

/** A tree grown leaf by leaf, with what is kept of it at each size. */
async function grown(leaves: readonly Uint8Array[]) {
  const kept = new Map<string, Uint8Array>();
  const trees: CompactTree[] = [EMPTY_TREE];
  for (const leaf of leaves) {
    const { tree, completed } = await append(trees.at(-1) ?? EMPTY_TREE, leaf);
    for (const { level, index, hash } of completed) kept.set(`${level}/${index}`, hash);
    trees.push(tree);
  }
  const read: ReadSubtrees = (places) =>
    places.flatMap(({ level, index }) => kept.get(`${level}/${index}`) ?? []);
  return { trees, kept, read };
}

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

  test('knows its places beyond what 32 bits count', () => {
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
  });
});

describe('inclusion proofs, every leaf of every tree up to 130', () => {
  const pairs = SIZES.flatMap((size) =>
    Array.from({ length: size }, (_, index) => ({ index, size })),
  );

  test('are those of the naive tree, and verify', async () => {
    const leaves = await leavesOf(DATA);
    const { read } = await grown(leaves);
    await allOf(
      pairs.map(({ index, size }) => async () => {
        const proof = await inclusionProof(index, size, read);
        expect(inHex(proof)).toEqual(inHex(NAIVE.inclusion(index, size)));
        expect(await verifyInclusion(leaves[index] as Uint8Array, index, head(size), proof)).toBe(
          true,
        );
      }),
    );
  });

  test('with one bit flipped in any hash, in the leaf or in the root, do not', async () => {
    const leaves = await leavesOf(DATA);
    await allOf(
      pairs.map(({ index, size }, at) => async () => {
        const parts: Parts = [
          leaves[index] as Uint8Array,
          NAIVE.root(size),
          ...NAIVE.inclusion(index, size),
        ];
        const taken = await Promise.all(
          withOneBitFlipped(parts, size, at).map(([leaf, root, ...proof]) =>
            verifyInclusion(leaf, index, { size, root }, proof),
          ),
        );
        expect(taken).not.toContain(true);
      }),
    );
  });

  test('of another size, index or length do not', async () => {
    const leaves = await leavesOf(DATA);
    await allOf(
      pairs.map(({ index, size }) => async () => {
        const leaf = leaves[index] as Uint8Array;
        const proof = NAIVE.inclusion(index, size);
        const others = [size - 1, size + 1].filter((n) => n > index && n <= MOST);
        const taken = await Promise.all([
          ...others.map((other) => verifyInclusion(leaf, index, head(other), proof)),
          ...[index - 1, index + 1].map((other) => verifyInclusion(leaf, other, head(size), proof)),
          verifyInclusion(leaf, index, head(size), [...proof, NAIVE.root(size)]),
          verifyInclusion(leaf, index, head(size), [NAIVE.root(size), ...proof]),
          proof.length > 0 && verifyInclusion(leaf, index, head(size), proof.slice(1)),
          proof.length > 0 && verifyInclusion(leaf, index, head(size), proof.slice(0, -1)),
        ]);
        expect(taken).not.toContain(true);
      }),
    );
  });
});

describe('consistency proofs, every two trees up to 130', () => {
  const pairs = SIZES.flatMap((to) =>
    Array.from({ length: to }, (_, at) => ({ from: at + 1, to })),
  );

  test('are those of the naive tree, and verify', async () => {
    const { read } = await grown(await leavesOf(DATA));
    await allOf(
      pairs.map(({ from, to }) => async () => {
        const proof = await consistencyProof(from, to, read);
        expect(inHex(proof)).toEqual(inHex(NAIVE.consistency(from, to)));
        expect(await verifyConsistency(head(from), head(to), proof)).toBe(true);
      }),
    );
  });

  test('with one bit flipped in any hash or in either root do not', async () => {
    await allOf(
      pairs.map(({ from, to }, at) => async () => {
        const parts: Parts = [NAIVE.root(from), NAIVE.root(to), ...NAIVE.consistency(from, to)];
        const taken = await Promise.all(
          withOneBitFlipped(parts, to, at).map(([first, second, ...proof]) =>
            verifyConsistency({ size: from, root: first }, { size: to, root: second }, proof),
          ),
        );
        expect(taken).not.toContain(true);
      }),
    );
  });

  test('between other sizes, the other way round or of another length do not', async () => {
    await allOf(
      pairs
        .filter(({ from, to }) => from < to)
        .map(({ from, to }) => async () => {
          const proof = NAIVE.consistency(from, to);
          const sizes = [
            [from - 1, to],
            [from + 1, to],
            [from, to - 1],
            [from, to + 1],
          ].filter(([a = 0, b = 0]) => a >= 1 && a <= b && b <= MOST);
          const taken = await Promise.all([
            ...sizes.map(([a = 0, b = 0]) => verifyConsistency(head(a), head(b), proof)),
            verifyConsistency(head(to), head(from), proof),
            verifyConsistency(head(from), head(to), [...proof, NAIVE.root(to)]),
            verifyConsistency(head(from), head(to), [NAIVE.root(from), ...proof]),
            verifyConsistency(head(from), head(to), proof.slice(1)),
            verifyConsistency(head(from), head(to), proof.slice(0, -1)),
          ]);
          expect(taken).not.toContain(true);
        }),
    );
  });

  test('everything begins with nothing, and nothing has one root only', async () => {
    const nothing = { size: 0, root: emptyRoot() };
    const other = { size: 0, root: NAIVE.root(1) };
    expect(await verifyConsistency(nothing, head(7), [])).toBe(true);
    expect(await verifyConsistency(nothing, nothing, [])).toBe(true);
    expect(await verifyConsistency(nothing, head(7), [NAIVE.root(7)])).toBe(false);
    expect(await verifyConsistency(other, head(7), [])).toBe(false);
    expect(await verifyConsistency(nothing, other, [])).toBe(false);
  });
});

test('each of the 256 bits of each hash counts', async () => {
  const leaves = await leavesOf(DATA);
  for (const [index, size] of [
    [2, 7],
    [64, 65],
    [70, 130],
  ] as const) {
    const proof = NAIVE.inclusion(index, size);
    const bits = proof.flatMap((_, which) =>
      Array.from({ length: 256 }, (_, bit) => ({ which, bit })),
    );
    const taken = await Promise.all(
      bits.map(({ which, bit }) => {
        const changed = proof.with(which, flipped(proof[which] as Uint8Array, bit));
        return verifyInclusion(leaves[index] as Uint8Array, index, head(size), changed);
      }),
    );
    expect(taken).not.toContain(true);
  }
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
