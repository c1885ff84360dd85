import { coarser, type Points } from './grid.js';

/** Points in k groups. */
export interface Clustering {
  k: number;
  label: Uint8Array;
  /** Centre of each group. */
  x: Float64Array;
  y: Float64Array;
  /** Weighted sum of squared distances to the centres. */
  spread: number;
}

const MOST_ROUNDS = 100;
/** Points up to which every run is on all of them. */
const MOST_POINTS = 2_000;

/**
 * Puts each point to its nearest centre, the first among equals, and adds it up there: x, y and weight of
 * each group, in `sums`. Whether anything changed.
 */
function assign(points: Points, found: Clustering, sums: Float64Array): boolean {
  const { k, label, x, y } = found;
  sums.fill(0);
  let changed = false;
  let spread = 0;
  for (let i = 0; i < label.length; i++) {
    const px = points.x[i] as number;
    const py = points.y[i] as number;
    const weight = points.weight[i] as number;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let g = 0; g < k; g++) {
      const dx = px - (x[g] as number);
      const dy = py - (y[g] as number);
      const squared = dx * dx + dy * dy;
      if (squared < least) {
        least = squared;
        nearest = g;
      }
    }
    if (label[i] !== nearest) {
      label[i] = nearest;
      changed = true;
    }
    spread += least * weight;
    const at = nearest * 3;
    sums[at] = (sums[at] as number) + weight * px;
    sums[at + 1] = (sums[at + 1] as number) + weight * py;
    sums[at + 2] = (sums[at + 2] as number) + weight;
  }
  found.spread = spread;
  return changed;
}

/** Moves each centre to the mean of its points; one without points stays. */
function settle({ k, x, y }: Clustering, sums: Float64Array): void {
  for (let g = 0; g < k; g++) {
    const weight = sums[g * 3 + 2] as number;
    if (weight === 0) continue;
    x[g] = (sums[g * 3] as number) / weight;
    y[g] = (sums[g * 3 + 1] as number) / weight;
  }
}

/** K-means from given centres: S. P. Lloyd, "Least squares quantization in PCM" (1957, printed 1982). */
export function kMeansFrom(
  points: Points,
  centres: readonly { x: number; y: number }[],
): Clustering {
  const found: Clustering = {
    k: centres.length,
    label: new Uint8Array(points.x.length).fill(255),
    x: Float64Array.from(centres, ({ x }) => x),
    y: Float64Array.from(centres, ({ y }) => y),
    spread: 0,
  };
  const sums = new Float64Array(found.k * 3);
  for (let round = 0; round < MOST_ROUNDS && assign(points, found, sums); round++) {
    settle(found, sums);
  }
  return found;
}

/**
 * Centres to begin with, drawn far from one another: D. Arthur and S. Vassilvitskii, "k-means++", SODA
 * 2007. Null when there are fewer different points than groups.
 */
function beginning(points: Points, k: number, random: () => number) {
  const size = points.x.length;
  const squared = new Float64Array(size).fill(1);
  const centres: { x: number; y: number }[] = [];
  while (centres.length < k) {
    let total = 0;
    for (let i = 0; i < size; i++) total += (squared[i] as number) * (points.weight[i] as number);
    if (total === 0) return null;
    let left = random() * total;
    let pick = -1;
    for (let i = 0; i < size && left >= 0; i++) {
      const share = (squared[i] as number) * (points.weight[i] as number);
      if (share === 0) continue;
      pick = i;
      left -= share;
    }
    const centre = { x: points.x[pick] as number, y: points.y[pick] as number };
    for (let i = 0; i < size; i++) {
      const dx = (points.x[i] as number) - centre.x;
      const dy = (points.y[i] as number) - centre.y;
      const here = dx * dx + dy * dy;
      squared[i] = centres.length === 0 ? here : Math.min(squared[i] as number, here);
    }
    centres.push(centre);
  }
  return centres;
}

/**
 * The closest of several seeded runs of k-means; null when there are fewer different points than k. The
 * runs are on fewer points where there are many, and the best of them is finished on all.
 */
export function kMeans(
  points: Points,
  k: number,
  random: () => number,
  runs: number,
): Clustering | null {
  const few = coarser(points, MOST_POINTS).cells;
  let best: Clustering | null = null;
  for (let run = 0; run < runs; run++) {
    const centres = beginning(few, k, random);
    if (!centres) return null;
    const found = kMeansFrom(few, centres);
    if (!best || found.spread < best.spread) best = found;
  }
  if (!best || few === points) return best;
  const { x, y } = best;
  return kMeansFrom(
    points,
    Array.from(x, (centre, g) => ({ x: centre, y: y[g] as number })),
  );
}
