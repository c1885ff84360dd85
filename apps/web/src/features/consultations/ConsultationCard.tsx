import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { ConsultationCardFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { bodyInSentence } from '../../ui/bodyNames';
import { Badge } from '../../ui/Chip';
import { formatDate } from '../../ui/dates';
import { Icon } from '../../ui/Icon';
import { formatNumber, listOf, plural } from '../../ui/numbers';
import { Steps } from '../../ui/Steps';
import { sayOutcome, sayVoting } from './answers';
import { commissionLine, sayChoosing, sayDates, stepsOf, takesVotes } from './phases';

const ConsultationCardFragment = graphql(`
  fragment ConsultationCard on Consultation {
    id
    title
    question
    phase
    votesUntil
    answersBy
    forYou
    viewerMay
    proposalCount
    voterCount
    myVoteCount
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
    }
    priorityBallot {
      isCast
    }
    rounds {
      id
      number
      publishedAt
    }
    evidenceFrom {
      id
      name
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
    history {
      to
      at
      reason
    }
  }
`);

interface Props {
  consultation: FragmentType<typeof ConsultationCardFragment>;
  /** A visitor is shown the way to vote; the deck asks them to sign in. */
  isSignedIn: boolean;
  /** Shows why it is for the viewer. */
  withReason?: boolean;
}

/** One consultation in a list: whose, what is asked, where it stands and what one can do now. */
export function ConsultationCard({ consultation, isSignedIn, withReason }: Props) {
  const shown = getFragmentData(ConsultationCardFragment, consultation);
  const { id, title, question, phase, commissions, rules, forYou } = shown;
  const [first] = forYou;
  const withdrawn =
    phase === 'withdrawn' && shown.history.filter(({ to }) => to === 'withdrawn').at(-1)?.reason;
  return (
    <li className="grid items-start gap-x-10 gap-y-4 border-b border-rule py-7 first:pt-5 desk:grid-cols-[minmax(0,1fr)_21rem]">
      <div>
        <p className="mb-1 text-small text-ink-2">{commissionLine(commissions)}</p>
        <h3>
          <Link to={paths.consultation(id)} className="text-ink">
            {title}
          </Link>
        </h3>
        {withReason && first && (
          <p className="mt-2 flex gap-2 text-small text-ink-2">
            <Icon name="eye" className="mt-[0.15em]" />
            <span>{forYou.join(' ')}</span>
          </p>
        )}
        <p className="mt-2">{question}</p>
        {withdrawn && <p className="mt-2">{firstSentence(withdrawn)}</p>}
        {phase === 'reported' && (
          <p className="mt-2">
            {plural(shown.voterCount, 'person voted', 'people voted')}.{' '}
            {sayOutcome(shown.answers, bodyInSentence(shown.convenedBy))}
          </p>
        )}
        <Numbers shown={shown} />
      </div>
      <div>
        {phase === 'withdrawn' ? (
          <Badge tone="error" icon="warning">
            Withdrawn
          </Badge>
        ) : (
          <Steps label="Phase" {...stepsOf(phase, rules)} narrow />
        )}
        <p className="mt-3.5 mb-4 text-small text-ink-2">{sayDates(shown)}</p>
        <NextThing shown={shown} isSignedIn={isSignedIn} isForMe={withReason} />
      </div>
    </li>
  );
}

/** The rest of a long reason is on the page. */
function firstSentence(reason: string): string {
  return `Withdrawn because: “${/^.*?[.?!](?=\s|$)/s.exec(reason)?.[0] ?? reason}”`;
}

function Numbers({ shown }: { shown: Shown }) {
  const { phase, voterCount, proposalCount, rounds, evidenceFrom, myVoteCount } = shown;
  const [round] = rounds;
  const parts = [
    phase !== 'preparing' &&
      phase !== 'reported' &&
      plural(voterCount, 'person has voted', 'people have voted', 'Nobody has voted yet'),
    phase !== 'preparing' && plural(proposalCount, 'proposal'),
    takesVotes(phase) &&
      evidenceFrom.length > 0 &&
      `Evidence from ${severalOf(evidenceFrom.map(({ name }) => name))}`,
    takesVotes(phase) &&
      round &&
      `Round ${round.number} published ${formatDate(round.publishedAt, 'short')}`,
    myVoteCount > 0 && `You voted on ${formatNumber(myVoteCount)}`,
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}

/** "SERA, Fabian Society and 2 others" */
function severalOf(names: readonly string[]): string {
  if (names.length <= 3) return listOf(names);
  return listOf([...names.slice(0, 2), plural(names.length - 2, 'other')]);
}

/** The one button: vote, read the answers, go on writing. */
function NextThing(props: { shown: Shown; isSignedIn: boolean; isForMe?: boolean }) {
  const { shown, isSignedIn, isForMe } = props;
  const { id, title, phase, viewerMay, proposalCount, myVoteCount } = shown;
  const about = <span className="sr-only">: {title}</span>;
  if (phase === 'preparing') {
    return viewerMay.includes('edit_paper') ? (
      <ButtonLink to={paths.editConsultation(id)} variant="line" icon="pen">
        Go on writing the paper{about}
      </ButtonLink>
    ) : (
      <ButtonLink to={paths.consultation(id)} variant="line">
        Read the paper{about}
      </ButtonLink>
    );
  }
  const choosing = sayChoosing(shown, isSignedIn);
  if (choosing) {
    return (
      <ButtonLink to={paths.priorities(id)} icon="list" variant={isForMe ? 'primary' : 'line'}>
        {choosing}
        {about}
      </ButtonLink>
    );
  }
  if (takesVotes(phase)) {
    const label = sayVoting(proposalCount, myVoteCount);
    if (label && (viewerMay.includes('vote') || !isSignedIn)) {
      return (
        <ButtonLink to={paths.vote(id)} icon="vote" variant={isForMe ? 'primary' : 'line'}>
          {label}
          {about}
        </ButtonLink>
      );
    }
    return (
      <ButtonLink to={paths.proposals(id)} variant="line" icon="comment">
        Join the discussion{about}
      </ButtonLink>
    );
  }
  return phase === 'withdrawn' ? (
    <ButtonLink to={paths.consultation(id)} variant="line">
      Read what was sent in{about}
    </ButtonLink>
  ) : (
    <ButtonLink to={paths.ranking(id)} variant="line" icon="rank">
      {phase === 'reported' ? 'Read the answers' : 'See the ranking'}
      {about}
    </ButtonLink>
  );
}
