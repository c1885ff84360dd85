import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { ActLine } from '../features/moderation/ActLine';
import { graphql } from '../graphql/generated';
import type { ModerationLogQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { MoreButton } from '../ui/MoreButton';
import { formatNumber } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const ModerationLogDocument = graphql(`
  query ModerationLog($after: String) {
    moderationLog(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...LoggedAct
        }
      }
    }
    reportCount {
      received
      acted
      kept
      waiting
      unaccounted
    }
  }
`);

/** Everything moderators did, for everybody to read. */
export default function ModerationLogPage() {
  const { data, error, loading, refetch, fetchMore } = useQuery(ModerationLogDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const log = data?.moderationLog;
  return (
    <PageBody aside={data && <Reports count={data.reportCount} />}>
      <PageHeader title="What moderators did">
        <p>
          Nothing is removed without its place being shown. Every act stands here with its reason,
          and whoever it was done to can appeal to another moderator.
        </p>
      </PageHeader>
      {!log && <QueryState what="the log" error={error} onRetry={() => void refetch()} lines={8} />}
      {log && log.edges.length === 0 && (
        <EmptyState title="Nothing yet">
          <p>Moderators have not had to act.</p>
        </EmptyState>
      )}
      {log && log.edges.length > 0 && (
        <>
          <ul className="border-t-2 border-ink" aria-label="Acts of moderators" aria-busy={loading}>
            {log.edges.map(({ node }) => (
              <ActLine key={node.id} act={node} />
            ))}
          </ul>
          <MoreButton
            noun="acts"
            shown={log.edges.length}
            total={log.totalCount}
            hasMore={log.pageInfo.hasNextPage}
            pending={loading}
            onMore={() => void fetchMore({ variables: { after: log.pageInfo.endCursor } })}
          />
        </>
      )}
    </PageBody>
  );
}

function Reports({ count }: { count: ModerationLogQuery['reportCount'] }) {
  const { received, acted, kept, waiting, unaccounted } = count;
  return (
    <>
      <section aria-labelledby="reports">
        <h2 id="reports">Reports</h2>
        <p className="mt-2">
          Received {formatNumber(received)} = acted on {formatNumber(acted)} + left as it is{' '}
          {formatNumber(kept)} + waiting {formatNumber(waiting)}.
        </p>
        <p
          className={unaccounted === 0 ? 'mt-1 font-bold text-agree' : 'mt-1 font-bold text-error'}
        >
          {formatNumber(unaccounted)} unaccounted
        </p>
        <p className="mt-2 text-small text-ink-2">
          Who reported what is never told. What was left as it is does not stand in the log.
        </p>
      </section>
      <section aria-labelledby="unlawful">
        <h2 id="unlawful">Something unlawful?</h2>
        <p className="mt-2">
          <Link to={paths.reportUnlawful()}>Report it</Link>, also without an account. Moderators
          read it first.
        </p>
      </section>
    </>
  );
}
