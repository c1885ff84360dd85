import type { DecisionCardFragment } from '../../graphql/generated/graphql';
import { formatNumber } from '../../ui/numbers';

type Totals = NonNullable<DecisionCardFragment['verdicts']>;

/** "Of 212 who backed it: yes 88, partly 24, no 31, not said yet 69." */
export function sayVerdicts({ yes, partly, no, notSaid }: Totals): string {
  const backed = yes + partly + no + notSaid;
  return `Of ${formatNumber(backed)} who backed it: yes ${formatNumber(yes)}, partly ${formatNumber(partly)}, no ${formatNumber(no)}, not said yet ${formatNumber(notSaid)}.`;
}

/** How those who backed a proposal took the answer. */
export function VerdictTotals({ totals }: { totals: Totals }) {
  return (
    <p className="text-small text-ink-2">
      <b className="text-ink">Did this answer the point?</b> {sayVerdicts(totals)}
    </p>
  );
}
