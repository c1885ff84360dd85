import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { ConsultationRail } from '../features/consultations/ConsultationRail';
import { PublishRound } from '../features/consultations/PublishRound';
import { hasPriorities, sayPhase, takesVotes } from '../features/consultations/phases';
import { OutcomeMark } from '../features/decisions/OutcomeMark';
import { rankingTitle, readOrder, writeOrder } from '../features/ranking/address';
import { OrderPicker } from '../features/ranking/OrderPicker';
import { RankedItem } from '../features/ranking/RankedItem';
import { WithheldOrder } from '../features/ranking/WithheldOrder';
import { graphql } from '../graphql/generated';
import type { RankingQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { Details } from '../ui/Details';
import { formatDate } from '../ui/dates';
import { Icon } from '../ui/Icon';
import { LensSwitch } from '../ui/LensSwitch';
import { MoreButton } from '../ui/MoreButton';
import { formatNumber, plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';
import { NotFoundPage } from './NotFoundPage';

const RankingDocument = graphql(`
  query Ranking($id: ID!, $lens: String, $round: Int, $after: String) {
    consultation(id: $id) {
      id
      title
      phase
      viewerMay
      votesUntil
      answersBy
      convenedBy {
        id
        kind
        name
      }
      rules {
        topN
        priorityBallotSize
        officialLens
      }
      answers {
        answered
        of
        overdueDays
      }
      history {
        to
        at
        reason
      }
      rounds {
        id
        number
        publishedAt
      }
      ranking(lens: $lens, round: $round) {
        isOfficial
        voterCount
        rankedCount
        tieBreaker
        quorum
        lens {
          id
          question
          measure
        }
        lenses {
          id
          question
          measure
          available
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
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              rank
              ...RankedItem
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
type Ranked = Consultation['ranking']['proposals']['edges'][number]['node'];

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
    setQuery(writeOrder({ ...asked, ...next }, shown?.rules.officialLens ?? ''), {
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
  const { ranking } = shown;
  return (
    <PageBody
      rail={
        <ConsultationRail
          id={id}
          title={shown.title}
          promise={sayPhase(shown)}
          hasPriorities={hasPriorities(shown)}
          mayReview={shown.viewerMay.includes('decide')}
        />
      }
    >
      <Head consultation={shown} onPublished={(round) => show({ round })} />
      <div aria-busy={loading}>
        <Switches
          consultation={shown}
          onLens={(lens) => show({ lens })}
          onRound={(round) => show({ round })}
        />
        <Order
          consultation={shown}
          isFetching={loading}
          isVisitor={viewer === null}
          onMore={() =>
            void fetchMore({ variables: { after: ranking.proposals.pageInfo.endCursor } })
          }
        />
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

function NoSuchRound({ id, round }: { id: string; round: number }) {
  return (
    <EmptyState
      title={`Round ${round} has not been published here`}
      action={<ButtonLink to={paths.ranking(id)}>See the order as it stands</ButtonLink>}
    >
      <p>The rounds that were published are listed there, with their dates.</p>
    </EmptyState>
  );
}

interface HeadProps {
  consultation: Consultation;
  onPublished: (round: number) => void;
}

function Head({ consultation, onPublished }: HeadProps) {
  const { id, title, phase, viewerMay, rounds, ranking } = consultation;
  const next = (rounds[0]?.number ?? 0) + 1;
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
              'Which proposals stand, in which order, and which are not ranked yet.',
              'How many agree, disagree and pass on each of them.',
              'The official question that they are ordered by, and the rules for being ranked.',
            ]}
            onPublished={onPublished}
          />
        )
      }
    />
  );
}

interface SwitchesProps {
  consultation: Consultation;
  onLens: (lens: string) => void;
  onRound: (round: number | null) => void;
}

function Switches({ consultation, onLens, onRound }: SwitchesProps) {
  const { id, phase, rules, rounds, ranking } = consultation;
  const { lens, lenses, round, isOfficial } = ranking;
  const ranked = `${formatNumber(ranking.rankedCount)} of ${plural(ranking.proposals.totalCount, 'proposal')} can be ranked`;
  return (
    <>
      <LensSwitch
        lenses={lenses.map((one) => ({ ...one, official: one.id === rules.officialLens }))}
        value={lens.id}
        onChange={onLens}
      />
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <OrderPicker
          rounds={rounds}
          value={round?.number ?? null}
          onChange={onRound}
          isOpen={takesVotes(phase)}
        />
        {!ranking.withheld && (
          <a
            href={paths.downloadRanking(id, {
              lens: lens.id,
              ...(round ? { round: round.number } : {}),
            })}
            download
            className="inline-flex min-h-11 items-center gap-2"
          >
            <Icon name="download" />
            Download the data
          </a>
        )}
      </div>
      <p className="mt-3 text-small text-ink-2">
        <b className="text-ink">
          {isOfficial
            ? 'This is the official order: the one that counts.'
            : `The official order asks “${lenses.find((one) => one.id === rules.officialLens)?.question ?? ''}”`}
        </b>{' '}
        {round
          ? plural(ranking.voterCount, 'person had voted', 'people had voted')
          : plural(ranking.voterCount, 'person has voted', 'people have voted')}
        {ranking.withheld ? '.' : `; ${ranked}.`}
      </p>
      <Details summary="How this order is made">
        <div className="space-y-2 text-small">
          <p>{ranking.quorum}</p>
          <p>{ranking.tieBreaker}</p>
        </div>
      </Details>
    </>
  );
}

interface OrderProps {
  consultation: Consultation;
  isFetching: boolean;
  isVisitor: boolean;
  onMore: () => void;
}

function Order({ consultation, isFetching, isVisitor, onMore }: OrderProps) {
  const { id, viewerMay, rounds, ranking } = consultation;
  const { withheld, proposals } = ranking;
  const all = proposals.edges.map(({ node }) => node);
  const [ranked, waiting] = [
    all.filter(({ rank }) => rank !== null),
    all.filter(({ rank }) => rank === null),
  ];
  if (withheld) {
    return (
      <div className="mt-6">
        <WithheldOrder
          consultationId={id}
          refusal={withheld}
          mayVote={viewerMay.includes('vote')}
          isVisitor={isVisitor}
          latestRound={rounds[0]}
          lens={ranking.lens.id === consultation.rules.officialLens ? null : ranking.lens.id}
        />
      </div>
    );
  }
  if (all.length === 0) return <NothingYet id={id} mayPropose={viewerMay.includes('propose')} />;
  return (
    <>
      <h2 className="sr-only">The order</h2>
      {ranked.length > 0 && <ol className="mt-6 border-t-2 border-ink">{ranked.map(row)}</ol>}
      {waiting.length > 0 && (
        <section className="mt-8" aria-labelledby="waiting">
          <div className="border-y-[6px] border-double border-ink py-4">
            <h2 id="waiting" className="text-h3">
              Not ranked yet
            </h2>
            <p className="mt-1 text-small text-ink-2">
              {ranking.quorum} The rules were fixed when this opened.
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
        onMore={onMore}
      />
    </>
  );
}

/** One row of the order; the answers to a proposal stand beside it wherever it is listed. */
function row(ranked: Ranked) {
  const { id, decisions } = ranked.proposal;
  const standing = decisions.filter(({ isSuperseded }) => !isSuperseded);
  return (
    <RankedItem
      key={id}
      item={ranked}
      answers={
        standing.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {standing.map((decision) => (
              <li key={decision.id}>
                <OutcomeMark decision={decision} to={paths.story(id)} />
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

function NothingYet({ id, mayPropose }: { id: string; mayPropose: boolean }) {
  return (
    <div className="mt-8">
      <EmptyState
        title="Nothing has been proposed yet"
        action={
          mayPropose ? (
            <ButtonLink to={paths.newProposal(id)} icon="pen">
              Propose something
            </ButtonLink>
          ) : (
            <ButtonLink to={paths.consultation(id)} variant="line">
              Read the paper
            </ButtonLink>
          )
        }
      >
        <p>As soon as members vote on proposals, their order stands here.</p>
      </EmptyState>
    </div>
  );
}
