import { type Breadth, breadthScore, type Cells } from './lens/breadth.js';
import { commonGround } from './lens/common-ground.js';
import { groupsOf, regionCountOf } from './lens/measure.js';
import { wilsonLower } from './lens/support.js';
import type { GroupCells } from './opinion/group-cells.js';
import type { GroupCounts } from './opinion/group-counts.js';
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

/**
 * `common-ground@1`: the published counts of each group less those of the cell. What is hidden stays as
 * without votes. Throws RangeError for cells of other groups.
 */
export function commonGroundWithout(
  input: RankingInput,
  { proposal, counts: own }: GroupCells,
): Without {
  const published = groupsOf(input);
  const { groups } = published;
  if (own.groups !== groups || own.agree.length !== proposal.length * groups) {
    throw new RangeError('The votes by CLP are of other groups.');
  }
  const less = (side: 'agree' | 'disagree' | 'pass') =>
    own[side].map((count, at) => {
      const p = proposal[Math.floor(at / groups)] as number;
      return Math.max(0, (published[side][p * groups + (at % groups)] ?? 0) - count);
    });
  const left: GroupCounts = {
    groups,
    agree: less('agree'),
    disagree: less('disagree'),
    pass: less('pass'),
  };
  const full = commonGround(published).product;
  const without = commonGround(left).product;
  return { full: (p) => full[p] as number, without: (cell) => without[cell] as number };
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
