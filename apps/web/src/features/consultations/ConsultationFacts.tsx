import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { ConsultationFactsFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { formatNumber, plural } from '../../ui/numbers';
import { sayAnswers } from './answers';
import { ConvenorPanel } from './ConvenorPanel';
import { PhaseHistory } from './PhaseHistory';

const ConsultationFactsFragment = graphql(`
  fragment ConsultationFacts on Consultation {
    id
    phase
    proposalCount
    commentCount
    evidenceCount
    voterCount
    myVoteCount
    evidenceFrom {
      id
      name
    }
    rules {
      frozenAt
      sentences
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
    ...PhaseHistory
    ...ConvenorPanel
  }
`);

interface Props {
  consultation: FragmentType<typeof ConsultationFactsFragment>;
}

/** In the margin: numbers, answers, evidence, rounds, rules, and who set what when. */
export function ConsultationFacts(props: Props) {
  const consultation = getFragmentData(ConsultationFactsFragment, props.consultation);
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

function Numbers({ consultation }: { consultation: Shown }) {
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
