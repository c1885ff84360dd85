import { FLOOR } from './floor.js';
import { ballotsArePublished, type Rules } from './rules.js';

/**
 * The fewest secret ballots of which anything but their number is told. An order says a little of which choices
 * go together: an attacker who goes through all ballots that fit is left with fewer than four values for how many
 * chose two proposals once in ten times with 10 to 19 ballots, once in sixty with 20 to 29, and once in three
 * hundred with 30 to 45 (`order-of-ballots.test.ts`).
 */
export const FEWEST_SECRET_BALLOTS = 30;

/** How many ballots it takes before how many chose each, and the order, are told; `secret` where they are not published. */
export const fewestBallots = (
  rules: Pick<Rules, 'officialLens'>,
  secret = FEWEST_SECRET_BALLOTS,
): number => (ballotsArePublished(rules) ? FLOOR : secret);

/** How many have chosen, whether others still may, and of how many the last result told. */
interface BallotFacts {
  isChoosing: boolean;
  cast: number;
  placed: number;
}

/**
 * Of how many ballots a result may tell: of all once nobody chooses any more. Until then `FLOOR` are held
 * back, those of the greatest pseudonyms, which say nothing of who or when: else the close would tell what
 * the few chose who came after the last result, and of one the whole ballot. Whoever is held back once is
 * told with `FLOOR` others, or at the close, and whoever is told stays told.
 */
export const ballotsToTell = ({ isChoosing, cast }: Omit<BallotFacts, 'placed'>): number =>
  isChoosing ? Math.max(0, cast - FLOOR) : cast;

/**
 * Whether priority ballots should be placed anew: only when `FLOOR` or more are told that were not, or are
 * gone. Else whoever has chosen could take one result from the next and read what a single person chose.
 * Changed choices wait for the same, and for the close.
 */
export const ballotsAreDue = (facts: BallotFacts): boolean =>
  Math.abs(ballotsToTell(facts) - facts.placed) >= FLOOR;

/**
 * Whether a round tells of priority ballots: once nobody chooses any more. Before, it would stand between
 * two results; but where the rules publish the ballots themselves, they are told as they are.
 */
export const roundTellsBallots = (facts: { isChoosing: boolean; arePublished: boolean }): boolean =>
  facts.arePublished || !facts.isChoosing;
