import {
  type Breadth,
  breadthScore,
  type Cells,
  type Geography,
  measureBreadth,
} from './lens/breadth.js';
import type { AvailableLensId } from './lens/lenses.js';
import { wilsonLower } from './lens/support.js';
import type { Rules } from './rules.js';

/** Counts of current votes on each proposal, by index. */
export interface Counts {
  agree: Uint32Array;
  disagree: Uint32Array;
  pass: Uint32Array;
}

/** What a ranking is computed from; all columns of one length, one entry a proposal. */
export interface RankingInput {
  counts: Counts;
  /** The proposal's number in its consultation: all different, the last tie-breaker. */
  number: Uint32Array;
  /** Votes by CLP with their regions; left out, `breadth@1` is 0 throughout. */
  cells?: Cells;
  geography?: Geography;
  /** CLPs with any vote on each proposal, for the quorum, where `cells` is left out. */
  clps?: Uint32Array;
}

/** The order under one lens. Columns are by proposal index, `order` is by position. */
export interface Ranking {
  lens: AvailableLensId;
  /** Indices of proposals, best first; from position `above` on they stand below the quorum line. */
  order: Uint32Array;
  /** How many stand above the line. */
  above: number;
  /** Competition rank from 1: equal scores share it and the next is skipped. 0 below the line. */
  rank: Uint32Array;
  /** 1 where another proposal shares the rank. */
  tied: Uint8Array;
  /** What the lens measured, in [0, 1]; also below the line. */
  score: Float64Array;
  /** Votes and CLPs each still needs; both 0 exactly for those above the line. */
  votesNeeded: Uint32Array;
  clpsNeeded: Uint32Array;
  /** CLPs with any vote on each. */
  clps: Uint32Array;
  /** The measure of breadth, whatever the lens; null without cells. */
  breadth: Breadth | null;
}

/** How the order is made total, in a sentence. */
export const TIE_BREAKER =
  'Proposals with the same score share a rank; among them more agrees come first, then fewer disagrees, then the one proposed earlier.';

/** How those below the line are ordered, in a sentence. */
export const BELOW_THE_LINE =
  'Proposals that cannot be ranked yet come in the order of how few votes they still need, then how few CLPs, then the one proposed earlier.';

type RankingRules = Pick<Rules, 'quorumVotes' | 'quorumClps' | 'clpFloorForBreadth'>;

function checkInput({ counts, number, clps, cells, geography }: RankingInput): void {
  const size = number.length;
  const columns = [counts.agree, counts.disagree, counts.pass, ...(clps ? [clps] : [])];
  if (columns.some((column) => column.length !== size)) {
    throw new RangeError('The columns of the ranking differ in length.');
  }
  if (new Set(number).size !== size) throw new RangeError('Two proposals have the same number.');
  if (cells && !geography) throw new RangeError('Votes by CLP came without their regions.');
}

function scores(lens: AvailableLensId, input: RankingInput, breadth: Breadth | null): Float64Array {
  const { agree, disagree } = input.counts;
  const score = new Float64Array(agree.length);
  for (let i = 0; i < score.length; i++) {
    if (lens === 'support@1') {
      score[i] = wilsonLower(agree[i] as number, disagree[i] as number);
    } else if (breadth) {
      score[i] = breadthScore(
        breadth.regionsCarried[i] as number,
        input.geography?.regionCount ?? 0,
        breadth.clpsCarried[i] as number,
        breadth.clpsCounted[i] as number,
      );
    }
  }
  return score;
}

/** Votes and CLPs that each proposal still needs. */
function needs({ counts }: RankingInput, clps: Uint32Array, rules: RankingRules) {
  const votesNeeded = new Uint32Array(clps.length);
  const clpsNeeded = new Uint32Array(clps.length);
  for (let i = 0; i < clps.length; i++) {
    const votes =
      (counts.agree[i] as number) + (counts.disagree[i] as number) + (counts.pass[i] as number);
    votesNeeded[i] = Math.max(0, rules.quorumVotes - votes);
    clpsNeeded[i] = Math.max(0, rules.quorumClps - (clps[i] as number));
  }
  return { votesNeeded, clpsNeeded };
}

/** A total order of indices from columns to compare one after the other: `-` for greatest first. */
function ordered(indices: Uint32Array, by: readonly [1 | -1, ArrayLike<number>][]): Uint32Array {
  return indices.sort((a, b) => {
    for (const [way, column] of by) {
      const gap = (column[a] as number) - (column[b] as number);
      if (gap !== 0) return way * gap;
    }
    return 0;
  });
}

/** Competition ranks and ties of those above the line. */
function ranks(order: Uint32Array, above: number, score: Float64Array) {
  const rank = new Uint32Array(order.length);
  const tied = new Uint8Array(order.length);
  for (let position = 0; position < above; position++) {
    const index = order[position] as number;
    const before = position > 0 ? (order[position - 1] as number) : null;
    if (before !== null && score[before] === score[index]) {
      rank[index] = rank[before] as number;
      tied[index] = 1;
      tied[before] = 1;
    } else {
      rank[index] = position + 1;
    }
  }
  return { rank, tied };
}

/**
 * Orders proposals under a lens. Above the quorum line: score, greatest first, with `TIE_BREAKER`.
 * Below it: `BELOW_THE_LINE`. Total, so it does not depend on the order in which proposals come.
 * n log n in the number of proposals, linear in the cells. Throws RangeError for columns of different
 * lengths, equal numbers, or cells that name no proposal or CLP.
 */
export function rank(lens: AvailableLensId, input: RankingInput, rules: RankingRules): Ranking {
  checkInput(input);
  const { counts, number, cells, geography } = input;
  const breadth =
    cells && geography
      ? measureBreadth(cells, number.length, geography, rules.clpFloorForBreadth)
      : null;
  const clps = breadth?.clps ?? input.clps ?? new Uint32Array(number.length);
  const score = scores(lens, input, breadth);
  const { votesNeeded, clpsNeeded } = needs(input, clps, rules);
  const all = Uint32Array.from(number, (_, index) => index);
  const isAbove = (index: number) => votesNeeded[index] === 0 && clpsNeeded[index] === 0;
  const ranked = ordered(all.filter(isAbove), [
    [-1, score],
    [-1, counts.agree],
    [1, counts.disagree],
    [1, number],
  ]);
  const waiting = ordered(
    all.filter((index) => !isAbove(index)),
    [
      [1, votesNeeded],
      [1, clpsNeeded],
      [1, number],
    ],
  );
  const order = new Uint32Array(number.length);
  order.set(ranked);
  order.set(waiting, ranked.length);
  const above = ranked.length;
  return {
    lens,
    order,
    above,
    ...ranks(order, above, score),
    score,
    votesNeeded,
    clpsNeeded,
    clps,
    breadth,
  };
}
