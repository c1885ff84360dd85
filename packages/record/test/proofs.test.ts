import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  nodeHash,
  toHex,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.js';
import { DATA, grown, head, leavesOf, MOST, NAIVE, SIZES } from './grown-tree.js';
import { flipped } from './vectors.js';

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
          verifyInclusion(leaf, index ^ 1, head(size), proof),
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

test('a node does not pass for a leaf, nor the tree of one size for that of another of its shape', async () => {
  const [first, second, , , , , , eighth] = await leavesOf(DATA);
  const node = await nodeHash(first as Uint8Array, second as Uint8Array);
  expect(await verifyInclusion(node, 0, head(8), NAIVE.inclusion(0, 8).slice(1))).toBe(false);
  const as = (size: number, of: number) => ({ size, root: NAIVE.root(of) });
  expect(await verifyInclusion(eighth as Uint8Array, 3, as(4, 8), NAIVE.inclusion(7, 8))).toBe(
    false,
  );
  expect(await verifyConsistency(as(3, 7), as(4, 8), NAIVE.consistency(7, 8))).toBe(false);
  expect(await verifyConsistency(as(7, 3), as(8, 4), NAIVE.consistency(3, 4))).toBe(false);
});
