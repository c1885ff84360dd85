import { type Components, principalComponents } from './components.js';
import { GRID_SIDE, gather } from './grid.js';
import { bestGrouping, type Centre, MOST_GROUPS } from './grouping.js';
import type { Clustering } from './k-means.js';
import { lettersBySize, lettersKept } from './letters.js';
import { project } from './project.js';
import { type OpinionVotes, packVotes } from './votes.js';

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

type Before = NonNullable<OpinionOptions['before']>;
type Places = ReturnType<typeof project>;

/** For each group, how many of its rows had each letter before. */
function overlap(
  { k, label }: Clustering,
  cellOf: Uint32Array,
  people: Uint32Array,
  before: Before,
): number[][] {
  const shared = new Uint32Array(k * MOST_GROUPS);
  const { group } = before;
  for (let row = 0; row < people.length; row++) {
    const letter = group[people[row] as number] ?? -1;
    if (letter < 0) continue;
    const at = (label[cellOf[row] as number] as number) * MOST_GROUPS + letter;
    shared[at] = (shared[at] as number) + 1;
  }
  return Array.from({ length: k }, (_, g) =>
    Array.from(shared.subarray(g * MOST_GROUPS, (g + 1) * MOST_GROUPS)),
  );
}

/** The mean places of those who had each letter before; null when a letter has nobody left, or there was one group. */
function formerCentres({ x, y }: Places, people: Uint32Array, before?: Before): Centre[] | null {
  if (!before || before.k < 2) return null;
  const { group, k } = before;
  const sums = new Float64Array(k * 3);
  for (let row = 0; row < people.length; row++) {
    const letter = group[people[row] as number] ?? -1;
    if (letter < 0) continue;
    const at = letter * 3;
    sums[at] = (sums[at] as number) + (x[row] as number);
    sums[at + 1] = (sums[at + 1] as number) + (y[row] as number);
    sums[at + 2] = (sums[at + 2] as number) + 1;
  }
  const size = (g: number) => sums[g * 3 + 2] as number;
  const centres = Array.from({ length: k }, (_, g) => ({
    x: (sums[g * 3] as number) / size(g),
    y: (sums[g * 3 + 1] as number) / size(g),
  }));
  return centres.some((_, g) => size(g) === 0) ? null : centres;
}

/** The labels of the rows' groups: those of the last result where there is one. */
function lettersOf(
  found: Clustering,
  cellOf: Uint32Array,
  people: Uint32Array,
  before: Before | undefined,
): number[] {
  if (before && before.k > 0) return lettersKept(overlap(found, cellOf, people, before));
  const sizes = new Array<number>(found.k).fill(0);
  for (const cell of cellOf) {
    const g = found.label[cell] as number;
    sizes[g] = (sizes[g] as number) + 1;
  }
  return lettersBySize(sizes, Array.from(found.x));
}

/** Writes down the group and the place of each row's person. */
function writeDown(
  { group, sizes, x, y }: OpinionGroups,
  people: Uint32Array,
  places: Places,
  cellOf: Uint32Array,
  letterOf: Uint8Array,
): void {
  for (let row = 0; row < people.length; row++) {
    const person = people[row] as number;
    const letter = letterOf[cellOf[row] as number] as number;
    group[person] = letter;
    sizes[letter] = (sizes[letter] as number) + 1;
    x[person] = places.x[row] as number;
    y[person] = places.y[row] as number;
  }
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
  const rows = packed.people;
  const result: OpinionGroups = {
    ...components,
    group: new Int8Array(people).fill(-1),
    k: rows.length > 0 ? 1 : 0,
    sizes: new Uint32Array(rows.length > 0 ? 1 : 0),
    x: new Float32Array(people),
    y: new Float32Array(people),
    silhouette: 0,
  };
  if (result.k === 0) return result;
  const { cells, cellOf } = gather(places.x, places.y, null, GRID_SIDE);
  const best = bestGrouping(cells, seed, formerCentres(places, rows, before));
  // The letter of each cell; A throughout where there is one group.
  const letterOf = new Uint8Array(cells.x.length);
  if (best) {
    const letters = lettersOf(best.found, cellOf, rows, before);
    best.found.label.forEach((g, cell) => {
      letterOf[cell] = letters[g] as number;
    });
    result.k = best.found.k;
    result.sizes = new Uint32Array(result.k);
    result.silhouette = best.value;
  }
  writeDown(result, rows, places, cellOf, letterOf);
  return result;
}
