import type { Components } from './components.js';
import type { PackedVotes } from './votes.js';

/**
 * Where each row stands: its pull along both components times √(statements / votes cast). As in Polis, a
 * statement that is left out pulls nobody but counts as voted on by all: it keeps its column, of zeros.
 * One pass over the votes.
 */
export function project(packed: PackedVotes, { centre, first, second }: Components) {
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
  let from = 0;
  for (let row = 0; row < size; row++) {
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
    from = to;
  }
  return { x, y };
}
