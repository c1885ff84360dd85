import { useQuery } from '@apollo/client/react';
import { ConsultationOverview } from '../features/consultations/ConsultationOverview';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { DateText } from '../ui/DateText';
import { MoreButton } from '../ui/MoreButton';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const RankingsDocument = graphql(`
  query Rankings($after: String) {
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

/** The way into the rankings. */
export default function RankingsPage() {
  const { data, error, loading, refetch, fetchMore } = useQuery(RankingsDocument);
  const list = data?.consultations;
  return (
    <PageBody narrow>
      <PageHeader title="Rankings">
        <p>
          What members put first, consultation by consultation. Anybody can download the votes’
          counts and work out the same order.
        </p>
      </PageHeader>
      {!list ? (
        <QueryState what="the rankings" error={error} onRetry={() => void refetch()} lines={8} />
      ) : list.edges.length === 0 ? (
        <EmptyState title="There is nothing to rank yet">
          <p>When a consultation opens and members vote, its order is shown here.</p>
        </EmptyState>
      ) : (
        <>
          <ConsultationOverview
            consultations={list.edges.map(({ node }) => node)}
            to={(id) => paths.ranking(id)}
          >
            {({ voterCount, proposalCount, rounds: [round], answers, phase }) => (
              <>
                {plural(
                  voterCount,
                  'person has voted',
                  'people have voted',
                  'Nobody has voted yet',
                )}{' '}
                on {plural(proposalCount, 'proposal')}.{' '}
                {round && (
                  <>
                    Round {round.number} was published on <DateText iso={round.publishedAt} />.{' '}
                  </>
                )}
                {(phase === 'reviewing' || phase === 'reported') &&
                  `${answers.answered} of ${answers.of} answered.`}
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
