import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { Icon } from '../../ui/Icon';
import { formatNumber } from '../../ui/numbers';
import { keyName } from './keyName';

const RecordFactsDocument = graphql(`
  fragment RecordFacts on Record {
    size
    checkpoint {
      size
      at
      note
      key
    }
  }
`);

const mono = 'text-fine [font-family:ui-monospace,monospace] [overflow-wrap:anywhere]';

/** How long the record is, what was signed of it last, and where to take a copy. */
export function RecordFacts(props: { record: FragmentType<typeof RecordFactsDocument> }) {
  const { size, checkpoint } = getFragmentData(RecordFactsDocument, props.record);
  return (
    <>
      <section aria-labelledby="signed">
        <h2 id="signed">Signed last</h2>
        {checkpoint ? (
          <>
            <p className="mt-2 text-small">
              <b className="font-head text-h2 tabular-nums">{formatNumber(checkpoint.size)}</b> of{' '}
              {formatNumber(size)} entries, on <DateText iso={checkpoint.at} style="moment" />, with
              the key <span className={mono}>{keyName(checkpoint.key)}</span>
            </p>
            <Details className="text-small" summary="The signed note">
              <pre className={`${mono} bg-fold px-3 py-2 whitespace-pre-wrap`}>
                {checkpoint.note}
              </pre>
            </Details>
          </>
        ) : (
          <p className="mt-2 text-small">
            Not yet. The record is signed within a minute of its first act.
          </p>
        )}
      </section>
      <section aria-labelledby="copy">
        <h2 id="copy">Take a copy</h2>
        <p className="mt-2 text-small">
          Whoever has one can show what the record said, whatever becomes of this site.
        </p>
        <ul className="mt-1 text-small">
          <File href={paths.exportRecord()}>The whole record, with how to check it</File>
          <File href={paths.checkpoint()}>What was signed last</File>
          <File href={paths.recordKey()}>The key</File>
        </ul>
      </section>
    </>
  );
}

function File({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href} download className="inline-flex min-h-11 items-center gap-2">
        <Icon name="download" />
        {children}
      </a>
    </li>
  );
}
