import { useApolloClient, useQuery } from '@apollo/client/react';
import { phaseAllows } from '@clarion/deliberation';
import { type ReactNode, useRef, useState } from 'react';
import type { ThreadSort } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choose';
import { Details } from '../../ui/Details';
import { MoreButton } from '../../ui/MoreButton';
import { News } from '../../ui/News';
import { plural } from '../../ui/numbers';
import { SectionHead } from '../../ui/PageHeader';
import { QueryState } from '../../ui/QueryState';
import { Segmented } from '../../ui/Segmented';
import { SignInFirst } from '../../ui/SignInFirst';
import { useKeptText } from '../../ui/useKeptText';
import { CommentItem } from './CommentItem';
import { Composer } from './Composer';
import { ProposalThreadDocument } from './fragments';
import { LinkedComment } from './LinkedComment';
import { ThreadContext, type ThreadPlace } from './threadContext';
import { useNewComments } from './useNewComments';
import { useKeySetting, useThreadKeys } from './useThreadKeys';

const sorts: { value: ThreadSort; label: string }[] = [
  { value: 'best', label: 'Best' },
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
];

/** The order named in an address; anything else is the best first. */
export function parseSort(text: string | null): ThreadSort {
  return sorts.find(({ value }) => value === text)?.value ?? 'best';
}

interface Props {
  place: ThreadPlace;
  commentCount: number;
  sort: ThreadSort;
  onSort: (sort: ThreadSort) => void;
  /** Why one cannot comment, where that is not said elsewhere. */
  closedBecause?: ReactNode;
}

/** The thread of a proposal, or the one comment that a link led to with all above and below it. */
export function Discussion({ place, commentCount, sort, onSort, closedBecause }: Props) {
  const thread = useRef<HTMLElement>(null);
  const keys = useKeySetting();
  useThreadKeys(thread, keys.isOn);
  return (
    <ThreadContext value={place}>
      <section ref={thread} aria-labelledby="discussion">
        <SectionHead
          id="discussion"
          title={`Discussion, ${plural(commentCount, 'comment', 'comments', 'nothing said yet')}`}
        />
        {place.linkedId ? (
          <LinkedComment key={place.linkedId} id={place.linkedId} />
        ) : (
          <>
            <Start place={place} closedBecause={closedBecause} />
            {commentCount > 1 && (
              <div className="mt-4">
                <Segmented label="Order" options={sorts} value={sort} onChange={onSort} />
              </div>
            )}
            <Roots proposalId={place.proposalId} sort={sort} />
          </>
        )}
        {!place.linkedId && <WhatIsNew id={place.proposalId} commentCount={commentCount} />}
        {commentCount > 0 && <Keys {...keys} />}
      </section>
    </ThreadContext>
  );
}

/** Comments that came since the thread was fetched. */
function WhatIsNew({ id, commentCount }: { id: string; commentCount: number }) {
  const client = useApolloClient();
  const count = useNewComments(id, commentCount);
  return (
    <News
      what={count > 0 ? plural(count, 'new comment') : null}
      onShow={() => client.refetchQueries({ include: 'active' })}
    />
  );
}

function Start({ place, closedBecause }: Pick<Props, 'place' | 'closedBecause'>) {
  const { proposalId, mayComment, isSignedIn, phase } = place;
  const { isKept } = useKeptText(`comment:${proposalId}:root`);
  const [isOpen, setOpen] = useState(false);
  if (!isSignedIn && phaseAllows(phase, 'comment')) {
    return <SignInFirst to="to join the discussion. Reading is open to all." />;
  }
  if (!mayComment) return <p className="text-ink-2">{closedBecause}</p>;
  if (isOpen) return <Composer proposalId={proposalId} onDone={() => setOpen(false)} />;
  return (
    <Button icon="pen" variant="line" onClick={() => setOpen(true)}>
      {isKept ? 'Go on with what you typed' : 'Add to the discussion'}
    </Button>
  );
}

function Roots({ proposalId, sort }: { proposalId: string; sort: ThreadSort }) {
  const { data, previousData, loading, error, fetchMore, refetch } = useQuery(
    ProposalThreadDocument,
    { variables: { id: proposalId, sort } },
  );
  const [isFetching, setFetching] = useState(false);
  const thread = (data ?? previousData)?.proposal?.thread;
  if (!thread) return <QueryState what="the discussion" error={error} onRetry={refetch} />;
  const more = async () => {
    setFetching(true);
    // A page that does not come leaves the button; the connection banner says why.
    await fetchMore({ variables: { after: thread.pageInfo.endCursor } }).catch(() => undefined);
    setFetching(false);
  };
  return (
    <>
      <ul aria-label="Comments" aria-busy={loading} className="mt-4 space-y-5">
        {thread.edges.map(({ node }) => (
          <CommentItem key={node.id} id={node.id} replyTo={null} />
        ))}
      </ul>
      <MoreButton
        noun="comments"
        shown={thread.edges.length}
        hasMore={thread.pageInfo.hasNextPage}
        pending={isFetching}
        onMore={more}
      />
    </>
  );
}

function Keys({ isOn, set }: ReturnType<typeof useKeySetting>) {
  return (
    <Details summary="Keys for this discussion" className="mt-8 max-desk:hidden">
      <p className="text-small">
        <kbd>J</kbd> next comment, <kbd>K</kbd> the one before, <kbd>Z</kbd> hide or show,{' '}
        <kbd>R</kbd> reply.
      </p>
      <Checkbox label="Use these keys" checked={isOn} onChange={set} />
    </Details>
  );
}
