import { LENS_IDS, orderingLens, refuseLens, sayStandIn } from '@clarion/deliberation';
import { MANIFEST_FILE, type Manifest } from './manifest.js';
import { failed, passed, type RoundCheck } from './recount-check.js';

/** The lens whose order counts in a round, and all that can be shown, by what everybody can see. */
export function lensesOf({
  rules,
  counts: { groups, ballots },
}: {
  rules: Manifest['rules'];
  counts: Pick<Manifest['counts'], 'groups' | 'ballots'>;
}): Manifest['lenses'] {
  return {
    official: orderingLens(rules, { groups, ballots }),
    published: LENS_IDS.filter((lens) => refuseLens(lens, { rules, groups, ballots }) === null),
  };
}

/** The manifest claims the lenses that its rules and counts give. */
export function checkLenses(manifest: Manifest): RoundCheck {
  const { official, published } = manifest.lenses;
  const due = lensesOf(manifest);
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
