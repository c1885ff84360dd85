import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { sayPhase } from '../features/consultations/phases';
import { AnswerProgress } from '../features/decisions/AnswerProgress';
import { QueueWork } from '../features/decisions/QueueWork';
import { type QueueShown, readQueue, writeQueue } from '../features/decisions/queueAddress';
import { graphql } from '../graphql/generated';
import type { ReviewQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { bodyName } from '../ui/bodyNames';
import { listOf } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { Select } from '../ui/Select';
import { useSignInHere } from '../ui/SignInFirst';
import { EmptyState } from '../ui/states';
import { NotFoundPage } from './NotFoundPage';

const ReviewDocument = graphql(`
  query Review(
    $id: ID!
    $filter: QueueFilter!
    $sort: QueueSort!
    $regionId: ID
    $after: String
  ) {
    consultation(id: $id) {
      id
      title
      phase
      votesUntil
      answersBy
      convenedBy {
        id
        kind
        name
      }
      commissions {
        id
        kind
        name
      }
      rules {
        topN
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
      queue(first: 50, after: $after, filter: $filter, sort: $sort, regionId: $regionId) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...QueueItem
          }
        }
      }
    }
    reviewing {
      id
      title
      commissions {
        id
        kind
        name
      }
      answers {
        answered
        of
      }
    }
    regions: bodies(kind: region) {
      id
      name
    }
    policyCommissions: bodies(kind: policy_commission) {
      id
      kind
      name
    }
    forum: bodies(kind: national_policy_forum) {
      id
      kind
      name
    }
    committee: bodies(kind: joint_policy_committee) {
      id
      kind
      name
    }
    nec: bodies(kind: nec) {
      id
      kind
      name
    }
    conference: bodies(kind: conference) {
      id
      kind
      name
    }
  }
`);

type Consultation = NonNullable<ReviewQuery['consultation']>;

export default function ReviewPage() {
  const { id = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const viewer = useViewer();
  const shown = readQueue(query);
  const { filter, sort, region } = shown;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ReviewDocument, {
    variables: { id, filter, sort, regionId: region },
  });
  const answer = data ?? (error ? undefined : previousData);
  if (answer?.consultation === null) return <NotFoundPage what="consultation" />;
  const consultation = answer?.consultation.id === id ? answer.consultation : undefined;
  const show = (next: Partial<QueueShown>, replace = false) =>
    setQuery(writeQueue({ ...shown, ...next }), { preventScrollReset: true, replace });
  return (
    <PageBody>
      <PageHeader
        title={consultation ? `Answers: ${consultation.title}` : 'Answers'}
        over={
          consultation && (
            <Link to={paths.consultation(id)}>
              {listOf(consultation.commissions.map(bodyName))}
            </Link>
          )
        }
      >
        {consultation && <p className="text-small text-ink-2">{sayPhase(consultation)}</p>}
      </PageHeader>
      {!consultation || !answer ? (
        <QueryState what="the queue" error={error} onRetry={() => void refetch()} lines={10} />
      ) : consultation.queue ? (
        <>
          <div className="mb-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
            <AnswerProgress {...consultation.answers} />
            <ConsultationPicker current={consultation} reviewing={answer.reviewing} />
          </div>
          <QueueWork
            key={id}
            consultation={consultation}
            queue={consultation.queue}
            shown={shown}
            regions={answer.regions}
            offices={viewer?.offices ?? []}
            referTo={[
              ...answer.policyCommissions,
              ...answer.forum,
              ...answer.committee,
              ...answer.nec,
              ...answer.conference,
            ]}
            isFetching={loading}
            onShow={show}
            onMore={() =>
              fetchMore({ variables: { after: consultation.queue?.pageInfo.endCursor } })
            }
          />
        </>
      ) : (
        <Refused id={id} />
      )}
    </PageBody>
  );
}

interface PickerProps {
  current: Consultation;
  reviewing: ReviewQuery['reviewing'];
}

/** Every consultation that has something to answer, under its commission: any of them may be worked on. */
function ConsultationPicker({ current, reviewing }: PickerProps) {
  const navigate = useNavigate();
  const listed = reviewing.some(({ id }) => id === current.id)
    ? reviewing
    : [current, ...reviewing];
  const options = listed.map(({ id, title, commissions, answers }) => ({
    value: id,
    group: listOf(commissions.map(bodyName)) || 'Other',
    label: `${title} (${answers.answered} of ${answers.of})`,
  }));
  options.sort((a, b) => a.group.localeCompare(b.group));
  return (
    <Select
      label="Consultation"
      value={current.id}
      onChange={(id) => void navigate(paths.review(id))}
      options={options}
    />
  );
}

/** The queue is for those who answer; what it is about is open to all. */
function Refused({ id }: { id: string }) {
  const viewer = useViewer();
  const signIn = useSignInHere();
  return (
    <EmptyState
      title={viewer === null ? 'Sign in to answer' : 'This queue is for those who answer'}
      action={
        <div className="flex flex-wrap gap-3">
          {viewer === null && <ButtonLink to={signIn}>Sign in</ButtonLink>}
          <ButtonLink to={paths.ranking(id)} variant="line" icon="rank">
            See the ranking and the answers
          </ButtonLink>
        </div>
      }
    >
      <p>
        Representatives on the National Policy Forum and the officers of the commissions work
        through it. What they answer, and what they have not, is open to everybody on the ranking.
      </p>
    </EmptyState>
  );
}
