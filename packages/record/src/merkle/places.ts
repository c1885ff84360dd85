/**
 * A complete subtree: over the 2^level leaves from the index-th such run on, both from 0. Its hash never
 * changes once its leaves are there, so it can be kept. At level 0 are the leaves.
 */
export interface SubtreePlace {
  level: number;
  index: number;
}

/** Sizes and indexes are whole numbers that a double tells apart. Throws RangeError for others. */
export function checkCount(count: number, what: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no ${what}.`);
}

/** The greatest power of two below a size of two or more: how many leaves stand to the left (k in the RFC). */
function leftOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** The complete subtrees that together are the leaves from `begin` to before `end`, from left to right. */
function placesBetween(begin: number, end: number): SubtreePlace[] {
  const places: SubtreePlace[] = [];
  for (let at = begin; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    places.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/**
 * The subtrees of which the root of a tree of this size is made (see `joinSubtrees`), from left to
 * right: at most one a level, so not more than log2(size) + 1. None for a size of 0.
 */
export function placesOfRoot(size: number): SubtreePlace[] {
  checkCount(size, 'size');
  return placesBetween(0, size);
}

/**
 * What an inclusion proof is made of (PATH of RFC 9162, section 2.1.3.1): for each of its hashes, from
 * the leaf's neighbour up, the subtrees to join. Throws RangeError where the tree has no such leaf.
 */
export function placesOfInclusion(index: number, size: number): SubtreePlace[][] {
  checkCount(index, 'index');
  checkCount(size, 'size');
  if (index >= size) throw new RangeError(`A tree of ${size} has no leaf at ${index}.`);
  const proof: SubtreePlace[][] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + leftOf(end - begin);
    proof.unshift(index < middle ? placesBetween(middle, end) : placesBetween(begin, middle));
    if (index < middle) end = middle;
    else begin = middle;
  }
  return proof;
}

/**
 * What a consistency proof is made of (PROOF of RFC 9162, section 2.1.4.1), as in `placesOfInclusion`.
 * Empty from nothing, and where both sizes are the same. Throws RangeError where `from` is the greater.
 */
export function placesOfConsistency(from: number, to: number): SubtreePlace[][] {
  checkCount(from, 'size');
  checkCount(to, 'size');
  if (from > to) throw new RangeError(`A tree of ${to} does not come after one of ${from}.`);
  if (from === 0 || from === to) return [];
  const proof: SubtreePlace[][] = [];
  let [begin, end] = [0, to];
  while (end !== from) {
    const middle = begin + leftOf(end - begin);
    proof.unshift(from <= middle ? placesBetween(middle, end) : placesBetween(begin, middle));
    if (from <= middle) end = middle;
    else begin = middle;
  }
  // Whoever checks has the root of the earlier tree, so it is left out where it is the last subtree.
  if (begin > 0) proof.unshift(placesBetween(begin, end));
  return proof;
}
