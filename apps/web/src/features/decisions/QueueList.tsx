import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { plural } from '../../ui/numbers';
import { DESK, useMediaQuery } from '../../ui/useMediaQuery';
import { VoteBar } from '../../ui/VoteBar';
import { OutcomeMark } from './OutcomeMark';
import { OwnAgainstWhole } from './OwnAgainstWhole';
import { latestAnswer, type QueueRow } from './queueItem';
import { StopText } from './StopText';

interface Props {
  rows: readonly QueueRow[];
  /** The one that is open beside the list. */
  openId: string | null;
  onOpen: (id: string) => void;
  /** Where the keys j and k are, or a press was. */
  onPlace: (id: string) => void;
  regionName: string | null;
}

/** The queue: a table on a desk, cards on a phone; beside an open item the table is narrow. */
export function QueueList(props: Props) {
  const isDesk = useMediaQuery(DESK);
  if (isDesk) return <QueueTable {...props} />;
  return (
    <ol className="border-t-2 border-ink">
      {props.rows.map((row) => (
        <li key={row.proposal.id} className="space-y-2 border-b border-rule py-4 text-small">
          <div className="flex items-baseline gap-3">
            <Rank row={row} />
            <StatementButton row={row} {...props} />
          </div>
          <VoteBar counts={row.tally} size="small" />
          <p>
            <OwnAgainstWhole row={row} named />
          </p>
          <Status row={row} />
          <UsedIn row={row} />
        </li>
      ))}
    </ol>
  );
}

function QueueTable(props: Props) {
  const { rows, openId, regionName } = props;
  const isNarrow = openId !== null;
  return (
    <table className="table text-small">
      <caption className="sr-only">Proposals to answer</caption>
      <thead>
        <tr className="text-ink-2">
          <Head className="w-12">Rank</Head>
          <Head>Proposal</Head>
          {!isNarrow && <Head className="w-[18rem]">All votes</Head>}
          {!isNarrow && <Head className="w-[9.5rem]">{regionName ?? 'Region'} against all</Head>}
          <Head className={isNarrow ? 'w-[12rem]' : 'w-[15rem]'}>Answer and next stop</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isOpen = row.proposal.id === openId;
          return (
            <tr key={row.proposal.id} className={classes(isOpen && 'bg-fold')}>
              <td>
                <Rank row={row} />
              </td>
              <td>
                <StatementButton row={row} {...props} />
                {!isNarrow && <Byline row={row} />}
                {!isNarrow && <UsedIn row={row} />}
              </td>
              {!isNarrow && (
                <td>
                  <VoteBar counts={row.tally} size="small" />
                </td>
              )}
              {!isNarrow && (
                <td>
                  <OwnAgainstWhole row={row} />
                </td>
              )}
              <td>
                <Status row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Head({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={classes('font-[650]', className)}>
      {children}
    </th>
  );
}

function Rank({ row: { rank } }: { row: QueueRow }) {
  return (
    <b className="font-head text-[1.25rem] leading-tight">
      {rank ?? <abbr title="Not ranked yet">–</abbr>}
    </b>
  );
}

function StatementButton({ row, openId, onOpen, onPlace }: Props & { row: QueueRow }) {
  const { id, statement } = row.proposal;
  return (
    <button
      type="button"
      data-queue-item={id}
      aria-current={id === openId ? 'true' : undefined}
      onClick={() => onOpen(id)}
      onFocus={() => onPlace(id)}
      className="min-h-11 flex-1 text-left text-body leading-snug font-[650] underline decoration-1 underline-offset-[0.18em] hover:decoration-[3px] desk:min-h-0 desk:py-0.5"
    >
      {statement}
    </button>
  );
}

function Byline({ row: { proposal } }: { row: QueueRow }) {
  const { author } = proposal;
  return (
    <p className="mt-1 text-fine text-ink-2">
      {author.name}
      {author.clpName && `, ${author.clpName}`}
    </p>
  );
}

function UsedIn({ row: { usedIn } }: { row: QueueRow }) {
  if (usedIn.length === 0) return null;
  return <p className="mt-1 text-fine text-ink-2">Used in {usedIn.join('; ')}</p>;
}

/** The answer that stands and its next stop, or that there is none; other bodies' answers are counted. */
function Status({ row }: { row: QueueRow }) {
  const answer = latestAnswer(row);
  if (!answer) {
    return (
      <p className="font-[650]">
        {row.proposal.status === 'withdrawn' ? 'Withdrawn by its author' : 'Unanswered'}
      </p>
    );
  }
  const others = row.proposal.decisions.filter(({ isSuperseded }) => !isSuperseded).length - 1;
  return (
    <div className="space-y-1">
      <OutcomeMark decision={answer} withoutBody />
      <StopText stop={answer.nextStop} />
      {others > 0 && (
        <p className="text-ink-2">
          and {plural(others, 'answer of another body', 'answers of other bodies')}
        </p>
      )}
    </div>
  );
}
