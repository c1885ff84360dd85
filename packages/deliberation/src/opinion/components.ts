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
/** How far a direction may still be from one that the matrix only stretches, relative to the first. */
const TOLERANCE = 3e-5;

/** The mean choice on each statement, and 1 for each that has votes. */
function meanChoices({ codes }: PackedVotes, statements: number) {
  const counts = new Float64Array(statements * 3);
  const centre = new Float64Array(statements);
  const hasVotes = new Uint8Array(statements);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    counts[code] = (counts[code] as number) + 1;
  }
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
function timesGram(
  { starts, codes }: PackedVotes,
  centre: Float64Array,
  a: Float64Array,
  b: Float64Array,
): [Float64Array, Float64Array] {
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
  const images: [Float64Array, Float64Array] = [
    new Float64Array(statements),
    new Float64Array(statements),
  ];
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

/** The best two directions in the span of a basis, and how far they are from being stretched only. */
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
    const direction = combine(basis, vector, size);
    const miss = combine(images, vector, size);
    add(miss, direction, -value);
    off = Math.max(off, Math.sqrt(dot(miss, miss)));
    return { value, direction };
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
    // A little of everything is kept in, so that a new direction can be found from an old one.
    return noise.map((entry, s) => ((known[s] ?? 0) + entry * 1e-3) * (hasVotes[s] as number));
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

/**
 * The first two principal components of the votes, missing ones standing at the statement's mean, by
 * power iteration on two vectors at once that keeps every step and takes the best two directions in
 * their span (block Krylov: G. H. Golub and R. Underwood, "The block Lanczos method for computing
 * eigenvalues", 1977; C. Musco and C. Musco, NeurIPS 2015). Keeping the steps needs about half the passes
 * of plain power iteration. Each pass is linear in the votes.
 */
export function principalComponents(
  packed: PackedVotes,
  statements: number,
  seed: string,
  before?: Pick<Components, 'first' | 'second'>,
): Components {
  const { centre, hasVotes } = meanChoices(packed, statements);
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
    const [a, b] = fresh;
    if (!a) break;
    next = timesGram(packed, centre, a, b ?? new Float64Array(statements)).slice(0, fresh.length);
    iterations += 1;
    basis.push(...fresh);
    images.push(...next);
    found = bestTwo(basis, images, statements);
    if (found.off <= TOLERANCE * found.greatest) break;
  }
  const [first, second] = [0, 1].map((which) => {
    const best = found?.directions[which];
    // A direction that stretches by nothing is rounding, not a difference between people.
    const isReal = best && best.value > 1e-9 * (found?.greatest ?? 0) && best.value > 1e-9;
    return isReal ? best.direction : new Float64Array(statements);
  }) as [Float64Array, Float64Array];
  return {
    centre,
    first: facing(first, before?.first),
    second: facing(second, before?.second),
    iterations,
  };
}
