import type { ApolloCache, Reference } from '@apollo/client';
import type { CommentInput } from '../../graphql/generated/graphql';
import { FetchedRepliesFragment, ThreadCommentFragment } from './fragments';

interface Edge {
  __typename: 'CommentEdge';
  cursor: string;
  node: Reference;
}

interface Connection {
  edges?: readonly Edge[];
}

type Place = Pick<CommentInput, 'id' | 'proposalId' | 'parentId'>;

const comment = (id: string) => `Comment:${id}`;
const addOne = (count: number) => count + 1;

/** Puts a new comment last under its parent, or first in the thread, and counts it all the way up. */
export function placeComment(cache: ApolloCache, { id, proposalId, parentId }: Place): void {
  // A list that holds a comment asks for its replies: without any, the whole list is fetched again.
  if (!hasReplies(cache, id)) writeReplies(cache, id, [], false);
  const isNew = parentId ? placeUnder(cache, parentId, id) : placeFirst(cache, proposalId, id);
  if (!isNew) return;
  cache.modify<Record<string, number>>({
    id: `Proposal:${proposalId}`,
    fields: { commentCount: addOne },
  });
  for (let above = parentId ?? null; above; above = parentOf(cache, above)) {
    cache.modify<Record<string, number>>({
      id: comment(above),
      fields: { descendantCount: addOne, ...(above === parentId && { replyCount: addOne }) },
    });
  }
}

const read = (cache: ApolloCache, id: string) =>
  cache.readFragment({
    fragment: ThreadCommentFragment,
    fragmentName: 'ThreadComment',
    id: comment(id),
  });

const hasReplies = (cache: ApolloCache, id: string) =>
  cache.readFragment({
    fragment: FetchedRepliesFragment,
    fragmentName: 'FetchedReplies',
    id: comment(id),
  }) !== null;

const parentOf = (cache: ApolloCache, id: string) => read(cache, id)?.parentId ?? null;

const edgeOf = (id: string): Edge => ({
  __typename: 'CommentEdge',
  cursor: `new:${id}`,
  node: { __ref: comment(id) },
});

/** The list with the comment in it, at one end; the very same list when it stood there before. */
function withComment<T extends object>(held: T, id: string, at: 'first' | 'last'): T {
  const edges: readonly Edge[] = (held as Connection).edges ?? [];
  if (edges.some(({ node }) => node.__ref === comment(id))) return held;
  return { ...held, edges: at === 'first' ? [edgeOf(id), ...edges] : [...edges, edgeOf(id)] };
}

/** False when it stood there before: the same comment sent twice. */
function placeFirst(cache: ApolloCache, proposalId: string, id: string): boolean {
  let isNew = true;
  cache.modify<Record<string, Connection>>({
    id: `Proposal:${proposalId}`,
    fields: {
      thread(held) {
        const now = withComment(held, id, 'first');
        isNew = now !== held;
        return now;
      },
    },
  });
  return isNew;
}

function placeUnder(cache: ApolloCache, parentId: string, id: string): boolean {
  let isNew = true;
  let wereFetched = false;
  cache.modify<Record<string, Connection>>({
    id: comment(parentId),
    fields: {
      replies(held) {
        const now = withComment(held, id, 'last');
        wereFetched = true;
        isNew = now !== held;
        return now;
      },
    },
  });
  if (!wereFetched) writeOnlyReply(cache, parentId, id);
  return isNew;
}

/** No replies had been fetched: this one shows, and what else there is can still be asked for. */
function writeOnlyReply(cache: ApolloCache, parentId: string, id: string): void {
  const hasMore = (read(cache, parentId)?.replyCount ?? 0) > 0;
  writeReplies(cache, parentId, [id], hasMore);
}

function writeReplies(cache: ApolloCache, parentId: string, ids: string[], hasMore: boolean): void {
  const replies = {
    __typename: 'CommentConnection' as const,
    edges: ids.map((id) => ({
      __typename: 'CommentEdge' as const,
      cursor: `new:${id}`,
      node: { __typename: 'Comment' as const, id },
    })),
    pageInfo: { __typename: 'PageInfo' as const, hasNextPage: hasMore, endCursor: null },
  };
  const data = { __typename: 'Comment' as const, id: parentId, replies };
  cache.writeFragment({
    id: comment(parentId),
    fragment: FetchedRepliesFragment,
    fragmentName: 'FetchedReplies',
    data,
  });
}
