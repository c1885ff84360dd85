import { getFragmentData } from '../../graphql/generated';
import type { ModerationCaseFragment as Case } from '../../graphql/generated/graphql';
import { DateText, RelativeTime } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { formatNumber, plural } from '../../ui/numbers';
import { LoggedActFragment } from './fragments';

/** Who says what is wrong, who wrote it, and what was done about it before. */
export function CaseFacts({ of }: { of: Case }) {
  return (
    <>
      <Reports of={of} />
      <Author of={of} />
      <Earlier of={of} />
    </>
  );
}

function Reports({ of: { reports, reportCount } }: { of: Case }) {
  return (
    <ul className="mt-4 space-y-1 text-small" aria-label="Reports">
      {reports.map(({ id, reasonLabel, words, at, isByVisitor }) => (
        <li key={id}>
          <b>{reasonLabel}</b>
          {words && `: “${words}”`}{' '}
          <span className="text-ink-2">
            <RelativeTime iso={at} />
            {isByVisitor && ', without an account'}
          </span>
        </li>
      ))}
      {reportCount > reports.length && (
        <li>and {formatNumber(reportCount - reports.length)} more</li>
      )}
    </ul>
  );
}

function Author({ of: { author } }: { of: Case }) {
  const { name, joinedOn, isNew, hidden, sent, suspendedUntil } = author;
  return (
    <p className="mt-3 text-small text-ink-2">
      {name}
      {joinedOn ? (
        <>
          {' '}
          joined on <DateText iso={joinedOn} style="year" />
        </>
      ) : (
        ' came with an import'
      )}
      {isNew && ' and is new here'}; {plural(sent, 'contribution')},{' '}
      {hidden === 0 ? 'none of them hidden' : `${formatNumber(hidden)} of them hidden`}.
      {suspendedUntil && (
        <>
          {' '}
          Kept from writing until <DateText iso={suspendedUntil} style="moment" />.
        </>
      )}
    </p>
  );
}

function Earlier({ of: { earlier } }: { of: Case }) {
  if (earlier.length === 0) return null;
  const acts = getFragmentData(LoggedActFragment, earlier);
  return (
    <Details summary={`What was done before: ${plural(acts.length, 'act')}`}>
      <ul className="text-small">
        {acts.map((act) => (
          <li key={act.id}>
            {act.title}, {act.reasonLabel.toLowerCase()}, <DateText iso={act.at} style="year" />
            {act.isReversed && ' (taken back)'}
          </li>
        ))}
      </ul>
    </Details>
  );
}
