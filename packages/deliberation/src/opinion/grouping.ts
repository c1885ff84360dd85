import { seeded } from '../seed.js';
import { coarser, type Points } from './grid.js';
import { type Clustering, kMeans, kMeansFrom } from './k-means.js';
import { silhouette } from './silhouette.js';

export const MOST_GROUPS = 5;
const SIZES = [2, 3, 4, 5] as const;
/** Runs of k-means for each number of groups. */
const RUNS = 8;
/** By how much another number of groups must be better than the last result's to replace it. */
const MARGIN = 0.02;
/** Points up to which other numbers of groups are tried beside the last result's. */
const FEW_POINTS = 500;

export interface Centre {
  x: number;
  y: number;
}

/** A way of parting, and its silhouette. */
export interface Grouping {
  found: Clustering;
  value: number;
}

const isFull = ({ k, label }: Clustering): boolean => new Set(label).size === k;

function grouping(points: Points, found: Clustering | null): Grouping | null {
  return found && isFull(found) ? { found, value: silhouette(points, found) } : null;
}

/** So many groups, found anew. */
function anew(points: Points, size: number, seed: string): Grouping | null {
  return grouping(points, kMeans(points, size, seeded(`${seed}/groups/${size}`), RUNS));
}

const better = (a: Grouping | null, b: Grouping | null): Grouping | null =>
  !a || (b && b.value > a.value) ? b : a;

/** Groups as they were found last, and the number that is clearly better on fewer points; null for none. */
interface Kept extends Grouping {
  rival: number | null;
}

/**
 * As many groups as last, from their centres. How well they are told apart is looked at on fewer points,
 * beside every other number: most of the time this is all that there is to do.
 */
function keep(points: Points, seed: string, centres: readonly Centre[]): Kept | null {
  const found = kMeansFrom(points, centres);
  if (!isFull(found)) return null;
  const few = coarser(points, FEW_POINTS).cells;
  const settled = Array.from(found.x, (x, g) => ({ x, y: found.y[g] as number }));
  const own = grouping(few, kMeansFrom(few, settled));
  const others = SIZES.filter((size) => size !== found.k).map((size) => anew(few, size, seed));
  const best = others.reduce(better, null);
  const isClear = best !== null && best.value > (own?.value ?? -1) + MARGIN;
  const value = own ? own.value : silhouette(points, found);
  return { found, value, rival: isClear ? best.found.k : null };
}

/**
 * Two to five groups, as the silhouette says; null where the points do not differ. `centres` are those of
 * the last result's groups, where there are any: the number of groups is then kept unless another is
 * clearly better, on fewer points and on all.
 */
export function bestGrouping(
  points: Points,
  seed: string,
  centres: readonly Centre[] | null,
): Grouping | null {
  const kept = centres ? keep(points, seed, centres) : null;
  if (!kept) return SIZES.map((size) => anew(points, size, seed)).reduce(better, null);
  const { found, rival } = kept;
  if (rival === null) return kept;
  const value = silhouette(points, found);
  const other = anew(points, rival, seed);
  return other && other.value > value + MARGIN ? other : { found, value };
}
