import {
  ApolloClient,
  ApolloLink,
  type FieldMergeFunction,
  type FieldPolicy,
  type FieldReadFunction,
  HttpLink,
  InMemoryCache,
} from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { relayStylePagination } from '@apollo/client/utilities';
import { tap } from 'rxjs';
import { confirmingLink } from './confirming';
import { noteReached } from './connection';
import { possibleTypes } from './generated/possibleTypes';
import { listenAnew, liveLink } from './live';
import { trustedLink } from './trusted';

/** One thing by its id: what a list has already brought is shown at once. Null means not found. */
function fromList(typename: string): FieldReadFunction {
  return (held: unknown, { args, toReference }) =>
    held === undefined ? toReference({ __typename: typename, id: args?.['id'] as string }) : held;
}

interface Cursors {
  edges?: readonly { cursor?: string }[];
  pageInfo?: object;
}

/**
 * A list of which the first page is fetched again while more of it is on the screen: where that page is
 * as it was, what came after it stays, so that nobody loses their place.
 */
function keepingTail(keyArgs: string[] = []): FieldPolicy {
  const joined = relayStylePagination(keyArgs) as FieldPolicy & {
    merge: FieldMergeFunction;
    read: FieldReadFunction;
  };
  return {
    ...joined,
    keyArgs: keyArgs.length > 0 ? keyArgs : false,
    // Not for this viewer: null, which is no list at all.
    read: (held, options) => (held === null ? null : (joined.read(held, options) as unknown)),
    merge(held: Cursors | null | undefined, incoming: Cursors | null, options) {
      if (incoming === null) return null;
      const merged = joined.merge(held ?? undefined, incoming, options) as Cursors;
      if (options.args?.after || !held?.edges || !incoming.edges) return merged;
      const first = incoming.edges;
      const isAsBefore = first.every(({ cursor }, at) => cursor === held.edges?.[at]?.cursor);
      if (!isAsBefore || held.edges.length <= first.length) return merged;
      const edges = [...(merged.edges ?? []), ...held.edges.slice(first.length)];
      return { ...merged, edges, pageInfo: held.pageInfo };
    },
  };
}

/** Lists that grow by "show more" are one list in the cache for each set of filters. */
export function createCache({ isReadOnce = false } = {}): InMemoryCache {
  return new InMemoryCache({
    // What was read is kept to be read again; on a server nothing is.
    resultCaching: !isReadOnce,
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          consultations: relayStylePagination(['commissionId', 'phase', 'text', 'forYou']),
          consultation: { read: fromList('Consultation') },
          proposal: { read: fromList('Proposal') },
          recordEntries: relayStylePagination(['filter']),
        },
      },
      Consultation: {
        fields: {
          proposals: relayStylePagination(['sort', 'commissionId', 'text']),
          queue: keepingTail(['filter', 'sort', 'regionId']),
        },
      },
      Ranking: { keyFields: false, merge: true, fields: { proposals: keepingTail() } },
      PriorityBallot: {
        keyFields: false,
        merge: true,
        fields: { choosable: keepingTail(['text', 'agreedOnly']) },
      },
      Proposal: { fields: { thread: relayStylePagination(['sort']) } },
      Comment: { fields: { replies: relayStylePagination(['sort']) } },
      Viewer: { keyFields: [], merge: true },
      RecordEntry: { keyFields: ['number'] },
      // A draft, its paragraphs and citations keep their ids in every version, but not their words.
      Draft: { keyFields: false, merge: true },
      Paragraph: { keyFields: false },
      Source: { keyFields: false },
      // Parts without an id of their own: pages ask for different fields of the same part.
      Author: { merge: true },
      BestOfBothSides: { merge: true },
      CommentInContext: { merge: true },
      Demo: { merge: true },
      NextStop: { merge: true },
      Vote: { merge: true },
      Rules: { merge: true },
      Answers: { merge: true },
      Deck: { merge: true },
      Opinion: { merge: true },
      PublicCount: { merge: true },
      CountLine: { merge: true },
      ContactCount: { merge: true },
    },
  });
}

interface Options {
  uri?: string;
  fetch?: typeof fetch;
  /** On the server one request is one client. */
  ssrMode?: boolean;
}

/** Notes whether the API can be reached; an answer with errors is still an answer. */
function connectionLink(): ApolloLink {
  const failure = new ErrorLink(({ error }) => {
    const answered =
      CombinedGraphQLErrors.is(error) || (ServerError.is(error) && error.statusCode < 500);
    noteReached(answered);
  });
  const success = new ApolloLink((operation, forward) =>
    forward(operation).pipe(tap(() => noteReached(true))),
  );
  return ApolloLink.from([failure, success]);
}

export function createClient({
  uri = '/graphql',
  fetch,
  ssrMode = false,
}: Options = {}): ApolloClient {
  const asking = ApolloLink.from([
    confirmingLink,
    connectionLink(),
    trustedLink,
    new HttpLink({ uri, fetch, credentials: 'same-origin' }),
  ]);
  const client = new ApolloClient({
    cache: createCache({ isReadOnce: ssrMode }),
    link: ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      ApolloLink.from([trustedLink, liveLink]),
      asking,
    ),
    ssrMode,
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
  // Somebody signed in, or out.
  client.onResetStore(async () => listenAnew());
  return client;
}
