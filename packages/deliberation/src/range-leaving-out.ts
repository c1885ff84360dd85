import { breadthScore, type Cells } from './lens/breadth.js';
import { commonGround } from './lens/common-ground.js';
import { groupsOf, regionCountOf } from './lens/measure.js';
import { wilsonLower } from './lens/support.js';
import { ranksOf } from './range-recounts.js';
import type { Ranking } from './ranking.js';
import type { RankingInput } from './ranking-input.js';

/** What a lens measures of a proposal, and of a cell's proposal without that cell's CLP. */
interface Without {
  full: (proposal: number) => number;
  without: (cell: number) => number;
}

const at = (column: ArrayLike<number>, index: number): number => column[index] as number;

/** What is left of a count; what was told of a CLP earlier may be more by now. */
const less = (count: number, part: number): number => Math.max(0, count - part);

/** `support@1`: the counts less those of the cell. */
export function supportWithout(
  { counts: { agree, disagree } }: RankingInput,
  told: Cells,
): Without {
  return {
    full: (p) => wilsonLower(at(agree, p), at(disagree, p)),
    without: (cell) => {
      const p = at(told.proposal, cell);
      return wilsonLower(
        less(at(agree, p), at(told.agree, cell)),
        less(at(disagree, p), at(told.disagree, cell)),
      );
    },
  };
}

/** `breadth@1`: one CLP fewer that may count and carry. Its region stays: what is left of it may be untold. */
export function breadthWithout(
  input: RankingInput,
  { clpsCounted, clpsCarried, regionsCarried }: NonNullable<Ranking['breadth']>,
  told: Cells,
  floor: number,
): Without {
  const regions = regionCountOf(input);
  const scored = (p: number, carriedLess: number, countedLess: number) =>
    breadthScore(
      at(regionsCarried, p),
      regions,
      less(at(clpsCarried, p), carriedLess),
      less(at(clpsCounted, p), countedLess),
    );
  return {
    full: (p) => scored(p, 0, 0),
    without: (cell) => {
      const [agree, disagree] = [at(told.agree, cell), at(told.disagree, cell)];
      const counts = agree + disagree + at(told.pass, cell) >= floor;
      return scored(at(told.proposal, cell), Number(counts && agree > disagree), Number(counts));
    },
  };
}

/**
 * `common-ground@1`: the published counts of each group less those of the cell, as though the CLP's people
 * were in the groups as all are: which of them are in which is told nowhere. What is hidden stays as without
 * votes.
 */
export function commonGroundWithout(input: RankingInput, told: Cells): Without {
  const published = groupsOf(input);
  const { groups } = published;
  const full = commonGround(published).product;
  const sides = ['agree', 'disagree', 'pass'] as const;
  /** What share of those of each choice is left. */
  const leftOf = (cell: number, side: (typeof sides)[number]) => {
    const all = at(input.counts[side], at(told.proposal, cell));
    return all === 0 ? 1 : less(all, at(told[side], cell)) / all;
  };
  return {
    full: (p) => at(full, p),
    without: (cell) => {
      const from = at(told.proposal, cell) * groups;
      const column = (side: (typeof sides)[number]) => {
        const left = leftOf(cell, side);
        return Float64Array.from(
          { length: groups },
          (_, g) => at(published[side], from + g) * left,
        );
      };
      const [agree, disagree, pass] = sides.map(column) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      return at(commonGround({ groups, agree, disagree, pass }).product, 0);
    },
  };
}

/** The cells in the order of their CLPs: indices, and where each CLP begins. */
function byClp(clp: Uint32Array): { order: Uint32Array; starts: Uint32Array } {
  const next = new Uint32Array(clp.reduce((most, own) => Math.max(most, own), 0) + 2);
  for (const own of clp) next[own + 1] = (next[own + 1] as number) + 1;
  for (let c = 1; c < next.length; c++) next[c] = (next[c] as number) + (next[c - 1] as number);
  const starts = next.filter((from, c) => c + 1 < next.length && from < (next[c + 1] as number));
  const order = new Uint32Array(clp.length);
  clp.forEach((own, cell) => {
    order[next[own] as number] = cell;
    next[own] = (next[own] as number) + 1;
  });
  return { order, starts };
}

/** Least and greatest rank of each of `ranked` over leaving out any one CLP, or none. */
export function leavingOut(
  cells: Pick<Cells, 'clp' | 'proposal'>,
  ranked: Uint32Array,
  { full, without }: Without,
) {
  const scores = Float64Array.from(ranked, full);
  const best = new Uint32Array(ranked.length);
  ranksOf(scores, best);
  const worst = best.slice();
  const placeOf = new Map(Array.from(ranked, (p, place) => [p, place]));
  const { order, starts } = byClp(cells.clp);
  const ranks = new Uint32Array(ranked.length);
  starts.forEach((from, i) => {
    const left = scores.slice();
    for (const cell of order.subarray(from, starts[i + 1] ?? order.length)) {
      const place = placeOf.get(cells.proposal[cell] as number);
      if (place !== undefined) left[place] = without(cell);
    }
    ranksOf(left, ranks);
    for (let place = 0; place < ranks.length; place++) {
      const rank = ranks[place] as number;
      if (rank < (best[place] as number)) best[place] = rank;
      if (rank > (worst[place] as number)) worst[place] = rank;
    }
  });
  return { best, worst };
}
