import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { bodyInSentence } from '../../ui/bodyNames';
import { DateText } from '../../ui/DateText';
import { phaseWords } from './phases';

const PhaseHistoryFragment = graphql(`
  fragment PhaseHistory on Consultation {
    id
    createdAt
    convenedBy {
      id
      kind
      name
    }
    history {
      to
      at
      reason
      by {
        id
        displayName
      }
      body {
        id
        kind
        name
      }
    }
  }
`);

/** Who set what when. */
export function PhaseHistory(props: { consultation: FragmentType<typeof PhaseHistoryFragment> }) {
  const { createdAt, convenedBy, history } = getFragmentData(
    PhaseHistoryFragment,
    props.consultation,
  );
  return (
    <ol className="space-y-2.5 text-small">
      <li>
        <b>Begun</b> on <DateText iso={createdAt} style="year" /> for {bodyInSentence(convenedBy)}.
      </li>
      {history
        .filter(({ to }) => to !== 'preparing')
        .map(({ to, at, by, body, reason }) => (
          <li key={`${to} ${at}`}>
            <b>{phaseWords[to]}</b> from <DateText iso={at} style="year" />
            {by && `, set by ${by.displayName}`}
            {body && ` for ${bodyInSentence(body)}`}.{reason && ` The reason: ${reason}`}
          </li>
        ))}
    </ol>
  );
}
