import { FLOOR } from '../privacy.js';

/** The part of the votes that must be new before groups are found anew: one in so many. */
const PART = 100;

/**
 * Whether opinion groups should be found (again): once `FLOOR` people have voted, and then whenever a
 * hundredth of the votes, `FLOOR` at least, came or went since: two results that one vote lies between would
 * tell in which group it was cast. `votesThen` is how many the last result was found from, null before the
 * first; changes of mind count where the caller counts them.
 */
export function groupsAreDue(facts: {
  votesThen: number | null;
  votesNow: number;
  voters: number;
}): boolean {
  const { votesThen, votesNow, voters } = facts;
  if (voters < FLOOR) return false;
  if (votesThen === null) return true;
  const moved = Math.abs(votesNow - votesThen);
  return moved >= FLOOR && moved * PART >= votesThen;
}
