import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { NewProposals } from '../features/consultations/NewProposals';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { type Filters, ProposalFilters, parseFilters } from '../features/proposals/ProposalFilters';
import { ProposalListItem } from '../features/proposals/ProposalListItem';
import { graphql } from '../graphql/generated';
import type { MyProposalsQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { MoreButton } from '../ui/MoreButton';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { useSignInHere } from '../ui/SignInFirst';
import { EmptyState } from '../ui/states';
import { NotFoundPage } from './NotFoundPage';

const ProposalsDocument = graphql(`
  query Proposals($id: ID!, $sort: ProposalSort!, $commissionId: ID, $text: String, $after: String) {
    consultation(id: $id) {
      id
      title
      phase
      viewerMay
      proposalCount
      commentCount
      commissions {
        id
        kind
        name
      }
      ...PlaceRail
      proposals(
        first: 20
        after: $after
        sort: $sort
        commissionId: $commissionId
        text: $text
      ) {
        edges {
          cursor
          node {
            id
            ...ProposalListItem
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
    bodies(kind: policy_commission) {
      id
      name
    }
  }
`);

const MyProposalsDocument = graphql(`
  query MyProposals {
    mine {
      sent {
        item {
          __typename
          ... on Proposal {
            id
            consultation {
              id
            }
            ...ProposalListItem
          }
        }
      }
    }
  }
`);

/** The proposals of a consultation: find one, read what was said, or put one forward. */
export default function ProposalsPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const viewer = useViewer();
  const signIn = useSignInHere();
  const filters = parseFilters(search);
  const { data, previousData, loading, error, fetchMore, refetch } = useQuery(ProposalsDocument, {
    variables: {
      id,
      sort: filters.sort,
      commissionId: filters.commission || null,
      text: filters.text || null,
    },
  });
  const own = useQuery(MyProposalsDocument, { skip: !filters.mine || !viewer });
  const [isFetching, setFetching] = useState(false);
  const { consultation, bodies = [] } = data ?? previousData ?? {};
  if (consultation === null) return <NotFoundPage what="consultation" />;
  if (consultation?.id !== id) {
    return (
      <PageBody>
        <PageHeader title="Discuss" />
        <QueryState what="the proposals" lines={8} error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const { proposals, proposalCount, commentCount, commissions, viewerMay } = consultation;
  const isOpen = consultation.phase === 'open';
  const change = (next: Filters) =>
    setSearch(new URL(paths.proposals(id, next), 'http://clarion.invalid').searchParams, {
      replace: true,
      preventScrollReset: true,
    });
  const more = async () => {
    setFetching(true);
    // A page that does not come leaves the button; the connection banner says why.
    await fetchMore({ variables: { after: proposals.pageInfo.endCursor } }).catch(() => undefined);
    setFetching(false);
  };
  const usual = commissions.map((commission) => commission.id);
  const isFiltered = filters.text !== '' || filters.commission !== '';
  return (
    <PageBody rail={<PlaceRail consultation={consultation} />}>
      <PageHeader
        title="Discuss"
        documentTitle={`Discuss: ${consultation.title}`}
        actions={
          <>
            {viewerMay.includes('propose') && (
              <ButtonLink to={paths.newProposal(id)} icon="pen">
                Propose something
              </ButtonLink>
            )}
            {isOpen && viewer === null && (
              <ButtonLink to={signIn} icon="pen">
                Sign in to propose something
              </ButtonLink>
            )}
            {viewerMay.includes('vote') && (
              <ButtonLink to={paths.vote(id)} variant="line" icon="vote">
                Vote, one at a time
              </ButtonLink>
            )}
          </>
        }
      >
        <p>
          {plural(proposalCount, 'proposal', 'proposals', 'No proposals yet')}
          {commentCount > 0 && `, ${plural(commentCount, 'comment')}`}.
          {proposalCount > 1 && ' The order says nothing about support.'}
        </p>
      </PageHeader>
      {proposalCount > 0 && (
        <ProposalFilters
          key={filters.text}
          filters={filters}
          onChange={change}
          commissions={bodies}
          isSignedIn={Boolean(viewer)}
        />
      )}
      {filters.mine && viewer ? (
        <Mine data={own.data} error={own.error} consultationId={id} usual={usual} />
      ) : (
        <>
          {proposals.edges.length === 0 ? (
            <Nothing
              isFiltered={isFiltered}
              mayPropose={viewerMay.includes('propose')}
              consultationId={id}
              onAll={() => change({ ...filters, text: '', commission: '' })}
            />
          ) : (
            <ol aria-busy={loading} className="border-t-2 border-ink">
              {proposals.edges.map(({ node }) => (
                <ProposalListItem key={node.id} proposal={node} usual={usual} />
              ))}
            </ol>
          )}
          <MoreButton
            noun="proposals"
            shown={proposals.edges.length}
            total={proposals.totalCount}
            hasMore={proposals.pageInfo.hasNextPage}
            pending={isFetching}
            onMore={more}
          />
          {data && !isFiltered && (
            <NewProposals
              key={id}
              consultationId={id}
              count={proposalCount}
              listed={proposals.totalCount}
              onShow={refetch}
            />
          )}
        </>
      )}
    </PageBody>
  );
}

interface NothingProps {
  isFiltered: boolean;
  mayPropose: boolean;
  consultationId: string;
  onAll: () => void;
}

function Nothing({ isFiltered, mayPropose, consultationId, onAll }: NothingProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No proposal has those words"
        action={
          <Button variant="line" onClick={onAll}>
            Show all proposals
          </Button>
        }
      >
        <p>Try fewer or other words, or another commission.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nobody has proposed anything yet"
      action={
        mayPropose && (
          <ButtonLink to={paths.newProposal(consultationId)} icon="pen">
            Propose something
          </ButtonLink>
        )
      }
    >
      <p>Proposals show here as soon as they are sent.</p>
    </EmptyState>
  );
}

interface MineProps {
  data: MyProposalsQuery | undefined;
  error: unknown;
  consultationId: string;
  usual: readonly string[];
}

/** What the viewer proposed here, newest first. */
function Mine({ data, error, consultationId, usual }: MineProps) {
  if (!data) return <QueryState what="your proposals" error={error} />;
  const items = (data.mine?.sent ?? []).map(({ item }) => item);
  const here = items
    .filter((item) => item.__typename === 'Proposal')
    .filter(({ consultation }) => consultation.id === consultationId);
  if (here.length === 0) {
    return (
      <EmptyState title="You have proposed nothing here">
        <p>What you propose shows here, with what is said about it.</p>
      </EmptyState>
    );
  }
  return (
    <ol className="border-t-2 border-ink">
      {here.map((proposal) => (
        <ProposalListItem key={proposal.id} proposal={proposal} usual={usual} />
      ))}
    </ol>
  );
}
