import { useApolloClient, useFragment } from '@apollo/client/react';
import { useState } from 'react';
import type { ThreadCommentFragment as Comment } from '../../graphql/generated/graphql';
import { FetchedRepliesFragment, RepliesDocument, ThreadCommentFragment } from './fragments';

/** One comment from the cache; null until it is there. */
export function useComment(id: string): Comment | null {
  const { data, complete } = useFragment({
    fragment: ThreadCommentFragment,
    fragmentName: 'ThreadComment',
    from: { __typename: 'Comment', id },
  });
  return complete ? data : null;
}

interface Replies {
  /** Those fetched so far, oldest first. */
  ids: string[];
  hasMore: boolean;
  pending: boolean;
  /** The request for more failed. */
  error: unknown;
  more: () => Promise<void>;
}

/** The replies of one comment that have been fetched, and a way to fetch more. */
export function useReplies(id: string, replyCount: number): Replies {
  const client = useApolloClient();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { data, complete } = useFragment({
    fragment: FetchedRepliesFragment,
    fragmentName: 'FetchedReplies',
    from: { __typename: 'Comment', id },
  });
  const fetched = complete ? data.replies : null;
  const after = fetched?.pageInfo?.endCursor ?? null;
  const more = async () => {
    setPending(true);
    setError(null);
    try {
      await client.query({
        query: RepliesDocument,
        variables: { id, after },
        fetchPolicy: 'network-only',
      });
    } catch (fault) {
      setError(fault);
    } finally {
      setPending(false);
    }
  };
  return {
    ids: fetched ? fetched.edges.map(({ node }) => node.id) : [],
    hasMore: fetched ? fetched.pageInfo.hasNextPage : replyCount > 0,
    pending,
    error,
    more,
  };
}
