import { emptyRoot, nodeHash } from './hashes.js';
import {
  checkCount,
  placesOfConsistency,
  placesOfInclusion,
  placesOfRoot,
  type SubtreePlace,
} from './places.js';

/** What is kept of a tree so that it can grow: its size, and the subtrees of `placesOfRoot(size)`. */
export interface CompactTree {
  size: number;
  edge: readonly Uint8Array[];
}

export const EMPTY_TREE: CompactTree = { size: 0, edge: [] };

/** A complete subtree to be kept, with its hash of 32 bytes. */
export interface Subtree extends SubtreePlace {
  hash: Uint8Array;
}

/** Looks up the hashes kept for places, in their order: one call a proof, so one statement a proof. */
export type ReadSubtrees = (
  places: readonly SubtreePlace[],
) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

/**
 * The hash over neighbouring subtrees, each complete and smaller than the one to its left: from the
 * right, two by two (a "compact range" in the terms of Certificate Transparency). Throws RangeError
 * where there is none.
 */
export async function joinSubtrees(hashes: readonly Uint8Array[]): Promise<Uint8Array> {
  let joint = hashes.at(-1);
  if (!joint) throw new RangeError('There is nothing to join.');
  for (const left of hashes.slice(0, -1).reverse()) joint = await nodeHash(left, joint);
  return joint;
}

/**
 * A tree with one more leaf, whose hash (see `leafHash`) is given, and the subtrees that the leaf
 * completed, itself the first: to be kept for proofs. At most log2(size) hashes are made, one on average.
 */
export async function append(
  tree: CompactTree,
  leaf: Uint8Array,
): Promise<{ tree: CompactTree; completed: Subtree[] }> {
  checkCount(tree.size + 1, 'size');
  const edge = [...tree.edge];
  const completed: Subtree[] = [{ level: 0, index: tree.size, hash: leaf }];
  let hash = leaf;
  for (let level = 0, index = tree.size; index % 2 === 1; ) {
    const left = edge.pop();
    if (!left) throw new RangeError(`The edge of a tree of ${tree.size} lacks a subtree.`);
    hash = await nodeHash(left, hash);
    level += 1;
    index = (index - 1) / 2;
    completed.push({ level, index, hash });
  }
  return { tree: { size: tree.size + 1, edge: [...edge, hash] }, completed };
}

/** The root of a tree: MTH of RFC 9162, section 2.1.1, 32 bytes. */
export async function rootOf({ edge }: Pick<CompactTree, 'edge'>): Promise<Uint8Array> {
  return edge.length > 0 ? joinSubtrees(edge) : emptyRoot();
}

/** The tree as it was at a size, from the subtrees kept. */
export async function treeAt(size: number, read: ReadSubtrees): Promise<CompactTree> {
  const places = placesOfRoot(size);
  return { size, edge: places.length > 0 ? await readAll(places, read) : [] };
}

/**
 * That the leaf at an index from 0 is in the tree of a size: up to log2(size) + 1 hashes, from the
 * leaf's neighbour up (RFC 9162, section 2.1.3.1). Throws RangeError where the tree has no such leaf.
 */
export async function inclusionProof(
  index: number,
  size: number,
  read: ReadSubtrees,
): Promise<Uint8Array[]> {
  return proofFrom(placesOfInclusion(index, size), read);
}

/**
 * That the tree of one size is the beginning of the tree of another (RFC 9162, section 2.1.4.1). Empty
 * where `from` is 0 or both are the same. Throws RangeError where `from` is the greater.
 */
export async function consistencyProof(
  from: number,
  to: number,
  read: ReadSubtrees,
): Promise<Uint8Array[]> {
  return proofFrom(placesOfConsistency(from, to), read);
}

async function proofFrom(
  proof: readonly SubtreePlace[][],
  read: ReadSubtrees,
): Promise<Uint8Array[]> {
  if (proof.length === 0) return [];
  const hashes = await readAll(proof.flat(), read);
  const ends = proof.map((_, at) => proof.slice(0, at + 1).flat().length);
  return Promise.all(
    proof.map((places, at) => {
      const end = ends[at] ?? 0;
      return joinSubtrees(hashes.slice(end - places.length, end));
    }),
  );
}

async function readAll(places: readonly SubtreePlace[], read: ReadSubtrees) {
  const hashes = await read(places);
  if (hashes.length !== places.length) {
    throw new RangeError(`Of ${places.length} subtrees, ${hashes.length} are kept.`);
  }
  return hashes;
}
