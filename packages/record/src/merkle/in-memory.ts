import { leafHash, nodeHash } from './hashes.js';
import type { SubtreePlace } from './places.js';
import type { ReadSubtrees } from './tree.js';

/** Hashes that are under way at once: all those of a large tree would keep a server from all else for seconds. */
const AT_ONCE = 256;

/** So many hashes, some at once; between these whatever else waits has its turn. */
async function hashesOf(
  count: number,
  hash: (at: number) => Promise<Uint8Array>,
): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  while (hashes.length < count) {
    const from = hashes.length;
    const length = Math.min(AT_ONCE, count - from);
    hashes.push(...(await Promise.all(Array.from({ length }, (_, at) => hash(from + at)))));
  }
  return hashes;
}

/** The hashes of leaves, in their order (RFC 9162, section 2.1.1). */
export const leafHashes = (leaves: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  hashesOf(leaves.length, (at) => leafHash(leaves[at] as Uint8Array));

/**
 * The subtrees over leaves that are all at hand, given by their hashes: for an export that is checked
 * without a database. Reading throws RangeError for a place outside the tree.
 */
export async function subtreesOver(leaves: readonly Uint8Array[]): Promise<ReadSubtrees> {
  const levels: Uint8Array[][] = [[...leaves]];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const below = level;
    level = await hashesOf(Math.floor(below.length / 2), (at) =>
      nodeHash(below[2 * at] as Uint8Array, below[2 * at + 1] as Uint8Array),
    );
    levels.push(level);
  }
  return (places) => places.map((place) => hashAt(levels, place));
}

function hashAt(levels: readonly Uint8Array[][], { level, index }: SubtreePlace): Uint8Array {
  const hash = levels[level]?.[index];
  if (!hash) throw new RangeError(`No subtree is kept at level ${level}, index ${index}.`);
  return hash;
}
