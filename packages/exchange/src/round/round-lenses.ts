import {
  FLOOR,
  LENS_IDS,
  type LensFacts,
  orderingLens,
  refuseLens,
  sayStandIn,
} from '@clarion/deliberation';
import { MANIFEST_FILE, type Manifest } from './manifest.js';
import { failed, passed, type RoundCheck } from './recount-check.js';

/** The lens whose order counts in a round, and all that can be shown, by what everybody can see. */
export const lensesOf = (facts: LensFacts & { rules: Manifest['rules'] }): Manifest['lenses'] => ({
  official: orderingLens(facts.rules, facts),
  published: LENS_IDS.filter((lens) => refuseLens(lens, facts) === null),
});

/** How many secret ballots it took in a round: ten before manifests said it. */
export const fewestSecretIn = ({
  fewestSecretBallots = FLOOR,
}: Pick<Manifest, 'fewestSecretBallots'>): number => fewestSecretBallots;

/** What decides which orders a round can show, as its manifest has it. */
export const lensFactsOf = (manifest: Manifest): LensFacts & { rules: Manifest['rules'] } => ({
  rules: manifest.rules,
  groups: manifest.counts.groups,
  ballots: manifest.counts.ballots,
  fewestSecretBallots: fewestSecretIn(manifest),
});

/** The manifest claims the lenses that its rules and counts give. */
export function checkLenses(manifest: Manifest): RoundCheck {
  const { official, published } = manifest.lenses;
  const due = lensesOf(lensFactsOf(manifest));
  const fault = (says: string, should: string) =>
    failed('lenses', { file: MANIFEST_FILE, line: null, says, should });
  if (official !== due.official) {
    return fault(
      `that ${official} is the order that counts`,
      `${due.official}, by the rules and the counts`,
    );
  }
  if (published.join() !== due.published.join()) {
    return fault(`that it has ${published.join(', ')}`, due.published.join(', '));
  }
  return passed(
    'lenses',
    sayStandIn(official, manifest.rules) ?? `The order that counts is ${official}, by the rules.`,
  );
}
