import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';

const WriterDocument = graphql(`
  query Writer {
    viewer {
      suspendedUntil
      newcomerLimits
    }
  }
`);

/** What limits somebody who writes, before they reach it: a suspension, or that they are new. */
export function WriterNotice() {
  const { data } = useQuery(WriterDocument, { fetchPolicy: 'network-only' });
  const viewer = data?.viewer;
  if (viewer?.suspendedUntil) {
    return (
      <Notice tone="warning" title="A moderator has stopped you from writing">
        <p>
          Until <DateText iso={viewer.suspendedUntil} style="moment" />. Under{' '}
          <Link to={paths.mine()}>Mine</Link> you see why, and can appeal.
        </p>
      </Notice>
    );
  }
  return viewer?.newcomerLimits ? (
    <p className="text-small text-ink-2">{viewer.newcomerLimits}</p>
  ) : null;
}
