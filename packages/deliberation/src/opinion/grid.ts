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

/** A function from a coordinate to its strip of the range, from 0. */
function strips(values: ArrayLike<number>, side: number): (value: number) => number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? side / (most - least) : 0;
  return (value) => Math.min(side - 1, Math.floor((value - least) * scale));
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
  const column = strips(x, side);
  const row = strips(y, side);
  const place = new Uint32Array(x.length);
  const total = new Float64Array(side * side * kinds);
  for (let i = 0; i < x.length; i++) {
    const at = (row(y[i] as number) * side + column(x[i] as number)) * kinds + (kind?.[i] ?? 0);
    place[i] = at;
    total[at] = (total[at] as number) + (weight ? (weight[i] as number) : 1);
  }
  const weights = total.filter((sum) => sum > 0);
  const cellAt = new Uint32Array(total.length);
  let count = 0;
  for (let at = 0; at < total.length; at++) {
    cellAt[at] = count;
    if ((total[at] as number) > 0) count += 1;
  }
  const cells: Points = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    weight: weights,
  };
  const cellOf = place.map((at) => cellAt[at] as number);
  for (let i = 0; i < x.length; i++) {
    const cell = cellOf[i] as number;
    const share = (weight ? (weight[i] as number) : 1) / (weights[cell] as number);
    cells.x[cell] = (cells.x[cell] as number) + (x[i] as number) * share;
    cells.y[cell] = (cells.y[cell] as number) + (y[i] as number) * share;
  }
  return { cells, cellOf };
}

/** Fewer points that stand for these; of different kinds never together. At most `most`, or a 16 × 16 grid. */
export function coarser(
  points: Points,
  most: number,
  kind: Uint8Array | null = null,
  kinds = 1,
): Gathered {
  let found: Gathered = { cells: points, cellOf: Uint32Array.from(points.x, (_, i) => i) };
  for (let side = GRID_SIDE / 2; found.cells.x.length > most && side >= 16; side /= 2) {
    found = gather(points.x, points.y, points.weight, side, kind, kinds);
  }
  return found;
}
