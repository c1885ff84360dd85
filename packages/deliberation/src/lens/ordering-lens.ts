import { FLOOR } from '../privacy.js';
import type { Rules } from '../rules.js';
import { sayCount } from '../words.js';
import { type LensFacts, refuseLens } from './lens-refusal.js';
import { type LensId, lensOf } from './lenses.js';

/** What orders in place of an official lens that has nothing to say yet: it needs nothing but votes. */
const STAND_IN = 'support@1';

/** What each lens waits for; the others wait for nothing. */
const WAITS_FOR: ReadonlyMap<string, string> = new Map<LensId, string>([
  ['common-ground@1', 'two opinion groups are told apart'],
  ['priorities@1', `${sayCount(FLOOR)} people have chosen what matters most`],
]);

/** The lens whose order counts: the official one, or support while that cannot be shown. */
export function orderingLens(
  rules: Pick<Rules, 'officialLens' | 'priorityBallotSize'>,
  { groups, ballots }: Omit<LensFacts, 'rules'>,
): LensId {
  const { officialLens } = rules;
  return refuseLens(officialLens, { rules, groups, ballots }) ? STAND_IN : officialLens;
}

/** What orders while the official lens has nothing to say, as the rules put it; null where it always has. */
export function describeStandIn({ officialLens }: Pick<Rules, 'officialLens'>): string | null {
  const waitsFor = WAITS_FOR.get(officialLens);
  if (!waitsFor) return null;
  return `Until ${waitsFor}, rounds and answers go by support: “${lensOf(STAND_IN).question}”`;
}

/** Why an order that counts is under another lens than the official one; null where it is not. */
export function sayStandIn(
  lens: string,
  { officialLens }: { officialLens: string },
): string | null {
  const waitsFor = WAITS_FOR.get(officialLens);
  if (lens === officialLens || !waitsFor) return null;
  const { name } = lensOf(lens);
  return `Ordered by ${name.toLowerCase()}: the official question, “${lensOf(officialLens).question}”, can be answered once ${waitsFor}.`;
}
