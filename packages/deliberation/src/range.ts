import { wilsonLower } from './lens/support.js';
import { poisson } from './poisson.js';
import type { Ranking } from './ranking.js';
import type { RankingInput } from './ranking-input.js';
import { seeded } from './seed.js';

/** How firmly each proposal stands at its rank, by index; 0 throughout below the quorum line. */
export interface RankRange {
  /**
   * Its least and greatest rank when the votes of any one CLP, or of none, are left out; null where that
   * is not counted (`RANGE_NOTES` says why).
   */
  best: Uint32Array | null;
  worst: Uint32Array | null;
  /** Between which ranks it comes in 95% of seeded recounts. */
  low: Uint32Array;
  high: Uint32Array;
}

/** Recounts behind the interval. */
export const RECOUNTS = 1_000;
const TAIL = 0.025;

/** The rank of each score: one more than there are greater ones. */
function ranksOf(scores: Float64Array, into: Uint32Array | Float64Array): void {
  const sorted = scores.slice().sort();
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as number) <= score) low = middle + 1;
      else high = middle;
    }
    into[i] = sorted.length - low + 1;
  }
}

/** The cells in the order of their CLPs: indices, and where each CLP begins. */
function byClp(clp: Uint32Array): { order: Uint32Array; starts: number[] } {
  const order = Uint32Array.from(clp, (_, i) => i).sort(
    (a, b) => (clp[a] as number) - (clp[b] as number) || a - b,
  );
  const starts: number[] = [];
  order.forEach((cell, at) => {
    if (at === 0 || clp[cell] !== clp[order[at - 1] as number]) starts.push(at);
  });
  return { order, starts };
}

/** Least and greatest rank of each of `ranked` over leaving out any one CLP. */
function leavingOut({ counts, cells }: RankingInput, ranked: Uint32Array) {
  const full = Float64Array.from(ranked, (p) =>
    wilsonLower(counts.agree[p] as number, counts.disagree[p] as number),
  );
  const best = new Uint32Array(ranked.length);
  ranksOf(full, best);
  const worst = best.slice();
  if (!cells) return { best, worst };
  const placeOf = new Int32Array(counts.agree.length).fill(-1);
  ranked.forEach((p, i) => {
    placeOf[p] = i;
  });
  const { order, starts } = byClp(cells.clp);
  const ranks = new Uint32Array(ranked.length);
  const scores = full.slice();
  starts.forEach((from, i) => {
    scores.set(full);
    for (const cell of order.subarray(from, starts[i + 1] ?? order.length)) {
      const p = cells.proposal[cell] as number;
      const place = placeOf[p] ?? -1;
      if (place < 0) continue;
      scores[place] = wilsonLower(
        (counts.agree[p] as number) - (cells.agree[cell] as number),
        (counts.disagree[p] as number) - (cells.disagree[cell] as number),
      );
    }
    ranksOf(scores, ranks);
    for (let place = 0; place < ranks.length; place++) {
      const rank = ranks[place] as number;
      if (rank < (best[place] as number)) best[place] = rank;
      if (rank > (worst[place] as number)) worst[place] = rank;
    }
  });
  return { best, worst };
}

/** The interval of ranks over recounts in which each vote counts a Poisson(1) number of times. */
function recounted(
  { counts, number }: RankingInput,
  ranked: Uint32Array,
  seed: string,
  recounts: number,
) {
  const size = ranked.length;
  // Recount × place: scores first, then the ranks they come to.
  const table = new Float64Array(recounts * size);
  ranked.forEach((p, place) => {
    // By its number, so that the order in which proposals come does not matter.
    const random = seeded(`${seed}/recount/${number[p]}`);
    const agree = poisson(counts.agree[p] as number, random);
    const disagree = poisson(counts.disagree[p] as number, random);
    for (let r = 0; r < recounts; r++) table[r * size + place] = wilsonLower(agree(), disagree());
  });
  for (let r = 0; r < recounts; r++) {
    const row = table.subarray(r * size, (r + 1) * size);
    ranksOf(row.slice(), row);
  }
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  const ranks = new Float64Array(recounts);
  for (let place = 0; place < size; place++) {
    for (let r = 0; r < recounts; r++) ranks[r] = table[r * size + place] as number;
    ranks.sort();
    low[place] = ranks[Math.floor(TAIL * recounts)] as number;
    high[place] = ranks[Math.ceil((1 - TAIL) * recounts) - 1] as number;
  }
  return { low, high };
}

/**
 * The range beside each rank under `support@1`: where a proposal would stand with any one CLP left out,
 * and its 95% interval by the Poisson bootstrap on the counts (J. A. Hanley and B. MacGibbon, Comput.
 * Methods Programs Biomed. 83, 2006): a count of n votes becomes a Poisson number of mean n. The quorum
 * line stays where it is; only what stands above it is compared. `ranking` is of the same input. Takes
 * 8 bytes for each recount of each proposal. Throws RangeError for a ranking under another lens or of
 * another length, cells that do not fit the counts, or less than one recount.
 */
export function rankRange(
  input: RankingInput,
  ranking: Pick<Ranking, 'lens' | 'order' | 'above'>,
  options: { seed: string; recounts?: number },
): RankRange {
  const { seed, recounts = RECOUNTS } = options;
  const { lens, order, above } = ranking;
  if (lens !== 'support@1') throw new RangeError(`There is no range under ${lens}.`);
  if (order.length !== input.number.length)
    throw new RangeError('The ranking is of other proposals.');
  if (!(recounts >= 1)) throw new RangeError('An interval needs at least one recount.');
  checkCells(input);
  const ranked = order.slice(0, above);
  const parts = { ...leavingOut(input, ranked), ...recounted(input, ranked, seed, recounts) };
  const spread = (column: Uint32Array) => {
    const whole = new Uint32Array(order.length);
    ranked.forEach((p, place) => {
      whole[p] = column[place] as number;
    });
    return whole;
  };
  return {
    best: spread(parts.best),
    worst: spread(parts.worst),
    low: spread(parts.low),
    high: spread(parts.high),
  };
}

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
