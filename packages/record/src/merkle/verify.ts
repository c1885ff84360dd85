import { isSame } from '../bytes.js';
import { emptyRoot, HASH_BYTES, nodeHash } from './hashes.js';

/** The root of a tree and how many leaves it is over. */
export interface TreeHead {
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

/** On which side the next hash of a proof stands. In a consistency proof those to the left are in both trees. */
type Step = 'left' | 'right';

const isOdd = (n: number) => n % 2 === 1;
const half = (n: number) => Math.floor(n / 2);
const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0;
const isHash = (bytes: Uint8Array) => bytes.length === HASH_BYTES;

/**
 * The walk that both checks of RFC 9162 share: from the numbers fn and sn up, on which side each of so
 * many hashes stands. Null where the walk is longer or shorter than that. Numbers are halved, not
 * shifted: a shift in this language knows 32 bits only.
 */
function stepsUp(first: number, last: number, hashes: number): Step[] | null {
  let [fn, sn] = [first, last];
  const steps: Step[] = [];
  for (let taken = 0; taken < hashes; taken += 1) {
    if (sn === 0) return null;
    const isLeft = isOdd(fn) || fn === sn;
    steps.push(isLeft ? 'left' : 'right');
    if (isLeft) while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? steps : null;
}

/**
 * Whether a leaf, given by its hash, is at an index from 0 in the tree under a head: RFC 9162, section
 * 2.1.3.2. False for whatever is malformed. The size has to come from where the root does, a signed
 * checkpoint: a proof by itself may fit a tree of another size.
 */
export async function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  { size, root }: TreeHead,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  const steps = stepsUp(index, size - 1, proof.length);
  if (!steps) return false;
  let hash = leaf;
  for (const [at, step] of steps.entries()) {
    const next = proof[at] as Uint8Array;
    hash = step === 'left' ? await nodeHash(next, hash) : await nodeHash(hash, next);
  }
  return isSame(hash, root);
}

/**
 * Whether the tree under one head is the beginning of the tree under another, so that nothing in it was
 * changed, moved or taken away: RFC 9162, section 2.1.4.2. False for whatever is malformed. The proof is
 * empty where both have the same size, and where the first has none: then its root must be that of nothing.
 */
export async function verifyConsistency(
  first: TreeHead,
  second: TreeHead,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size) return false;
  if (![first.root, second.root, ...proof].every(isHash)) return false;
  if (first.size === second.size) return proof.length === 0 && isSame(first.root, second.root);
  if (first.size === 0) {
    return proof.length === 0 && isSame(first.root, emptyRoot());
  }
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  // A first size that is a power of two is a whole subtree of the second: its root starts the walk.
  const [start, ...rest] = fn === 0 ? [first.root, ...proof] : proof;
  const steps = stepsUp(fn, sn, rest.length);
  if (!start || !steps) return false;
  return walksToBoth(start, rest, steps, [first.root, second.root]);
}

async function walksToBoth(
  start: Uint8Array,
  proof: readonly Uint8Array[],
  steps: readonly Step[],
  [firstRoot, secondRoot]: [Uint8Array, Uint8Array],
): Promise<boolean> {
  let [fr, sr] = [start, start];
  for (const [at, step] of steps.entries()) {
    const next = proof[at] as Uint8Array;
    if (step === 'left') {
      [fr, sr] = await Promise.all([nodeHash(next, fr), nodeHash(next, sr)]);
    } else {
      sr = await nodeHash(sr, next);
    }
  }
  return isSame(fr, firstRoot) && isSame(sr, secondRoot);
}
