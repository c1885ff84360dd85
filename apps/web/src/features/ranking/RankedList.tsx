import type { ReactNode } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { MoreButton } from '../../ui/MoreButton';
import { type OrderOf, RankedItem } from './RankedItem';

const RankedListFragment = graphql(`
  fragment RankedList on Ranking {
    quorum
    rankedCount
    ballotCount
    lens {
      id
    }
    round {
      id
      number
      files {
        name
      }
    }
    proposals(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          rank
          range {
            sentence
          }
          ...RankedItem
          proposal {
            id
          }
        }
      }
    }
  }
`);

interface Props {
  consultationId: string;
  ranking: FragmentType<typeof RankedListFragment>;
  isFetching: boolean;
  onMore: (after: string | null) => void;
  /** The answers of bodies to a proposal. */
  answersTo: (proposalId: string) => ReactNode;
  /** Where nothing has been proposed. */
  empty: ReactNode;
}

/** The order: those that are ranked, the quorum line, and those that wait for votes. */
export function RankedList({
  consultationId,
  isFetching,
  onMore,
  answersTo,
  empty,
  ...props
}: Props) {
  const ranking = getFragmentData(RankedListFragment, props.ranking);
  const { proposals, round, quorum } = ranking;
  const all = proposals.edges.map(({ node }) => node);
  const ranked = all.filter(({ rank }) => rank !== null);
  const waiting = all.filter(({ rank }) => rank === null);
  if (all.length === 0) return empty;
  const order: OrderOf = {
    consultationId,
    lens: ranking.lens.id,
    round: round?.number ?? null,
    rankedCount: ranking.rankedCount,
    ballotCount: ranking.ballotCount,
    canRecount: round !== null && round.files.length > 0,
  };
  const row = (item: (typeof all)[number]) => (
    <RankedItem
      key={item.proposal.id}
      item={item}
      order={order}
      answers={answersTo(item.proposal.id)}
    />
  );
  const hasNoRange = ranked.length > 0 && ranked.every(({ range }) => range === null);
  return (
    <>
      <h2 className="sr-only">The order</h2>
      {hasNoRange && (
        <p className="mt-3 text-small text-ink-2">
          {round
            ? 'How firm each place is was not worked out for this round.'
            : 'How firm each place is has not been worked out yet: that is done while votes come in.'}
        </p>
      )}
      {ranked.length > 0 && <ol className="mt-6 border-t-2 border-ink">{ranked.map(row)}</ol>}
      {waiting.length > 0 && (
        <section className="mt-8" aria-labelledby="waiting">
          <div className="border-y-[6px] border-double border-ink py-4">
            <h2 id="waiting" className="text-h3">
              Not ranked yet
            </h2>
            <p className="mt-1 text-small text-ink-2">
              {quorum} The rules were fixed when this opened.
            </p>
          </div>
          <ul>{waiting.map(row)}</ul>
        </section>
      )}
      <MoreButton
        noun="proposals"
        shown={all.length}
        total={proposals.totalCount}
        hasMore={proposals.pageInfo.hasNextPage}
        pending={isFetching}
        onMore={() => onMore(proposals.pageInfo.endCursor)}
      />
    </>
  );
}
