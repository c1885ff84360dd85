/** Points with weights; in a grid, what stands in each cell that is not empty. */
export interface Points {
  x: Float64Array;
  y: Float64Array;
  weight: Float64Array;
}

/** Points gathered into cells, and the cell of each. */
export interface Gathered {
  cells: Points;
  cellOf: Uint32Array;
}

/** Cells along each side. */
export const GRID_SIDE = 256;

/** Adds to the place of each point which strip of the range its coordinate is in, times `step`. */
function addStrips(place: Uint32Array, values: ArrayLike<number>, side: number, step: number) {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? side / (most - least) : 0;
  for (let i = 0; i < values.length; i++) {
    // Never below 0, so that this is the whole part.
    const strip = (((values[i] as number) - least) * scale) | 0;
    place[i] = (place[i] as number) + (strip < side ? strip : side - 1) * step;
  }
}

/** Adds up the points of each place. */
function addUp(
  sums: Points,
  place: Uint32Array,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: ArrayLike<number> | null,
): void {
  for (let i = 0; i < place.length; i++) {
    const at = place[i] as number;
    const w = weight ? (weight[i] as number) : 1;
    sums.x[at] = (sums.x[at] as number) + (x[i] as number) * w;
    sums.y[at] = (sums.y[at] as number) + (y[i] as number) * w;
    sums.weight[at] = (sums.weight[at] as number) + w;
  }
}

/** The places that anything is in, each at its mean; and which of these each place is. */
function filled(sums: Points): { cells: Points; cellAt: Uint32Array } {
  const cellAt = new Uint32Array(sums.x.length);
  let count = 0;
  for (let at = 0; at < cellAt.length; at++) {
    const total = sums.weight[at] as number;
    if (total === 0) continue;
    cellAt[at] = count;
    sums.x[count] = (sums.x[at] as number) / total;
    sums.y[count] = (sums.y[at] as number) / total;
    sums.weight[count] = total;
    count += 1;
  }
  const cells: Points = {
    x: sums.x.slice(0, count),
    y: sums.y.slice(0, count),
    weight: sums.weight.slice(0, count),
  };
  return { cells, cellAt };
}

/**
 * Gathers points into the cells of a grid over their range. A cell stands at the mean of its points, so
 * few points lose nothing. `kind`, where given, keeps points of different kinds (below `kinds`) apart.
 */
export function gather(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: ArrayLike<number> | null,
  side: number,
  kind: Uint8Array | null = null,
  kinds = 1,
): Gathered {
  const cellOf = kind ? new Uint32Array(kind) : new Uint32Array(x.length);
  addStrips(cellOf, x, side, kinds);
  addStrips(cellOf, y, side, side * kinds);
  const places = side * side * kinds;
  const sums: Points = {
    x: new Float64Array(places),
    y: new Float64Array(places),
    weight: new Float64Array(places),
  };
  addUp(sums, cellOf, x, y, weight);
  const { cells, cellAt } = filled(sums);
  for (let i = 0; i < cellOf.length; i++) cellOf[i] = cellAt[cellOf[i] as number] as number;
  return { cells, cellOf };
}

/** Fewer points that stand for these; of different kinds never together. At most `most`, or a 16 × 16 grid. */
export function coarser(
  points: Points,
  most: number,
  kind: Uint8Array | null = null,
  kinds = 1,
): Gathered {
  let found: Gathered | null = null;
  let count = points.x.length;
  for (let side = GRID_SIDE / 2; count > most && side >= 16; side /= 2) {
    found = gather(points.x, points.y, points.weight, side, kind, kinds);
    count = found.cells.x.length;
  }
  return found ?? { cells: points, cellOf: Uint32Array.from(points.x, (_, i) => i) };
}
