import { seeded } from '../seed.js';
import { type Components, principalComponents } from './components.js';
import { GRID_SIDE, gather, type Points } from './grid.js';
import { type Clustering, kMeans, kMeansFrom } from './k-means.js';
import { lettersBySize, lettersKept } from './letters.js';
import { silhouette } from './silhouette.js';
import { type OpinionVotes, type PackedVotes, packVotes } from './votes.js';

export interface OpinionInput {
  votes: OpinionVotes;
  /** How many people and statements there are; indices are below. */
  people: number;
  statements: number;
  /** 1 for each statement that is left out, as rejected ones are. */
  leftOut?: Uint8Array;
}

export interface OpinionOptions {
  /** Any text; the same text gives the same groups on every machine. */
  seed: string;
  /** The last result on the same people and statements, new ones coming after them. */
  before?: Pick<OpinionGroups, 'group' | 'k' | 'first' | 'second'>;
}

/** People who vote alike. */
export interface OpinionGroups extends Components {
  /** The group of each person, from 0 (letter A); −1 for those with too few votes. */
  group: Int8Array;
  /** How many groups: 0 without people, 1 where they do not differ, else 2 to 5. */
  k: number;
  /** People in each group. */
  sizes: Uint32Array;
  /** Each person's place on the map; 0 for those without a group. */
  x: Float32Array;
  y: Float32Array;
  /** How well the groups are told apart, in [−1, 1]; 0 below two groups. */
  silhouette: number;
}

export const MOST_GROUPS = 5;
/** Runs of k-means for each number of groups. */
const RUNS = 8;
/** By how much another number of groups must be better than the last result's to replace it. */
const MARGIN = 0.02;

/**
 * Where each row stands: its pull along both components times √(statements / votes cast). As in Polis, a
 * statement that is left out pulls nobody but counts as voted on by all: it keeps its column, of zeros.
 */
function project(packed: PackedVotes, { centre, first, second }: Components) {
  const { starts, codes, statements, leftOut } = packed;
  const size = starts.length - 1;
  const x = new Float32Array(size);
  const y = new Float32Array(size);
  const table = new Float64Array(centre.length * 6);
  for (let code = 0; code < centre.length * 3; code++) {
    const s = (code / 3) | 0;
    const value = (code % 3) - 1 - (centre[s] as number);
    table[code * 2] = value * (first[s] as number);
    table[code * 2 + 1] = value * (second[s] as number);
  }
  for (let row = 0; row < size; row++) {
    const from = starts[row] as number;
    const to = starts[row + 1] as number;
    let alongX = 0;
    let alongY = 0;
    for (let i = from; i < to; i++) {
      const at = (codes[i] as number) << 1;
      alongX += table[at] as number;
      alongY += table[at + 1] as number;
    }
    const scale = Math.sqrt(statements / (to - from + leftOut));
    x[row] = alongX * scale;
    y[row] = alongY * scale;
  }
  return { x, y };
}

type Before = NonNullable<OpinionOptions['before']>;

/** For each of `count` parts of the rows, how many had each letter before. */
function overlap(partOf: ArrayLike<number>, count: number, people: Uint32Array, before: Before) {
  const shared = Array.from({ length: count }, () => new Array<number>(MOST_GROUPS).fill(0));
  for (let row = 0; row < people.length; row++) {
    const letter = before.group[people[row] as number] ?? -1;
    const part = shared[partOf[row] as number];
    if (letter >= 0 && part) part[letter] = (part[letter] as number) + 1;
  }
  return shared;
}

/** The mean places of those who had each letter before; null when a letter has nobody left. */
function formerCentres(x: Float32Array, y: Float32Array, people: Uint32Array, before: Before) {
  const sums = Array.from({ length: before.k }, () => ({ x: 0, y: 0, size: 0 }));
  for (let row = 0; row < people.length; row++) {
    const sum = sums[before.group[people[row] as number] ?? -1];
    if (!sum) continue;
    sum.x += x[row] as number;
    sum.y += y[row] as number;
    sum.size += 1;
  }
  if (sums.some(({ size }) => size === 0)) return null;
  return sums.map((sum) => ({ x: sum.x / sum.size, y: sum.y / sum.size }));
}

interface Choice {
  found: Clustering;
  value: number;
}

function isFull({ k, label }: Clustering): boolean {
  return new Set(label).size === k;
}

/** Two to five groups, as the silhouette says; null where the cells do not differ. */
function bestGrouping(
  cells: Points,
  seed: string,
  k: number | null,
  centres: ReturnType<typeof formerCentres>,
): Choice | null {
  let best: Choice | null = null;
  let kept: Choice | null = null;
  for (let size = 2; size <= MOST_GROUPS; size++) {
    const warm = centres && size === k ? kMeansFrom(cells, centres) : null;
    const found = warm ?? kMeans(cells, size, seeded(`${seed}/groups/${size}`), RUNS);
    if (!found || !isFull(found)) continue;
    const choice = { found, value: silhouette(cells, found) };
    if (size === k) kept = choice;
    if (!best || choice.value > best.value) best = choice;
  }
  return best && kept && best.value <= kept.value + MARGIN ? kept : best;
}

/** The labels of the rows' groups: those of the last result where there is one. */
function lettersOf(
  { k, label, x }: Clustering,
  cellOf: Uint32Array,
  people: Uint32Array,
  before: Before | undefined,
): number[] {
  const labelOf = cellOf.map((cell) => label[cell] as number);
  if (before && before.k > 0) return lettersKept(overlap(labelOf, k, people, before));
  const sizes = new Array<number>(k).fill(0);
  for (const g of labelOf) sizes[g] = (sizes[g] as number) + 1;
  return lettersBySize(sizes, Array.from(x));
}

/**
 * Opinion groups, found from the votes alone, after C. Small et al., "Polis: Scaling deliberation by
 * mapping high dimensional opinion spaces", Recerca 26(2), 2021. People with enough votes are laid out
 * along the two principal components of their votes, gathered into the cells of a grid, and parted by
 * k-means into the number of groups, 2 to 5, with the best silhouette. Linear in the votes.
 *
 * Given the last result, it begins there, keeps the number of groups unless another is clearly better,
 * and keeps letters with people. It then depends on that result too; a cold start depends on nothing but
 * the votes and the seed. Only + − × ÷ and √ are used, in a fixed order, so that it comes out alike on
 * every machine. Throws RangeError for votes that are not as `OpinionVotes` says.
 */
export function opinionGroups(input: OpinionInput, options: OpinionOptions): OpinionGroups {
  const { votes, people, statements, leftOut } = input;
  const { seed, before } = options;
  const packed = packVotes(votes, people, statements, leftOut);
  const components = principalComponents(packed, statements, seed, before);
  const places = project(packed, components);
  const result: OpinionGroups = {
    ...components,
    group: new Int8Array(people).fill(-1),
    k: packed.people.length > 0 ? 1 : 0,
    sizes: new Uint32Array(packed.people.length > 0 ? 1 : 0),
    x: new Float32Array(people),
    y: new Float32Array(people),
    silhouette: 0,
  };
  if (result.k === 0) return result;
  const { cells, cellOf } = gather(places.x, places.y, null, GRID_SIDE);
  const former = before && before.k >= 2 ? before.k : null;
  const centres =
    before && former ? formerCentres(places.x, places.y, packed.people, before) : null;
  const best = bestGrouping(cells, seed, former, centres);
  const letters = best ? lettersOf(best.found, cellOf, packed.people, before) : [0];
  if (best) {
    result.k = best.found.k;
    result.sizes = new Uint32Array(result.k);
    result.silhouette = best.value;
  }
  for (let row = 0; row < packed.people.length; row++) {
    const person = packed.people[row] as number;
    const letter = letters[best?.found.label[cellOf[row] as number] ?? 0] as number;
    result.group[person] = letter;
    result.sizes[letter] = (result.sizes[letter] as number) + 1;
    result.x[person] = places.x[row] as number;
    result.y[person] = places.y[row] as number;
  }
  return result;
}
