import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { sayVoting } from '../features/consultations/answers';
import { ConsultationFacts } from '../features/consultations/ConsultationFacts';
import { ConsultationRail } from '../features/consultations/ConsultationRail';
import { PhaseLine } from '../features/consultations/PhaseLine';
import {
  commissionLine,
  hasPriorities,
  sayChoosing,
  takesVotes,
} from '../features/consultations/phases';
import { sayNews, useConsultationNews } from '../features/consultations/useConsultationNews';
import { graphql } from '../graphql/generated';
import type { ConsultationQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { bodyInSentence } from '../ui/bodyNames';
import { Markdown } from '../ui/Markdown';
import { News } from '../ui/News';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { NotFoundPage } from './NotFoundPage';

const ConsultationDocument = graphql(`
  query Consultation($id: ID!) {
    consultation(id: $id) {
      id
      title
      question
      paper
      questions
      phase
      source
      proposalCount
      commentCount
      myVoteCount
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
      rounds {
        id
      }
      rules {
        topN
        priorityBallotSize
      }
      priorityBallot {
        size
        isCast
      }
      ...PhaseLine
      ...ConsultationFacts
    }
  }
`);

type Consultation = NonNullable<ConsultationQuery['consultation']>;

export default function ConsultationPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ConsultationDocument, { variables: { id } });
  const consultation = data?.consultation;
  if (consultation === null) return <NotFoundPage what="consultation" />;
  if (!consultation) {
    return (
      <PageBody>
        <PageHeader title="Consultation" />
        <QueryState
          what="the consultation"
          error={error}
          onRetry={() => void refetch()}
          lines={10}
        />
      </PageBody>
    );
  }
  const { title, question, commissions, convenedBy } = consultation;
  const mayReview = consultation.viewerMay.includes('decide');
  return (
    <PageBody
      rail={
        <ConsultationRail
          id={id}
          title={title}
          hasPriorities={hasPriorities(consultation)}
          mayReview={mayReview}
        />
      }
      aside={<ConsultationFacts consultation={consultation} />}
    >
      <PageHeader title={title} over={commissionLine(commissions)}>
        <p className="text-lead">{question}</p>
      </PageHeader>
      <PhaseLine consultation={consultation} />
      {viewer !== undefined && <WaysIn consultation={consultation} isSignedIn={Boolean(viewer)} />}
      <article aria-labelledby="paper" className="mt-10">
        <h2 id="paper" className="sr-only">
          The paper
        </h2>
        <Markdown text={consultation.paper} />
      </article>
      <Questions questions={consultation.questions} />
      <WhatIsNew consultation={consultation} onShow={refetch} />
      <p className="mt-10 border-t border-rule pt-4 text-small text-ink-2">
        Put by {bodyInSentence(convenedBy)}.{' '}
        {consultation.source && `Imported from ${consultation.source}.`}
      </p>
    </PageBody>
  );
}

/** What one can do here now, the quickest thing first. */
function WaysIn({ consultation, isSignedIn }: { consultation: Consultation; isSignedIn: boolean }) {
  const { id, phase, viewerMay, proposalCount, myVoteCount, commentCount } = consultation;
  if (phase === 'preparing') return null;
  const mayVote = takesVotes(phase) && (viewerMay.includes('vote') || !isSignedIn);
  const voting = mayVote ? sayVoting(proposalCount, myVoteCount) : null;
  const choosing = sayChoosing(consultation, isSignedIn);
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {choosing && (
        <ButtonLink to={paths.priorities(id)} icon="list">
          {choosing}
        </ButtonLink>
      )}
      {voting && (
        <ButtonLink to={paths.vote(id)} icon="vote" variant={choosing ? 'line' : 'primary'}>
          {voting}
        </ButtonLink>
      )}
      <ButtonLink to={paths.proposals(id)} variant="line" icon="comment">
        {takesVotes(phase) ? 'Discuss' : 'Read the discussion'}
        {commentCount > 0 && ` (${plural(commentCount, 'comment')})`}
      </ButtonLink>
      {viewerMay.includes('propose') && (
        <ButtonLink to={paths.newProposal(id)} variant="line" icon="pen">
          Propose
        </ButtonLink>
      )}
      <ButtonLink to={paths.ranking(id)} variant="line" icon="rank">
        {phase === 'reported' ? 'Read the answers' : 'Ranking'}
      </ButtonLink>
      {viewerMay.includes('decide') && (
        <ButtonLink to={paths.review(id)} variant="line" icon="send">
          Answer
        </ButtonLink>
      )}
      {viewerMay.includes('draft') && (
        <ButtonLink to={paths.drafts()} variant="line" icon="feather">
          Draft
        </ButtonLink>
      )}
    </div>
  );
}

/** What happened since the page was opened. */
function WhatIsNew(props: { consultation: Consultation; onShow: () => Promise<unknown> }) {
  const told = useConsultationNews(props.consultation.id);
  return <News what={sayNews(told, props.consultation)} onShow={props.onShow} />;
}

function Questions({ questions }: { questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="mb-4">The questions</h2>
      <ol className="max-w-measure list-decimal space-y-3 pl-7 marker:font-bold marker:text-claret">
        {questions.map((question) => (
          <li key={question} className="pl-1">
            {question}
          </li>
        ))}
      </ol>
    </section>
  );
}
