import { FLOOR } from './privacy.js';
import {
  breadthWithout,
  commonGroundWithout,
  leavingOut,
  supportWithout,
} from './range-leaving-out.js';
import { drawnPriorities } from './range-priorities.js';
import { drawnBreadth, drawnCommonGround, drawnSupport, type Table } from './range-recounts.js';
import type { Ranking } from './ranking.js';
import type { RankingInput } from './ranking-input.js';

/** How firmly each proposal stands at its rank, by index; 0 throughout below the quorum line. */
export interface RankRange {
  /**
   * Its least and greatest rank when any one CLP whose counts were told, or none, is left out; null where
   * nothing was (`RANGE_NOTES`).
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
  { lens, breadth, rank }: Pick<Ranking, 'lens' | 'breadth' | 'rank'>,
  input: RankingInput,
  ranked: Uint32Array,
  options: Required<RangeOptions>,
): Table | null {
  if (lens === 'support@1') return drawnSupport(input, ranked, options);
  if (lens === 'common-ground@1') return drawnCommonGround(input, ranked, options);
  if (lens === 'breadth@1') return breadth && drawnBreadth(input, breadth, ranked, options);
  return drawnPriorities(input, ranked, rank, options);
}

/** Least and greatest rank with a CLP left out; null where nothing was told of any, as of their ballots. */
function withoutAny(
  { lens, breadth }: Pick<Ranking, 'lens' | 'breadth'>,
  input: RankingInput,
  ranked: Uint32Array,
  floor: number,
) {
  const { toldCells: told } = input;
  if (!told || told.clp.length === 0) return null;
  if (lens === 'support@1') return leavingOut(told, ranked, supportWithout(input, told));
  if (lens === 'common-ground@1') return leavingOut(told, ranked, commonGroundWithout(input, told));
  if (lens !== 'breadth@1' || !breadth) return null;
  return leavingOut(told, ranked, breadthWithout(input, breadth, told, floor));
}

/**
 * The range beside each rank: where a proposal would stand with any one CLP left out, and its 95% interval
 * by the Poisson bootstrap (J. A. Hanley and B. MacGibbon, Comput. Methods Programs Biomed. 83, 2006): a
 * count of n becomes a Poisson number of mean n. Drawn are, under `support@1` each proposal's counts; under
 * `breadth@1` the counts of each CLP that were told, while all else that carries or does not stays; under
 * `common-ground@1` the published counts of each group; under `priorities@1` the ballots. Left out is a CLP
 * whose counts were told. The quorum line stays where it is; only what stands above it is compared.
 *
 * Of counts by area only `toldCells` are looked at. Ranks that rest on others would tell of them: with many
 * proposals close to one another they say how many agreed in the CLP that moves a proposal furthest.
 *
 * `ranking` is of the same input. The answer does not depend on the order in which proposals or ballots
 * come; under `breadth@1` its interval does on that of CLPs. Null where there is nothing to draw from:
 * breadth without told cells, priorities without ballots. Takes 8 bytes for each recount of each proposal.
 * Throws RangeError for a ranking of another length, or less than one recount.
 */
export function rankRange(
  input: RankingInput,
  ranking: Pick<Ranking, 'lens' | 'order' | 'above' | 'rank' | 'breadth'>,
  options: RangeOptions,
): RankRange | null {
  const { order, above } = ranking;
  const filled = { recounts: RECOUNTS, clpFloorForBreadth: FLOOR, ...options };
  if (order.length !== input.number.length)
    throw new RangeError('The ranking is of other proposals.');
  if (!(filled.recounts >= 1)) throw new RangeError('An interval needs at least one recount.');
  const ranked = order.slice(0, above);
  const table = recounted(ranking, input, ranked, filled);
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
