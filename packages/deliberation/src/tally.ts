import type { Rules } from './rules.js';

/** Counts of current votes. */
export interface Tally {
  agree: number;
  disagree: number;
  pass: number;
}

type Quorum = Pick<Rules, 'quorumVotes' | 'quorumClps'>;

/** All votes, passes included. */
export function votesOf(tally: Tally): number {
  return tally.agree + tally.disagree + tally.pass;
}

/** Votes a proposal still needs before it can be ranked; 0 when it has them. */
export function votesNeeded(tally: Tally, rules: Quorum): number {
  return Math.max(0, rules.quorumVotes - votesOf(tally));
}

/** CLPs a proposal still needs votes from before it can be ranked; 0 when it has them. */
export function clpsNeeded(clps: number, rules: Quorum): number {
  return Math.max(0, rules.quorumClps - clps);
}

/** Whether a proposal has the votes, from enough CLPs, to be ranked. */
export function meetsQuorum(tally: Tally, clps: number, rules: Quorum): boolean {
  return votesNeeded(tally, rules) === 0 && clpsNeeded(clps, rules) === 0;
}
