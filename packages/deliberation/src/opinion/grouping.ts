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

/** The number of groups other than the last result's that is clearly better on fewer points; null for none. */
function clearlyBetter(points: Points, seed: string, kept: Clustering): number | null {
  const few = coarser(points, FEW_POINTS).cells;
  const centres = Array.from(kept.x, (x, g) => ({ x, y: kept.y[g] as number }));
  const own = grouping(few, kMeansFrom(few, centres));
  const others = SIZES.filter((size) => size !== kept.k).map((size) => anew(few, size, seed));
  const best = others.reduce(better, null);
  return best && best.value > (own?.value ?? -1) + MARGIN ? best.found.k : null;
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
  const kept = centres ? grouping(points, kMeansFrom(points, centres)) : null;
  if (!kept) return SIZES.map((size) => anew(points, size, seed)).reduce(better, null);
  const size = clearlyBetter(points, seed, kept.found);
  const other = size === null ? null : anew(points, size, seed);
  return other && other.value > kept.value + MARGIN ? other : kept;
}
