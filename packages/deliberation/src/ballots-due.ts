import { FLOOR } from './privacy.js';

/**
 * Whether priority ballots should be placed anew while members choose: only when `FLOOR` or more came or
 * went since the last time. Else whoever has chosen could take one result from the next and read what a
 * single person chose. Changed choices wait for the same, and for the close.
 */
export function ballotsAreDue(facts: { ballotsThen: number; ballotsNow: number }): boolean {
  return Math.abs(facts.ballotsNow - facts.ballotsThen) >= FLOOR;
}
