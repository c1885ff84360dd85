import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { sayAnswers, sayVoting } from '../features/consultations/answers';
import { ConsultationRail } from '../features/consultations/ConsultationRail';
import { ConvenorPanel } from '../features/consultations/ConvenorPanel';
import { PhaseHistory } from '../features/consultations/PhaseHistory';
import { PhaseLine } from '../features/consultations/PhaseLine';
import {
  commissionLine,
  hasPriorities,
  sayChoosing,
  takesVotes,
} from '../features/consultations/phases';
import { graphql } from '../graphql/generated';
import type { ConsultationQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { bodyInSentence } from '../ui/bodyNames';
import { DateText } from '../ui/DateText';
import { Details } from '../ui/Details';
import { Markdown } from '../ui/Markdown';
import { formatNumber, plural } from '../ui/numbers';
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
      evidenceCount
      voterCount
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
      rules {
        topN
        priorityBallotSize
        frozenAt
        sentences
      }
      priorityBallot {
        size
        isCast
      }
      evidenceFrom {
        id
        name
      }
      rounds {
        id
        number
        publishedAt
        voterCount
        rankedCount
      }
      answers {
        answered
        of
        accepted
        acceptedInPart
        notTakenForward
        merged
        referred
        overdueDays
      }
      ...PhaseLine
      ...PhaseHistory
      ...ConvenorPanel
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
      aside={<Beside consultation={consultation} />}
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

/** In the margin: numbers, answers, evidence, rounds, rules, and who set what when. */
function Beside({ consultation }: { consultation: Consultation }) {
  const { id, phase, answers, evidenceFrom, evidenceCount, rounds, rules } = consultation;
  return (
    <>
      <ConvenorPanel consultation={consultation} />
      {phase !== 'preparing' && <Numbers consultation={consultation} />}
      {answers.of > 0 &&
        (phase === 'reviewing' || phase === 'reported' || answers.answered > 0) && (
          <section>
            <h2 className="mb-2">Answers</h2>
            <p>
              <b>
                {formatNumber(answers.answered)} of {formatNumber(answers.of)} answered.
              </b>{' '}
              {answers.answered > 0 && sayAnswers(answers)}
            </p>
          </section>
        )}
      {evidenceFrom.length > 0 && (
        <section>
          <h2 className="mb-2">Evidence from</h2>
          <ul className="mb-1 space-y-1">
            {evidenceFrom.map((body) => (
              <li key={body.id}>{body.name}</li>
            ))}
          </ul>
          <Link to={paths.evidence(id)} className="inline-flex min-h-11 items-center text-small">
            {evidenceCount === 1 ? 'Read it' : `Read all ${formatNumber(evidenceCount)} pieces`}
          </Link>
        </section>
      )}
      {rounds.length > 0 && (
        <section>
          <h2 className="mb-2">Published rounds</h2>
          <ul>
            {rounds.map((round) => (
              <li key={round.id} className="text-small leading-snug">
                <Link
                  to={paths.ranking(id, { round: round.number })}
                  className="inline-flex min-h-11 items-center"
                >
                  <span>
                    Round {round.number}, <DateText iso={round.publishedAt} style="year" />
                  </span>
                </Link>
                <span className="-mt-1.5 mb-2 block text-ink-2">
                  {plural(round.voterCount, 'person', 'people')} had voted,{' '}
                  {plural(round.rankedCount, 'proposal')} ranked
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="sr-only">Rules and history</h2>
        <Details summary="The rules">
          <ul className="list-disc space-y-2 pl-5 text-small">
            {rules.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="mt-3 text-small text-ink-2">
            {rules.frozenAt ? (
              <>
                Frozen on <DateText iso={rules.frozenAt} style="year" />, when it opened. Nobody can
                change them now.
              </>
            ) : (
              'They are frozen when it opens.'
            )}
          </p>
        </Details>
        <Details summary="Who set what when">
          <PhaseHistory consultation={consultation} />
        </Details>
      </section>
    </>
  );
}

function Numbers({ consultation }: { consultation: Consultation }) {
  const { voterCount, proposalCount, commentCount, evidenceCount, myVoteCount } = consultation;
  const numbers: [number, string][] = [
    [voterCount, voterCount === 1 ? 'person has voted' : 'people have voted'],
    [proposalCount, proposalCount === 1 ? 'proposal' : 'proposals'],
    [commentCount, commentCount === 1 ? 'comment' : 'comments'],
    [evidenceCount, evidenceCount === 1 ? 'piece of evidence' : 'pieces of evidence'],
  ];
  return (
    <section>
      <h2 className="sr-only">In numbers</h2>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-3">
        {numbers.map(([number, what]) => (
          <li key={what} className="leading-tight">
            <b className="block font-head text-h2 leading-none tabular-nums">
              {formatNumber(number)}
            </b>{' '}
            <span className="text-small text-ink-2">{what}</span>
          </li>
        ))}
      </ul>
      {myVoteCount > 0 && (
        <p className="mt-3 text-small text-ink-2">
          You voted on {plural(myVoteCount, 'statement')}.
        </p>
      )}
    </section>
  );
}
