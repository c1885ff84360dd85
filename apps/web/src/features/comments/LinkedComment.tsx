import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { getFragmentData } from '../../graphql/generated';
import { paths } from '../../paths';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { QueryState } from '../../ui/QueryState';
import { CommentItem } from './CommentItem';
import { elementIdOf } from './focus';
import { OneCommentDocument, ThreadCommentFragment } from './fragments';
import { useThreadPlace } from './threadContext';

/** One comment that a link led to: everything above it, itself marked, everything below. */
export function LinkedComment({ id }: { id: string }) {
  const { proposalId } = useThreadPlace();
  const { data, error, refetch } = useQuery(OneCommentDocument, { variables: { id } });
  const found = data?.comment;
  const isHere = found?.comment.proposal.id === proposalId;
  useEffect(() => {
    if (!isHere) return;
    const element = document.getElementById(elementIdOf(id));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, [id, isHere]);
  const whole = (
    <Link to={paths.proposal(proposalId)} className="inline-flex min-h-11 items-center">
      Read the whole discussion
    </Link>
  );
  if (data && !isHere) {
    return (
      <Notice tone="warning" title="We cannot find that comment here">
        <p>The link may be mistyped. Nothing that was sent in is ever deleted.</p>
        <p>{whole}</p>
      </Notice>
    );
  }
  if (!found) return <QueryState what="the comment" error={error} onRetry={refetch} />;
  const ancestors = found.ancestors.map((one) => getFragmentData(ThreadCommentFragment, one));
  const way = [...ancestors.map((one) => one.id), id];
  const [first = id, ...rest] = way;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 border-y border-rule py-1 text-small">
        <span>
          <Icon name="link" /> One comment
          {ancestors.length > 0 && `, with the ${plural(ancestors.length, 'comment')} above it`}.
        </span>
        {whole}
      </p>
      <ul aria-label="The comment with those above it" className="mt-3">
        <CommentItem id={first} replyTo={null} way={rest} />
      </ul>
    </>
  );
}
