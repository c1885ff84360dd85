import { fewestBallots } from '../ballots-due.js';
import { type Refusal, refusal } from '../refusal.js';
import { ballotsArePublished, type Rules } from '../rules.js';
import { sayCount } from '../words.js';
import type { LensId } from './lenses.js';

/** What a lens needs of a consultation before it can be shown. */
export interface LensFacts {
  rules: Pick<Rules, 'priorityBallotSize' | 'officialLens'>;
  /** Opinion groups that were found; 0 before any were looked for. */
  groups: number;
  /** Priority ballots that were cast. */
  ballots: number;
  /** How many secret ones it took in a round, as it says itself; left out, as many as now. */
  fewestSecretBallots?: number | undefined;
}

/**
 * Refuses an order that would say nothing, or too much: common ground where fewer than two opinion groups
 * are told apart; priorities where the rules have no ballot or too few were cast (`fewestBallots`). Null when
 * the lens can be shown.
 */
export function refuseLens(
  lens: LensId,
  { rules, groups, ballots, fewestSecretBallots }: LensFacts,
): Refusal | null {
  const refused = (saying: string) => refusal('lens_not_available', { saying });
  if (lens === 'common-ground@1' && groups < 2) {
    return refused(
      'Common ground is what groups who usually differ agree on, and no two such groups can be told apart here yet.',
    );
  }
  if (lens !== 'priorities@1') return null;
  if (rules.priorityBallotSize === 0) {
    return refused(
      'The rules of this consultation have no priority ballot, so there is no such order.',
    );
  }
  const fewest = fewestBallots(rules, fewestSecretBallots);
  if (ballots >= fewest) return null;
  return refused(
    ballotsArePublished(rules)
      ? `This order begins once ${sayCount(fewest)} people have chosen what matters most.`
      : `This order begins once the choices of ${sayCount(fewest)} people are counted: of fewer it would tell which choices go together.`,
  );
}
