import type { ReactNode } from 'react';
import type { RankedItemFragment as Shown } from '../../graphql/generated/graphql';
import { Icon } from '../../ui/Icon';
import { formatNumber, percent, plural } from '../../ui/numbers';
import { Portion } from '../../ui/Portion';
import { VoteBar } from '../../ui/VoteBar';

interface Props {
  lens: string;
  item: Pick<Shown, 'rank' | 'tally' | 'groups' | 'chosen' | 'whySteps'>;
  /** How many cast a priority ballot. */
  ballotCount: number;
}

/** What the lens looks at, drawn: everybody's votes, those of each opinion group, areas or priorities. */
export function LensBars({ lens, item, ballotCount }: Props) {
  const votes = (
    <VoteBar counts={item.tally} hiddenBecause="You see these counts after you have voted on it." />
  );
  // Below the line every lens waits for the same: votes.
  if (item.rank === null || !item.tally) return votes;
  if (lens === 'common-ground@1' && item.groups.length > 0) return <Groups groups={item.groups} />;
  if (lens === 'priorities@1' && item.chosen !== null) {
    return (
      <ShareBar share={ballotCount > 0 ? item.chosen / ballotCount : 0}>
        {item.chosen === 0 ? (
          <>Chosen by nobody of {formatNumber(ballotCount)}</>
        ) : (
          <>
            Chosen by <b className="text-ink">{formatNumber(item.chosen)}</b> of{' '}
            {formatNumber(ballotCount)}
          </>
        )}
      </ShareBar>
    );
  }
  const breadth = lens === 'breadth@1' ? numbersOf(item.whySteps, 'breadth') : null;
  return breadth ? <Areas numbers={breadth} /> : votes;
}

function numbersOf(steps: Shown['whySteps'], kind: string): Map<string, number> | null {
  const step = steps.find((one) => one.kind === kind);
  return step ? new Map(step.numbers.map(({ name, value }) => [name, value])) : null;
}

/** Each group's letter, its votes and the share that agrees. */
function Groups({ groups }: { groups: Shown['groups'] }) {
  return (
    <ul className="space-y-1.5 text-small">
      {groups.map(({ letter, tally }) => {
        const votes = tally ? tally.agree + tally.disagree + tally.pass : 0;
        return (
          <li
            key={letter}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)_4.25rem] sm:grid-cols-[1.25rem_minmax(0,1fr)_7.5rem] items-center gap-x-2.5"
          >
            <b>
              <span className="sr-only">Group </span>
              {letter}
            </b>
            {tally && votes > 0 ? (
              <>
                <VoteBar counts={tally} size="small" withKey={false} />
                <span className="whitespace-nowrap text-agree tabular-nums">
                  <Icon name="agree" /> <b>{percent(tally.agree / votes)}</b>
                  <span className="max-sm:sr-only"> agree</span>
                </span>
              </>
            ) : (
              <span className="col-span-2 text-ink-2">
                Fewer than 10 of this group voted on it, so it is not shown.
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Areas({ numbers }: { numbers: Map<string, number> }) {
  const of = (name: string) => numbers.get(name) ?? 0;
  const clps = of('clpsCounted');
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      <ShareBar share={of('regionsCarried') / Math.max(1, of('regionCount'))}>
        More agree in <b className="text-ink">{formatNumber(of('regionsCarried'))}</b> of{' '}
        {plural(of('regionCount'), 'region')}
      </ShareBar>
      {clps > 0 ? (
        <ShareBar share={of('clpsCarried') / clps}>
          and in <b className="text-ink">{formatNumber(of('clpsCarried'))}</b> of{' '}
          {plural(clps, 'CLP')} with {formatNumber(of('floor'))} or more voters on it
        </ShareBar>
      ) : (
        <p className="text-small text-ink-2">
          No CLP has {formatNumber(of('floor'))} voters on it yet.
        </p>
      )}
    </div>
  );
}

/** One share of a whole; the words below say it. */
function ShareBar({ share, children }: { share: number; children: ReactNode }) {
  return (
    <div>
      <div
        aria-hidden="true"
        className="h-[18px] overflow-hidden rounded-[3px] border border-edge bg-sheet"
      >
        <Portion
          of={share}
          className="block bg-claret forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none"
        />
      </div>
      <p className="mt-1 text-small text-ink-2 tabular-nums">{children}</p>
    </div>
  );
}
