import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { commissionLine } from '../features/consultations/phases';
import { BallotRefused } from '../features/voting/BallotRefused';
import { forgetBallot, useKeptBallot } from '../features/voting/ballotQueue';
import { ChoosableList, everything, type Filter, sayOrder } from '../features/voting/ChoosableList';
import { PriorityBallot } from '../features/voting/PriorityBallot';
import { graphql } from '../graphql/generated';
import type { PrioritiesQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { bodyInSentence } from '../ui/bodyNames';
import { formatDate } from '../ui/dates';
import { formatNumber, plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { DESK, useMediaQuery } from '../ui/useMediaQuery';
import { NotFoundPage } from './NotFoundPage';

const PrioritiesDocument = graphql(`
  query Priorities($id: ID!, $text: String, $agreedOnly: Boolean, $after: String) {
    consultation(id: $id) {
      id
      title
      phase
      votesUntil
      answersBy
      viewerMay
      commissions {
        id
        kind
        name
      }
      convenedBy {
        id
        kind
        name
      }
      rules {
        votesMayChange
        officialLens
        topN
      }
      ...CastBallot
      priorityBallot {
        size
        ballotsCast
        published
        refusal {
          reason
          message
        }
        proposals {
          id
          statement
        }
        choosable(first: 20, after: $after, text: $text, agreedOnly: $agreedOnly) {
          totalCount
          ...ChoosableList
        }
      }
    }
  }
`);

type Consultation = NonNullable<PrioritiesQuery['consultation']>;

/** What matters most: choose up to so many proposals, and put them in order. */
export default function PrioritiesPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const [filter, setFilter] = useState<Filter>(everything);
  const { data, previousData, loading, error, fetchMore, refetch } = useQuery(PrioritiesDocument, {
    variables: { id, text: filter.text || null, agreedOnly: filter.agreedOnly },
  });
  useEffect(() => setFilter((shown) => (id ? everything : shown)), [id]);
  const consultation = (data ?? previousData)?.consultation;
  if (consultation === null) return <NotFoundPage what="consultation" />;
  const isHere = consultation?.id === id && viewer !== undefined;
  const isToChoose = !isHere || (viewer !== null && !consultation.priorityBallot.refusal);
  return (
    <PageBody narrow={!isToChoose}>
      <PageHeader
        title="What matters most to you?"
        documentTitle={
          consultation ? `What matters most: ${consultation.title}` : 'What matters most'
        }
        over={
          consultation && (
            <>
              {commissionLine(consultation.commissions)}.{' '}
              <Link to={paths.consultation(id)}>{consultation.title}</Link>
            </>
          )
        }
      >
        {isHere && isToChoose && <p>{sayTask(consultation)}</p>}
      </PageHeader>
      {isHere ? (
        <Ballot
          key={`${id} ${viewer?.member.id ?? ''}`}
          consultation={consultation}
          memberId={viewer?.member.id}
          filter={filter}
          isLoading={loading}
          onFilter={setFilter}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      ) : (
        <QueryState what="the proposals" error={error} onRetry={() => void refetch()} lines={8} />
      )}
    </PageBody>
  );
}

function sayTask({ rules, votesUntil, priorityBallot }: Consultation): string {
  const task = `Choose up to ${plural(priorityBallot.size, 'proposal')}. Your choice is secret`;
  return rules.votesMayChange
    ? `${task}, and you can change it until voting closes on ${formatDate(votesUntil)}.`
    : `${task}. Under the rules here it cannot be changed once it is cast.`;
}

interface BallotProps {
  consultation: Consultation;
  memberId: string | undefined;
  filter: Filter;
  isLoading: boolean;
  onFilter: (filter: Filter) => void;
  onMore: (after: string) => Promise<unknown>;
}

function Ballot({ consultation, memberId, ...list }: BallotProps) {
  const { id, phase, viewerMay, rules, priorityBallot } = consultation;
  const { refusal, size, ballotsCast, choosable, proposals } = priorityBallot;
  const isDesk = useMediaQuery(DESK);
  const kept = useKeptBallot(memberId ?? 'nobody', id);
  const from = { proposals: choosable, ...list };
  const heading = (isVoter: boolean) => (
    <>
      <h2 id="choose-from" className="mb-1.5 text-h3">
        {refusal ? 'What can be chosen' : 'Choose from'}
      </h2>
      <p className="mb-5 text-small text-ink-2">{sayOrder(choosable.totalCount, isVoter)}</p>
    </>
  );
  if (refusal || !memberId) {
    const isShown = phase === 'prioritising' || phase === 'open';
    return (
      <>
        <BallotRefused
          consultationId={id}
          phase={phase}
          refusal={refusal ?? { reason: 'not_signed_in', message: '' }}
          size={size}
          chosen={proposals}
          ballotsCast={ballotsCast}
          mayVote={viewerMay.includes('vote')}
          tooLate={
            memberId && kept?.refusal
              ? { message: kept.refusal.message, onForget: () => forgetBallot(memberId, id) }
              : null
          }
        />
        {isShown && size > 0 && (
          <section aria-labelledby="choose-from" className="mt-10">
            {heading(false)}
            <ChoosableList {...from} chosen={[]} isFull={false} />
          </section>
        )}
      </>
    );
  }
  return (
    <PriorityBallot
      consultation={consultation}
      memberId={memberId}
      votesMayChange={rules.votesMayChange}
      after={isDesk && <Becomes consultation={consultation} />}
    >
      {(choosing) => (
        <section aria-labelledby="choose-from" className="min-w-0 [overflow-anchor:none]">
          {heading(true)}
          <ChoosableList {...from} {...choosing} />
          {!isDesk && <Becomes consultation={consultation} />}
        </section>
      )}
    </PriorityBallot>
  );
}

/** What is published of it, what it does, and who answers by when. */
function Becomes({ consultation }: { consultation: Consultation }) {
  const { rules, priorityBallot, convenedBy, answersBy } = consultation;
  const { published, ballotsCast } = priorityBallot;
  const who = bodyInSentence(convenedBy);
  return (
    <div className="border-t border-rule pt-4 max-desk:mt-10">
      <h2 className="mb-2 text-[1.125rem]">What becomes of it</h2>
      <ul className="space-y-2 text-small text-ink-2">
        <li>
          Each one you choose counts alike. The order is for you: what you would let go first stands
          last.
        </li>
        <li>{published}</li>
        {rules.officialLens !== 'priorities@1' && (
          <li>The ranking by what matters most stands beside the official one.</li>
        )}
        <li>
          When voting closes, {who} answers the top {formatNumber(rules.topN)} by{' '}
          {formatDate(answersBy)}.
        </li>
        {ballotsCast !== null && ballotsCast > 0 && (
          <li>{plural(ballotsCast, 'person has chosen', 'people have chosen')} so far.</li>
        )}
      </ul>
    </div>
  );
}
