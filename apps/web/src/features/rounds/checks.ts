import { LENS_IDS, lensOf } from '@clarion/deliberation';
import type { RoundReport } from '@clarion/exchange/round';
import { plural } from '../../ui/numbers';
import type { Check } from './report';

/** What this page adds to what the command line checks. */
export const MANIFEST_CHECK = 'The manifest is that of this round.';

/** What each check of a round is called for people; those of a lens have its question. */
const names: Record<string, string> = {
  manifest: 'The manifest can be read',
  signature: 'The signature',
  key: 'The key',
  lenses: 'The question',
  files: 'The files',
  hashes: 'Their hashes',
  tables: 'The tables can be read',
  counts: 'The votes',
  chosen: 'The priority ballots',
  areas: 'Regions and CLPs',
  totals: 'The totals',
  words: 'The words',
  batches: 'The batches of votes',
  commitments: 'The commitments',
  openings: 'The opened votes',
  fates: 'Votes that are not opened',
  opened: 'The opened votes and the counts',
};

const begun = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The orders, and what they rest on. */
export function checksOf({ checks, rankings }: RoundReport): { orders: Check[]; data: Check[] } {
  const lenses = new Set<string>(LENS_IDS);
  const data = checks
    .filter(({ name }) => !lenses.has(name))
    .map(({ name, ok, says }) => ({
      name: `${names[name] ?? name}.`,
      ok,
      says: name === 'key' && ok ? says.replace('the one you named', 'the one shown here') : says,
    }));
  const orders = checks
    .filter(({ name }) => lenses.has(name))
    .map(({ name, ok, says }) => {
      const count = rankings.find(({ lens }) => lens === name)?.ranking.order.length ?? 0;
      const same = `Identical: ${plural(count, 'proposal')} in the same order under ${name}. `;
      return {
        name: `“${lensOf(name).question}”`,
        ok,
        says: (ok ? same : '') + begun(says),
      };
    });
  return { orders, data };
}
