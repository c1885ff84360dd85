import type { LensId } from './lens/lenses.js';
import { FLOOR } from './privacy.js';
import {
  breadthWithout,
  commonGroundWithout,
  leavingOut,
  supportWithout,
} from './range-leaving-out.js';
import { drawnPriorities, prioritiesWithout } from './range-priorities.js';
import { drawnBreadth, drawnCommonGround, drawnSupport, type Table } from './range-recounts.js';
import type { Ranking } from './ranking.js';
import type { RankingInput } from './ranking-input.js';

/** How firmly each proposal stands at its rank, by index; 0 throughout below the quorum line. */
export interface RankRange {
  /**
   * Its least and greatest rank when any one CLP, or none, is left out; null where that cannot be counted
   * (`RANGE_NOTES` says why).
   */
  best: Uint32Array | null;
  worst: Uint32Array | null;
  /** Between which ranks it comes in 95% of seeded recounts. */
  low: Uint32Array;
  high: Uint32Array;
}

export interface RangeOptions {
  /** Any text; the same text gives the same range on every machine. */
  seed: string;
  /** Recounts behind the interval; where they would take too long fewer, at least 100. */
  recounts?: number;
  /** The floor that `breadth@1` was measured with. */
  clpFloorForBreadth?: number;
}

/** Recounts behind the interval. */
export const RECOUNTS = 1_000;
const TAIL = 0.025;

/** No CLP may have more votes on a proposal than all together. */
function checkCells({ counts, cells }: RankingInput): void {
  if (!cells) return;
  cells.proposal.forEach((p, i) => {
    const agrees = (counts.agree[p] ?? 0) - (cells.agree[i] ?? 0);
    const disagrees = (counts.disagree[p] ?? 0) - (cells.disagree[i] ?? 0);
    if (agrees < 0 || disagrees < 0) {
      throw new RangeError(`Cell ${i} has more votes than its proposal.`);
    }
  });
}

/** Between which ranks each place comes in the middle 95% of the recounts. */
function interval({ ranks, recounts }: Table, size: number) {
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  const own = new Float64Array(recounts);
  for (let place = 0; place < size; place++) {
    for (let r = 0; r < recounts; r++) own[r] = ranks[r * size + place] as number;
    own.sort();
    low[place] = own[Math.floor(TAIL * recounts)] as number;
    high[place] = own[Math.ceil((1 - TAIL) * recounts) - 1] as number;
  }
  return { low, high };
}

/** What recounts come to under a lens; null where what they are drawn from is not at hand. */
function recounted(
  lens: LensId,
  input: RankingInput,
  ranked: Uint32Array,
  own: Uint32Array,
  options: Required<RangeOptions>,
): Table | null {
  if (lens === 'support@1') return drawnSupport(input, ranked, options);
  if (lens === 'common-ground@1') return drawnCommonGround(input, ranked, options);
  if (lens === 'breadth@1') return drawnBreadth(input, ranked, options);
  return drawnPriorities(input, ranked, own, options);
}

/** Least and greatest rank with a CLP left out; null where that cannot be counted. */
function withoutAny(
  { lens, breadth, rank }: Pick<Ranking, 'lens' | 'breadth' | 'rank'>,
  input: RankingInput,
  ranked: Uint32Array,
  floor: number,
) {
  const { cells, groupCells } = input;
  if (lens === 'priorities@1') return prioritiesWithout(input, ranked, rank);
  if (lens === 'common-ground@1') {
    return groupCells
      ? leavingOut(groupCells, ranked, commonGroundWithout(input, groupCells))
      : null;
  }
  if (!cells) return null;
  if (lens === 'support@1') return leavingOut(cells, ranked, supportWithout(input));
  return breadth ? leavingOut(cells, ranked, breadthWithout(input, breadth, floor)) : null;
}

/**
 * The range beside each rank: where a proposal would stand with any one CLP left out, and its 95% interval
 * by the Poisson bootstrap (J. A. Hanley and B. MacGibbon, Comput. Methods Programs Biomed. 83, 2006): a
 * count of n becomes a Poisson number of mean n. Drawn are, under `support@1` each proposal's counts; under
 * `breadth@1` the counts of each CLP; under `common-ground@1` the published counts of each group; under
 * `priorities@1` the ballots. Left out are a CLP's votes, under `common-ground@1` from the published counts
 * of each group, under `priorities@1` its ballots. The quorum line stays where it is; only what stands above
 * it is compared.
 *
 * `ranking` is of the same input. The answer does not depend on the order in which proposals or ballots
 * come; under `breadth@1` its interval does on that of CLPs. Null where there is nothing to draw from:
 * breadth without cells, priorities without ballots. Takes 8 bytes for each recount of each proposal.
 * Throws RangeError for a ranking of another length, cells that do not fit the counts, or less than one
 * recount.
 */
export function rankRange(
  input: RankingInput,
  ranking: Pick<Ranking, 'lens' | 'order' | 'above' | 'rank' | 'breadth'>,
  options: RangeOptions,
): RankRange | null {
  const { lens, order, above } = ranking;
  const filled = { recounts: RECOUNTS, clpFloorForBreadth: FLOOR, ...options };
  if (order.length !== input.number.length)
    throw new RangeError('The ranking is of other proposals.');
  if (!(filled.recounts >= 1)) throw new RangeError('An interval needs at least one recount.');
  checkCells(input);
  const ranked = order.slice(0, above);
  const table = recounted(lens, input, ranked, ranking.rank, filled);
  if (!table) return null;
  const { low, high } = interval(table, ranked.length);
  const without = withoutAny(ranking, input, ranked, filled.clpFloorForBreadth);
  const spread = (column: Uint32Array) => {
    const whole = new Uint32Array(order.length);
    ranked.forEach((p, place) => {
      whole[p] = column[place] as number;
    });
    return whole;
  };
  return {
    best: without && spread(without.best),
    worst: without && spread(without.worst),
    low: spread(low),
    high: spread(high),
  };
}
