import { type Columns, statementsOf } from '../opinion/group-counts.js';

/** Agreement in every group at once, by proposal index. */
export interface Consensus {
  /** Group-informed consensus, what `common-ground@1` orders by; in [0, 1]. */
  product: Float64Array;
  /** Its geometric mean over the groups, for display: it reads alike for two groups and for five. */
  mean: Float64Array;
}

/**
 * The n-th root of a value in [0, 1], by I. Newton's steps from above, which fall until rounding stops
 * them. `Math.pow` may differ between engines in the last bit; this does not.
 */
function root(value: number, n: number): number {
  if (value === 0 || n === 1) return value;
  if (n === 2) return Math.sqrt(value);
  let at = 1;
  for (;;) {
    let power = 1;
    for (let i = 1; i < n; i++) power *= at;
    const next = at - (at - value / power) / n;
    if (next >= at) return at;
    at = next;
  }
}

/**
 * `common-ground@1`: over opinion groups the product of (agrees + 1) / (votes + 2), passes being votes; a
 * group without votes gives ½. C. Small et al., "Polis: Scaling deliberation by mapping high dimensional
 * opinion spaces", Recerca 26(2), 2021. One more agree never lowers it, and the order of the groups does
 * not matter, to the last bit. Only comparable within one consultation. Throws RangeError for columns that
 * do not fit, or where there is no group.
 */
export function commonGround(counts: Columns): Consensus {
  const { groups, agree, disagree, pass } = counts;
  if (groups < 1) throw new RangeError('Common ground needs at least one opinion group.');
  const statements = statementsOf(counts);
  const product = new Float64Array(statements);
  const mean = new Float64Array(statements);
  const factors = new Float64Array(groups);
  for (let s = 0; s < statements; s++) {
    for (let g = 0; g < groups; g++) {
      const at = s * groups + g;
      const votes = (agree[at] as number) + (disagree[at] as number) + (pass[at] as number);
      factors[g] = ((agree[at] as number) + 1) / (votes + 2);
    }
    // Sorted, so that naming the groups otherwise changes no rounding.
    product[s] = factors.sort().reduce((whole, factor) => whole * factor, 1);
    mean[s] = root(product[s] as number, groups);
  }
  return { product, mean };
}
