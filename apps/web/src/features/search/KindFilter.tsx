import { Link } from 'react-router';
import type { SearchKind } from '../../graphql/generated/graphql';
import { classes } from '../../ui/classes';
import { formatNumber } from '../../ui/numbers';
import { kindsName, searchKinds } from './kinds';

interface Props {
  counts: readonly { kind: SearchKind; count: number }[];
  /** So many that not all were counted: from here on "200+". */
  cap: number;
  chosen: SearchKind | null;
  toKind: (kind: SearchKind | null) => string;
}

/** Everything, or one kind, each with how many were found. Links, so that the address keeps it. */
export function KindFilter({ counts, cap, chosen, toKind }: Props) {
  const countOf = (kind: SearchKind) => counts.find((one) => one.kind === kind)?.count ?? 0;
  const say = (count: number) => (count >= cap ? `${formatNumber(cap)}+` : formatNumber(count));
  const kinds = searchKinds.filter((kind) => countOf(kind) > 0 || kind === chosen);
  return (
    <nav aria-label="Kinds of result" className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {[null, ...kinds].map((kind) => (
          <li key={kind ?? 'all'}>
            <Link
              to={toKind(kind)}
              aria-current={kind === chosen ? 'true' : undefined}
              className={classes(
                'inline-flex min-h-11 items-center gap-2 rounded-3xl border-2 px-4 text-small no-underline hover:underline',
                kind === chosen
                  ? 'border-claret bg-claret font-bold text-on-claret'
                  : 'border-edge bg-sheet text-ink',
              )}
            >
              {kind ? kindsName(kind) : 'Everything'}
              {kind && <span className="tabular-nums">{say(countOf(kind))}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
