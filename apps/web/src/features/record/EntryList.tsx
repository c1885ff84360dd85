import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { formatNumber } from '../../ui/numbers';
import { Thread } from '../../ui/Thread';

const ListedEntryDocument = graphql(`
  fragment ListedEntry on RecordEntry {
    number
    at
    says
    personName
    bodyName
    consultationTitle
    link
    hash
    json
  }
`);

/** Entries of the record, each with its number, what happened, and as it was hashed. */
export function EntryList(props: { entries: readonly FragmentType<typeof ListedEntryDocument>[] }) {
  return (
    <Thread>
      <ol>
        {getFragmentData(ListedEntryDocument, props.entries).map((entry) => (
          <li
            key={entry.number}
            className="grid gap-x-5 border-b border-rule pt-4 pb-1 sm:grid-cols-[auto_minmax(0,1fr)]"
          >
            <p className="text-small text-ink-2 tabular-nums sm:min-w-[3.5rem] sm:pt-0.5">
              <span className="sm:sr-only">Entry </span>
              {formatNumber(entry.number)}
            </p>
            <div className="min-w-0">
              <h3 className="text-body leading-snug font-[650]">
                {entry.link ? <Link to={entry.link}>{entry.says}</Link> : entry.says}
              </h3>
              <p className="text-small text-ink-2">
                <DateText iso={entry.at} style="moment" />
                {whoOf(entry) && `, ${whoOf(entry)}`}
                {entry.consultationTitle && `, in “${entry.consultationTitle}”`}
              </p>
              <Details
                className="text-small"
                summary={
                  <>
                    The entry itself<span className="sr-only"> {formatNumber(entry.number)}</span>
                  </>
                }
              >
                <pre className="max-w-full overflow-x-auto bg-fold px-3 py-2 text-fine [font-family:ui-monospace,monospace] whitespace-pre-wrap [overflow-wrap:anywhere]">
                  {entry.json}
                </pre>
                <p className="mt-2 text-ink-2 [overflow-wrap:anywhere]">
                  Its hash, which the next entry names:{' '}
                  <span className="text-fine [font-family:ui-monospace,monospace]">
                    {entry.hash}
                  </span>
                </p>
                <p className="mt-1">
                  <a
                    href={paths.entryReceipt(entry.number)}
                    download
                    className="inline-flex min-h-11 items-center"
                  >
                    Proof that it is in the record
                    <span className="sr-only">: entry {formatNumber(entry.number)}</span>
                  </a>
                </p>
              </Details>
            </div>
          </li>
        ))}
      </ol>
    </Thread>
  );
}

const whoOf = ({ personName, bodyName }: { personName: string | null; bodyName: string | null }) =>
  [personName && `by ${personName}`, bodyName && `for ${bodyName}`].filter(Boolean).join(' ');
