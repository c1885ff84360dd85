import { type Breadth, measureBreadth } from './lens/breadth.js';
import type { Consensus } from './lens/common-ground.js';
import type { LensId } from './lens/lenses.js';
import { measure } from './lens/measure.js';
import { PRIORITIES_TIE_BREAKER, type Priorities } from './lens/priorities.js';
import type { RankingInput } from './ranking-input.js';
import type { Rules } from './rules.js';

/** The order under one lens. Columns are by proposal index, `order` is by position. */
export interface Ranking {
  lens: LensId;
  /** Indices of proposals, best first; from position `above` on they stand below the quorum line. */
  order: Uint32Array;
  /** How many stand above the line. */
  above: number;
  /** Competition rank from 1: equals share it and the next is skipped. 0 below the line. */
  rank: Uint32Array;
  /** 1 where another proposal shares the rank. */
  tied: Uint8Array;
  /**
   * What the lens measured, in [0, 1]; also below the line. For `common-ground@1` the geometric mean,
   * while the product orders; for `priorities@1` the share of ballots, while the loads order.
   */
  score: Float64Array;
  /** Votes and CLPs each still needs; both 0 exactly for those above the line. */
  votesNeeded: Uint32Array;
  clpsNeeded: Uint32Array;
  /** CLPs with any vote on each. */
  clps: Uint32Array;
  /** The measure of breadth, whatever the lens; null without cells. */
  breadth: Breadth | null;
  /** What `common-ground@1` measured; null under another lens. */
  consensus: Consensus | null;
  /** How `priorities@1` placed them, its order being this one's; null under another lens. */
  priorities: Priorities | null;
}

/** How the order is made total, in a sentence; under `priorities@1` it is `PRIORITIES_TIE_BREAKER`. */
export const TIE_BREAKER =
  'Proposals with the same score share a rank; among them more agrees come first, then fewer disagrees, then the one proposed earlier.';

/** How those below the line are ordered, in a sentence. */
export const BELOW_THE_LINE =
  'Proposals that cannot be ranked yet come in the order of how few votes they still need, then how few CLPs, then the one proposed earlier.';

/** How the order under a lens is made total, in sentences. */
export function tieBreakerOf(lens: LensId): string {
  return `${lens === 'priorities@1' ? PRIORITIES_TIE_BREAKER : TIE_BREAKER} ${BELOW_THE_LINE}`;
}

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

/** How far each proposal carries; null where that is not known. */
function breadthOf(input: RankingInput, floor: number): Breadth | null {
  const { cells, geography, number, breadth } = input;
  if (breadth) return breadth;
  return cells && geography ? measureBreadth(cells, number.length, geography, floor) : null;
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

type Column = [1 | -1, ArrayLike<number>];

/** A total order of indices from columns to compare one after the other: `-` for greatest first. */
function ordered(indices: Uint32Array, by: readonly Column[]): Uint32Array {
  return indices.sort((a, b) => {
    for (const [way, column] of by) {
      const gap = (column[a] as number) - (column[b] as number);
      if (gap !== 0) return way * gap;
    }
    return 0;
  });
}

/** Competition ranks and ties of those above the line: equal keys share a rank. */
function ranks(order: Uint32Array, above: number, key: Float64Array) {
  const rank = new Uint32Array(order.length);
  const tied = new Uint8Array(order.length);
  for (let position = 0; position < above; position++) {
    const index = order[position] as number;
    const before = position > 0 ? (order[position - 1] as number) : null;
    if (before !== null && key[before] === key[index]) {
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
 * Orders proposals under a lens. Above the quorum line: what the lens measures, greatest first, with its
 * tie-breaker (`tieBreakerOf`). Below it: `BELOW_THE_LINE`. Total, so it does not depend on the order in
 * which proposals come. Under `priorities@1` the ballots are read among those above the line; each one
 * chosen has a rank of its own, and those that nobody chose share the last. n log n in the number of
 * proposals, linear in the cells. Throws RangeError for columns of different lengths, equal numbers,
 * cells that name no proposal or CLP, ballots that name no proposal, or priorities of other proposals.
 */
export function rank(lens: LensId, input: RankingInput, rules: RankingRules): Ranking {
  checkInput(input);
  const { counts, number } = input;
  const breadth = breadthOf(input, rules.clpFloorForBreadth);
  const clps = breadth?.clps ?? input.clps ?? new Uint32Array(number.length);
  const { votesNeeded, clpsNeeded } = needs(input, clps, rules);
  const all = Uint32Array.from(number, (_, index) => index);
  const isAbove = (index: number) => votesNeeded[index] === 0 && clpsNeeded[index] === 0;
  const above = all.filter(isAbove);
  const measured = measure(lens, input, breadth, above);
  const ties: Column[] = [
    [-1, counts.agree],
    [1, counts.disagree],
  ];
  const ranked = ordered(above, [
    [-1, measured.key],
    ...(lens === 'priorities@1' ? [] : ties),
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
  return {
    lens,
    order,
    above: ranked.length,
    ...ranks(order, ranked.length, measured.key),
    score: measured.score,
    votesNeeded,
    clpsNeeded,
    clps,
    breadth,
    consensus: measured.consensus,
    priorities: measured.priorities && { ...measured.priorities, order },
  };
}
