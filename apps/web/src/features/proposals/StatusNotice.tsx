import { ERASED_NAME } from '@clarion/deliberation';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Notice } from '../../ui/Notice';

const StatusNoticeFragment = graphql(`
  fragment StatusNotice on Proposal {
    id
    status
    statusReason
    isMine
    author {
      name
      clpName
    }
    mergedInto {
      id
      number
      statement
    }
  }
`);

/** What became of it, above everything else: taken back, merged, waiting. An answer speaks for itself. */
export function StatusNotice({
  proposal,
}: {
  proposal: FragmentType<typeof StatusNoticeFragment>;
}) {
  const { status, statusReason, author, mergedInto, isMine } = getFragmentData(
    StatusNoticeFragment,
    proposal,
  );
  if (status === 'withdrawn' && author.name === ERASED_NAME) {
    return (
      <Notice tone="warning" title="Its words were erased at the author’s request">
        <p>Its place, its votes and what others said about it stay. It takes no more votes.</p>
      </Notice>
    );
  }
  if (status === 'withdrawn') {
    return (
      <Notice tone="warning" title={`${isMine ? 'You' : author.name} took this proposal back`}>
        {statusReason && <p>The reason: {statusReason}</p>}
        <p>It stays readable, with everything that was said about it. It takes no more votes.</p>
      </Notice>
    );
  }
  if (status === 'merged' && mergedInto) {
    return (
      <Notice title={`It goes on inside proposal ${mergedInto.number}`}>
        <p>
          <Link to={paths.proposal(mergedInto.id)}>{mergedInto.statement}</Link>
        </p>
        <p>Support was not moved with it: each proposal keeps its own votes.</p>
      </Notice>
    );
  }
  if (status === 'waiting') {
    return (
      <Notice title="A moderator has still to read it">
        <p>Only {isMine ? 'you' : 'its author'} can see it until then.</p>
      </Notice>
    );
  }
  return null;
}
