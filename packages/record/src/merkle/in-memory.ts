import { nodeHash } from './hashes.js';
import type { SubtreePlace } from './places.js';
import type { ReadSubtrees } from './tree.js';

/**
 * The subtrees over leaves that are all at hand, given by their hashes: for an export that is checked
 * without a database. Reading throws RangeError for a place outside the tree.
 */
export async function subtreesOver(leaves: readonly Uint8Array[]): Promise<ReadSubtrees> {
  const levels: Uint8Array[][] = [[...leaves]];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const below = level;
    level = await Promise.all(
      Array.from({ length: Math.floor(below.length / 2) }, (_, at) =>
        nodeHash(below[2 * at] as Uint8Array, below[2 * at + 1] as Uint8Array),
      ),
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
