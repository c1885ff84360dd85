import { seeded } from '../seed.js';
import { eigen } from './eigen.js';
import type { PackedVotes } from './votes.js';

/** The two directions along which people differ most. */
export interface Components {
  /** Mean choice on each statement among those who voted; 0 for one that is left out. */
  centre: Float64Array;
  /** Unit vectors over the statements; of zeros where people do not differ in a second way. */
  first: Float64Array;
  second: Float64Array;
  /** Passes over the votes. */
  iterations: number;
}

const MOST_ITERATIONS = 30;
/**
 * How far a direction may still be from one that the matrix only stretches, relative to the first. From the
 * last result one step is near enough, and each costs a pass over the votes.
 */
const TOLERANCE = 3e-5;
const WARM_TOLERANCE = 2e-2;
/** How much of everything is kept in the last result's directions, so that a new one can be found from them. */
const LEAVEN = 2e-3;

type Pair = [Float64Array, Float64Array];

/** The mean choice on each statement, and 1 for each that has votes. */
function meanChoices({ counts }: PackedVotes, statements: number) {
  const centre = new Float64Array(statements);
  const hasVotes = new Uint8Array(statements);
  for (let s = 0; s < statements; s++) {
    const disagree = counts[s * 3] as number;
    const agree = counts[s * 3 + 2] as number;
    const votes = agree + disagree + (counts[s * 3 + 1] as number);
    if (votes === 0) continue;
    centre[s] = (agree - disagree) / votes;
    hasVotes[s] = 1;
  }
  return { centre, hasVotes };
}

/**
 * XᵀX times two vectors in one pass, X being the votes less the statement's mean and 0 where there is no
 * vote. What a vote adds depends only on its code, so it is looked up; X itself is never made.
 */
function timesGram({ starts, codes }: PackedVotes, centre: Float64Array, [a, b]: Pair): Pair {
  const statements = centre.length;
  const table = new Float64Array(statements * 6);
  for (let code = 0; code < statements * 3; code++) {
    const s = (code / 3) | 0;
    const value = (code % 3) - 1 - (centre[s] as number);
    table[code * 2] = value * (a[s] as number);
    table[code * 2 + 1] = value * (b[s] as number);
  }
  const sums = new Float64Array(statements * 6);
  let from = 0;
  for (let row = 1; row < starts.length; row++) {
    const to = starts[row] as number;
    let onA = 0;
    let onB = 0;
    for (let i = from; i < to; i++) {
      const at = (codes[i] as number) << 1;
      onA += table[at] as number;
      onB += table[at + 1] as number;
    }
    for (let i = from; i < to; i++) {
      const at = (codes[i] as number) << 1;
      sums[at] = (sums[at] as number) + onA;
      sums[at + 1] = (sums[at + 1] as number) + onB;
    }
    from = to;
  }
  const images: Pair = [new Float64Array(statements), new Float64Array(statements)];
  for (let code = 0; code < statements * 3; code++) {
    const s = (code / 3) | 0;
    const value = (code % 3) - 1 - (centre[s] as number);
    images[0][s] = (images[0][s] as number) + value * (sums[code * 2] as number);
    images[1][s] = (images[1][s] as number) + value * (sums[code * 2 + 1] as number);
  }
  return images;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (from[i] as number);
}

/** What of a vector is new to an orthonormal basis, at length 1; null when hardly anything is. */
function newPart(vector: Float64Array, basis: readonly Float64Array[]) {
  const part = vector.slice();
  const length = Math.sqrt(dot(part, part));
  // Twice, because once leaves rounding behind.
  for (let round = 0; round < 2; round++) {
    for (const known of basis) add(part, known, -dot(part, known));
  }
  const left = Math.sqrt(dot(part, part));
  if (left <= 1e-10 * length) return null;
  return part.map((entry) => entry / left);
}

function combine(vectors: readonly Float64Array[], weights: Float64Array, size: number) {
  const sum = new Float64Array(size);
  vectors.forEach((vector, i) => {
    add(sum, vector, weights[i] as number);
  });
  return sum;
}

/** What the best two directions in the span of a basis are stretched to, and how far they are from being stretched only. */
function bestTwo(basis: readonly Float64Array[], images: readonly Float64Array[], size: number) {
  const gram = new Float64Array(basis.length * basis.length);
  basis.forEach((vector, i) => {
    for (let j = 0; j <= i; j++) {
      const entry = dot(vector, images[j] as Float64Array);
      gram[i * basis.length + j] = entry;
      gram[j * basis.length + i] = entry;
    }
  });
  const pairs = eigen(gram, basis.length).slice(0, 2);
  let off = 0;
  const directions = pairs.map(({ value, vector }) => {
    const image = combine(images, vector, size);
    const miss = image.slice();
    add(miss, combine(basis, vector, size), -value);
    off = Math.max(off, Math.sqrt(dot(miss, miss)));
    return { value, image };
  });
  return { directions, off, greatest: pairs[0]?.value ?? 0 };
}

/** Two vectors to begin with: those of the last result where there is one, else any, from the seed. */
function beginning(
  seed: string,
  hasVotes: Uint8Array,
  before?: Pick<Components, 'first' | 'second'>,
) {
  const random = seeded(`${seed}/components`);
  return [before?.first, before?.second].map((known) => {
    const noise = Float64Array.from(hasVotes, (isIn) => (random() * 2 - 1) * isIn);
    if (!known) return noise;
    const share = LEAVEN / Math.sqrt(dot(noise, noise) || 1);
    return noise.map((entry, s) => ((known[s] ?? 0) + entry * share) * (hasVotes[s] as number));
  });
}

/** Turns a direction the way of the last result's, else so that its greatest entry is positive. */
function facing(direction: Float64Array, before?: Float64Array): Float64Array {
  let way = 0;
  if (before) {
    for (let s = 0; s < direction.length; s++) way += (direction[s] as number) * (before[s] ?? 0);
  }
  if (way === 0) {
    for (const entry of direction) if (Math.abs(entry) > Math.abs(way)) way = entry;
  }
  return way < 0 ? direction.map((entry) => 0 - entry) : direction;
}

/** The two images at length 1 and at right angles: one step nearer than what was stretched to them. */
function unitPair(found: ReturnType<typeof bestTwo> | null, size: number): Pair {
  const known: Float64Array[] = [];
  for (const { value, image } of found?.directions ?? []) {
    // A direction that stretches by nothing is rounding, not a difference between people.
    const isReal = value > 1e-9 * (found?.greatest ?? 0) && value > 1e-9;
    known.push((isReal ? newPart(image, known) : null) ?? new Float64Array(size));
  }
  const [first = new Float64Array(size), second = new Float64Array(size)] = known;
  return [first, second];
}

/**
 * The first two principal components of the votes, missing ones standing at the statement's mean, by
 * power iteration on two vectors at once that keeps every step and takes the best two directions in
 * their span (block Krylov: G. H. Golub and R. Underwood, "The block Lanczos method for computing
 * eigenvalues", 1977; C. Musco and C. Musco, NeurIPS 2015). Keeping the steps needs about half the passes
 * of plain power iteration. Each pass is linear in the votes; from the last result it mostly takes one.
 */
export function principalComponents(
  packed: PackedVotes,
  statements: number,
  seed: string,
  before?: Pick<Components, 'first' | 'second'>,
): Components {
  const { centre, hasVotes } = meanChoices(packed, statements);
  const tolerance = before ? WARM_TOLERANCE : TOLERANCE;
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  let next: Float64Array[] = beginning(seed, hasVotes, before);
  let found: ReturnType<typeof bestTwo> | null = null;
  let iterations = 0;
  while (iterations < MOST_ITERATIONS) {
    const fresh: Float64Array[] = [];
    for (const vector of next) {
      const part = newPart(vector, [...basis, ...fresh]);
      if (part) fresh.push(part);
    }
    const [a, b = new Float64Array(statements)] = fresh;
    if (!a) break;
    next = timesGram(packed, centre, [a, b]).slice(0, fresh.length);
    iterations += 1;
    basis.push(...fresh);
    images.push(...next);
    found = bestTwo(basis, images, statements);
    if (found.off <= tolerance * found.greatest) break;
  }
  const [first, second] = unitPair(found, statements);
  return {
    centre,
    first: facing(first, before?.first),
    second: facing(second, before?.second),
    iterations,
  };
}
