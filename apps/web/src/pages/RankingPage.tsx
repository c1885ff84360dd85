import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useQuery } from '@apollo/client/react';
import { sayStandIn } from '@clarion/deliberation';
import { useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { PublishRound } from '../features/consultations/PublishRound';
import { takesVotes } from '../features/consultations/phases';
import { RankingNews } from '../features/consultations/RankingNews';
import { OutcomeMark } from '../features/decisions/OutcomeMark';
import { HiddenProposals } from '../features/moderation/HiddenProposals';
import { rankingTitle, readOrder, writeOrder } from '../features/ranking/address';
import { NoSuchRound, NothingYet } from '../features/ranking/NothingHere';
import { RankedList } from '../features/ranking/RankedList';
import { RankingSwitches } from '../features/ranking/RankingSwitches';
import { WithheldOrder } from '../features/ranking/WithheldOrder';
import { graphql } from '../graphql/generated';
import type { RankingQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { formatDate } from '../ui/dates';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { NotFoundPage } from './NotFoundPage';

const RankingDocument = graphql(`
  query Ranking($id: ID!, $lens: String, $round: Int, $after: String) {
    consultation(id: $id) {
      id
      title
      phase
      viewerMay
      rules {
        officialLens
      }
      hiddenProposals {
        id
        number
        hidden {
          act {
            id
            ...LoggedAct
          }
        }
      }
      ...PlaceRail
      rounds {
        id
        number
        publishedAt
      }
      ranking(lens: $lens, round: $round) {
        orderingLens
        ...RankingSwitches
        ...RankedList
        lens {
          id
        }
        round {
          id
          number
          publishedAt
        }
        withheld {
          reason
          message
        }
        proposals(first: 20, after: $after) {
          edges {
            cursor
            node {
              proposal {
                id
                decisions {
                  id
                  isSuperseded
                  ...OutcomeMark
                }
              }
            }
          }
        }
      }
    }
  }
`);

type Consultation = NonNullable<RankingQuery['consultation']>;

export default function RankingPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const [query, setQuery] = useSearchParams();
  const asked = readOrder(query);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(RankingDocument, {
    variables: { id, ...asked },
  });
  const consultation = (data ?? (error ? undefined : previousData))?.consultation;
  if (consultation === null) return <NotFoundPage what="consultation" />;
  const shown = consultation?.id === id ? consultation : undefined;
  const show = (next: { lens?: string; round?: number | null }) =>
    setQuery(writeOrder({ ...asked, ...next }, shown?.ranking.orderingLens ?? ''), {
      preventScrollReset: true,
    });
  if (!shown) {
    return (
      <PageBody>
        <PageHeader title="What members want" />
        {isBadRound(error) && asked.round ? (
          <NoSuchRound id={id} round={asked.round} />
        ) : (
          <QueryState what="the ranking" error={error} onRetry={() => void refetch()} lines={8} />
        )}
      </PageBody>
    );
  }
  return (
    <PageBody rail={<PlaceRail consultation={shown} />}>
      <Head consultation={shown} onPublished={(round) => show({ round })} />
      <div aria-busy={loading}>
        <RankingSwitches
          consultationId={id}
          ranking={shown.ranking}
          officialLens={shown.rules.officialLens}
          rounds={shown.rounds}
          isOpen={takesVotes(shown.phase)}
          onLens={(lens) => show({ lens })}
          onRound={(round) => show({ round })}
        />
        <Order
          consultation={shown}
          isFetching={loading}
          isVisitor={viewer === null}
          onMore={(after) => void fetchMore({ variables: { after } })}
        />
        <RankingNews consultation={shown} isLive={shown.ranking.round === null} onShow={refetch} />
        <HiddenProposals proposals={shown.hiddenProposals} />
      </div>
    </PageBody>
  );
}

/** The API refuses a round that was never published as something nobody asks by mistake. */
function isBadRound(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.['code'] === 'BAD_USER_INPUT')
  );
}

interface HeadProps {
  consultation: Consultation;
  onPublished: (round: number) => void;
}

function Head({ consultation, onPublished }: HeadProps) {
  const { id, title, phase, viewerMay, rounds, ranking, rules } = consultation;
  const next = (rounds[0]?.number ?? 0) + 1;
  const standIn = ranking.round ? null : sayStandIn(ranking.orderingLens, rules);
  return (
    <PageHeader
      title={rankingTitle(title)}
      documentTitle={`Ranking: ${title}`}
      over={
        ranking.round
          ? `Round ${ranking.round.number}, published ${formatDate(ranking.round.publishedAt)}`
          : takesVotes(phase)
            ? 'The order now, while votes come in'
            : 'The order at the end of voting'
      }
      actions={
        viewerMay.includes('publish_round') && (
          <PublishRound
            consultationId={id}
            next={next}
            fixes={[
              'Which proposals stand, in which order under each question, and which are not ranked yet.',
              'How many agree, disagree and pass on each of them, also by opinion group and region where at least 10 people are counted together.',
              standIn ?? 'The official question that they are ordered by.',
              'The rules for being ranked.',
            ]}
            onPublished={onPublished}
          />
        )
      }
    />
  );
}

interface OrderProps {
  consultation: Consultation;
  isFetching: boolean;
  isVisitor: boolean;
  onMore: (after: string | null) => void;
}

function Order({ consultation, isFetching, isVisitor, onMore }: OrderProps) {
  const { id, viewerMay, rounds, ranking } = consultation;
  if (ranking.withheld) {
    return (
      <div className="mt-6">
        <WithheldOrder
          consultationId={id}
          refusal={ranking.withheld}
          mayVote={viewerMay.includes('vote')}
          mayPrioritise={ranking.lens.id === 'priorities@1' && viewerMay.includes('prioritise')}
          isVisitor={isVisitor}
          latestRound={rounds[0]}
          lens={ranking.lens.id === ranking.orderingLens ? null : ranking.lens.id}
          round={ranking.round?.number ?? null}
        />
      </div>
    );
  }
  const proposals = new Map(
    ranking.proposals.edges.map(({ node: { proposal } }) => [proposal.id, proposal]),
  );
  return (
    <RankedList
      consultationId={id}
      ranking={ranking}
      isFetching={isFetching}
      onMore={onMore}
      answersTo={(proposalId) => {
        const standing = (proposals.get(proposalId)?.decisions ?? []).filter(
          ({ isSuperseded }) => !isSuperseded,
        );
        return (
          standing.length > 0 && (
            <ul className="flex flex-wrap gap-2">
              {standing.map((decision) => (
                <li key={decision.id}>
                  <OutcomeMark decision={decision} to={paths.story(proposalId)} />
                </li>
              ))}
            </ul>
          )
        );
      }}
      empty={<NothingYet id={id} mayPropose={viewerMay.includes('propose')} />}
    />
  );
}
