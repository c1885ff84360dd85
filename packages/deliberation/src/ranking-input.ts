import type { Breadth, Cells, Geography } from './lens/breadth.js';
import type { Ballots, Priorities } from './lens/priorities.js';
import type { GroupCounts } from './opinion/group-counts.js';

/** Counts of current votes on each proposal, by index. */
export interface Counts {
  agree: Uint32Array;
  disagree: Uint32Array;
  pass: Uint32Array;
}

/**
 * What a ranking is computed from; all columns of one length, one entry a proposal. What a lens does not
 * have is 0 for every proposal.
 */
export interface RankingInput {
  counts: Counts;
  /** The proposal's number in its consultation: all different, the last tie-breaker. */
  number: Uint32Array;
  /** Votes by CLP with their regions; left out, `breadth@1` is 0 throughout. */
  cells?: Cells;
  geography?: Geography;
  /** CLPs with any vote on each proposal, for the quorum, where `cells` is left out. */
  clps?: Uint32Array;
  /** Measured already, where the cells are not at hand, as in a bundle; with how many regions there are. */
  breadth?: Breadth | null;
  regionCount?: number;
  /** Published counts by opinion group, proposal × group; left out, everybody is one group. */
  groups?: GroupCounts | null;
  /** Counts by CLP that were told, maybe of an earlier moment: ranges look at no others. */
  toldCells?: Cells | null;
  /** Priority ballots over these proposals; left out, nobody chose. */
  ballots?: Ballots | null;
  /** Placed already, where the ballots are not at hand: as a ranking's own `priorities`. */
  priorities?: Priorities | null;
}
