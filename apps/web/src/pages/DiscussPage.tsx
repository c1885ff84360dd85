import { useQuery } from '@apollo/client/react';
import { ConsultationOverview } from '../features/consultations/ConsultationOverview';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { MoreButton } from '../ui/MoreButton';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const DiscussDocument = graphql(`
  query Discuss($after: String) {
    consultations(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...ConsultationOverview
        }
      }
    }
  }
`);

/** The way into the discussions. */
export default function DiscussPage() {
  const { data, error, loading, refetch, fetchMore } = useQuery(DiscussDocument);
  const list = data?.consultations;
  return (
    <PageBody narrow>
      <PageHeader title="Discuss">
        <p>
          What members propose, argue and ask. Choose a consultation to read its proposals, or to
          write your own.
        </p>
      </PageHeader>
      {!list ? (
        <QueryState what="the discussions" error={error} onRetry={() => void refetch()} lines={8} />
      ) : list.edges.length === 0 ? (
        <EmptyState title="There is nothing to discuss yet">
          <p>
            When a consultation opens, its proposals and the arguments about them are shown here.
          </p>
        </EmptyState>
      ) : (
        <>
          <ConsultationOverview
            consultations={list.edges.map(({ node }) => node)}
            to={(id) => paths.proposals(id)}
          >
            {({ proposalCount, commentCount, evidenceCount, phase }) => (
              <>
                {plural(proposalCount, 'proposal', 'proposals', 'No proposal yet')},{' '}
                {plural(commentCount, 'comment', 'comments', 'no comment yet')},{' '}
                {plural(
                  evidenceCount,
                  'piece of evidence',
                  'pieces of evidence',
                  'no evidence yet',
                )}
                . {phase === 'open' && 'New proposals are welcome.'}
              </>
            )}
          </ConsultationOverview>
          {list.pageInfo.hasNextPage && (
            <MoreButton
              noun="consultations"
              shown={list.edges.length}
              total={list.totalCount}
              hasMore
              pending={loading}
              onMore={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
            />
          )}
        </>
      )}
    </PageBody>
  );
}
