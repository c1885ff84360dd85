import { coarser, type Points } from './grid.js';
import type { Clustering } from './k-means.js';

/** Points up to which all distances are taken. */
const MOST_POINTS = 1_200;

/** Total distance from each point to the members of each group: point × k + group. */
function distances({ x, y, weight }: Points, labels: Uint8Array, k: number): Float64Array {
  const totals = new Float64Array(x.length * k);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = (x[i] as number) - (x[j] as number);
      const dy = (y[i] as number) - (y[j] as number);
      const distance = Math.sqrt(dx * dx + dy * dy);
      const fromI = i * k + (labels[j] as number);
      const fromJ = j * k + (labels[i] as number);
      totals[fromI] = (totals[fromI] as number) + distance * (weight[j] as number);
      totals[fromJ] = (totals[fromJ] as number) + distance * (weight[i] as number);
    }
  }
  return totals;
}

/**
 * Mean silhouette of weighted points in groups, in [−1, 1]: how much nearer people are to their own group
 * than to the next. P. J. Rousseeuw, J. Comp. Appl. Math. 20 (1987). Someone alone in a group counts 0.
 * Many points are gathered into a coarser grid first, as distances go with the square of their number.
 */
export function silhouette(points: Points, clustering: Pick<Clustering, 'label' | 'k'>): number {
  const { k, label } = clustering;
  const { cells: few, cellOf } = coarser(points, MOST_POINTS, label, k);
  const labels = new Uint8Array(few.x.length);
  for (let i = 0; i < cellOf.length; i++) labels[cellOf[i] as number] = label[i] as number;
  const size = new Float64Array(k);
  labels.forEach((g, i) => {
    size[g] = (size[g] as number) + (few.weight[i] as number);
  });
  const totals = distances(few, labels, k);
  let sum = 0;
  let people = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = few.weight[i] as number;
    const own = labels[i] as number;
    people += weight;
    if ((size[own] as number) <= 1) continue;
    const inside = (totals[i * k + own] as number) / ((size[own] as number) - 1);
    let next = Number.POSITIVE_INFINITY;
    for (let g = 0; g < k; g++) {
      if (g === own || size[g] === 0) continue;
      next = Math.min(next, (totals[i * k + g] as number) / (size[g] as number));
    }
    const greater = Math.max(inside, next);
    if (greater > 0 && next < Number.POSITIVE_INFINITY) sum += (weight * (next - inside)) / greater;
  }
  return people === 0 ? 0 : sum / people;
}
