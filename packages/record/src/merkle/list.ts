import { joined } from '../bytes.js';
import { emptyRoot, HASH_BYTES } from './hashes.js';
import type { SubtreePlace } from './places.js';

/** SHA-256 that answers at once. Browsers have it as a promise alone, which takes a long list several times as long. */
export type Sha256Now = (bytes: Uint8Array) => Uint8Array;

/** From this level up the subtrees of a list are kept: below it are fewer than 64 leaves, soon hashed anew. */
export const KEPT_LEVEL = 6;

/** The tree over a list that never changes, as it is kept beside the list for proofs. */
export interface ListTree {
  /** 32 bytes, as `rootOf` has them. */
  root: Uint8Array;
  /** The hashes of the complete subtrees from `KEPT_LEVEL` up: level by level, from the left, 32 bytes each. */
  subtrees: Uint8Array;
}

/** The hashes of what stands in some bytes one after the other, each as long as the room leaves after its first byte. */
function hashesOf(bytes: Uint8Array, room: Uint8Array, sha256: Sha256Now): Uint8Array {
  const width = room.length - 1;
  const hashes = new Uint8Array(Math.floor(bytes.length / width) * HASH_BYTES);
  for (let from = 0, to = 0; to < hashes.length; from += width, to += HASH_BYTES) {
    room.set(bytes.subarray(from, from + width), 1);
    hashes.set(sha256(room), to);
  }
  return hashes;
}

/**
 * The tree over leaves of 32 bytes each, given one after the other: the same as that of `subtreesOver`. All of
 * it at once, in the memory of the hashes alone: a long list is for a thread of its own.
 */
export function treeOverList(list: Uint8Array, sha256: Sha256Now): ListTree {
  const leaf = new Uint8Array(1 + HASH_BYTES);
  const node = Uint8Array.of(1, ...new Uint8Array(2 * HASH_BYTES));
  const kept: Uint8Array[] = [];
  let root: Uint8Array | null = null;
  let hashes = hashesOf(list, leaf, sha256);
  for (let level = 0; hashes.length > 0; level += 1) {
    if (level >= KEPT_LEVEL) kept.push(hashes);
    // The last of an odd number stands at the edge: the root joins those from the right, the smallest first.
    if ((hashes.length / HASH_BYTES) % 2 === 1) {
      const last = hashes.slice(-HASH_BYTES);
      root = root ? sha256(joined(Uint8Array.of(1), last, root)) : last;
    }
    hashes = hashesOf(hashes, node, sha256);
  }
  return { root: root ?? emptyRoot(), subtrees: joined(...kept) };
}

/** Which of the subtrees kept of a list of so many stands at a place, from 0. The place is at `KEPT_LEVEL` or above. */
export function keptAt(size: number, { level, index }: SubtreePlace): number {
  let before = 0;
  for (let below = KEPT_LEVEL; below < level; below += 1) before += Math.floor(size / 2 ** below);
  return before + index;
}
