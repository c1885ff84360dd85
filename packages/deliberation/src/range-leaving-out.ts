import { type Breadth, breadthScore, type Cells } from './lens/breadth.js';
import { regionCountOf } from './lens/measure.js';
import { wilsonLower } from './lens/support.js';
import { ranksOf } from './range-recounts.js';
import type { RankingInput } from './ranking-input.js';

/** What a lens measures of a proposal, and of a cell's proposal without that cell's CLP. */
interface Without {
  full: (proposal: number) => number;
  without: (cell: number) => number;
}

/** `support@1`: the counts less those of the cell. */
export function supportWithout({ counts, cells }: RankingInput): Without {
  const { agree, disagree } = counts;
  return {
    full: (p) => wilsonLower(agree[p] as number, disagree[p] as number),
    without: (cell) => {
      const p = cells?.proposal[cell] as number;
      return wilsonLower(
        (agree[p] as number) - (cells?.agree[cell] as number),
        (disagree[p] as number) - (cells?.disagree[cell] as number),
      );
    },
  };
}

/** `breadth@1`: one CLP fewer that may count and carry, and its region without its votes. */
export function breadthWithout(input: RankingInput, breadth: Breadth, floor: number): Without {
  const { cells, geography } = input;
  const regions = regionCountOf(input);
  const voters = new Float64Array(input.number.length * regions);
  const margin = new Float64Array(voters.length);
  const votesIn = (cell: number) =>
    (cells?.agree[cell] as number) +
    (cells?.disagree[cell] as number) +
    (cells?.pass[cell] as number);
  const marginIn = (cell: number) =>
    (cells?.agree[cell] as number) - (cells?.disagree[cell] as number);
  const regionOf = (cell: number) => geography?.regionOfClp[cells?.clp[cell] as number] as number;
  const placeOf = (cell: number) => (cells?.proposal[cell] as number) * regions + regionOf(cell);
  cells?.proposal.forEach((_, cell) => {
    if (regionOf(cell) < 0) return;
    const at = placeOf(cell);
    voters[at] = (voters[at] as number) + votesIn(cell);
    margin[at] = (margin[at] as number) + marginIn(cell);
  });
  const carries = (votes: number, by: number) => (votes >= floor && by > 0 ? 1 : 0);
  const scored = (p: number, regionsLess: number, carriedLess: number, countedLess: number) =>
    breadthScore(
      (breadth.regionsCarried[p] as number) - regionsLess,
      regions,
      (breadth.clpsCarried[p] as number) - carriedLess,
      (breadth.clpsCounted[p] as number) - countedLess,
    );
  return {
    full: (p) => scored(p, 0, 0, 0),
    without: (cell) => {
      const [votes, by] = [votesIn(cell), marginIn(cell)];
      let regionsLess = 0;
      if (regionOf(cell) >= 0) {
        const [all, lead] = [voters[placeOf(cell)] as number, margin[placeOf(cell)] as number];
        regionsLess = carries(all, lead) - carries(all - votes, lead - by);
      }
      const p = cells?.proposal[cell] as number;
      return scored(p, regionsLess, carries(votes, by), votes >= floor ? 1 : 0);
    },
  };
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

/** Least and greatest rank of each of `ranked` over leaving out any one CLP, or none. */
export function leavingOut(cells: Cells, ranked: Uint32Array, { full, without }: Without) {
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
