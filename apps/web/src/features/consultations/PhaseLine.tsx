import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { bodyName } from '../../ui/bodyNames';
import { Notice } from '../../ui/Notice';
import { Steps } from '../../ui/Steps';
import { type CalendarDay, saveCalendar } from './calendar';
import { londonDay } from './londonTime';
import { hasEnded, sayPhase, stepsOf, takesVotes } from './phases';

const PhaseLineFragment = graphql(`
  fragment PhaseLine on Consultation {
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
    rules {
      topN
      priorityBallotSize
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
  }
`);

/** Where it stands, and the dated promise of a named body. */
export function PhaseLine(props: { consultation: FragmentType<typeof PhaseLineFragment> }) {
  const consultation = getFragmentData(PhaseLineFragment, props.consultation);
  const { id, title, phase, rules, answers } = consultation;
  const words = sayPhase(consultation);
  if (phase === 'withdrawn')
    return (
      <Notice tone="warning" title="Withdrawn">
        <p>{words}</p>
      </Notice>
    );
  const isLate = phase === 'reviewing' && answers.overdueDays > 0;
  return (
    <div className="border-y border-rule py-4">
      <Steps label="Phase" {...stepsOf(phase, rules)} />
      <div className="mt-3 space-y-1">
        {isLate ? (
          <Notice tone="error" title="Answers are overdue">
            <p>{words}</p>
          </Notice>
        ) : (
          <p>{words}</p>
        )}
        {!hasEnded(phase) && phase !== 'preparing' && (
          <Button
            variant="bare"
            size="small"
            icon="calendar"
            className="-ml-2.5 text-claret!"
            onClick={() => saveCalendar(`clarion-${id}`, calendarDays(consultation))}
          >
            Add {takesVotes(phase) ? 'these dates' : 'this date'} to your calendar
            <span className="sr-only">: {title}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

interface Dated {
  id: string;
  title: string;
  phase: Parameters<typeof takesVotes>[0];
  votesUntil: string;
  answersBy: string;
  convenedBy: { kind: string; name: string };
}

function calendarDays(consultation: Dated): CalendarDay[] {
  const { id, title, phase, votesUntil, answersBy, convenedBy } = consultation;
  const url = `${window.location.origin}${paths.consultation(id)}`;
  const answers = {
    uid: `answers-${id}@clarion`,
    day: answersBy,
    title: `${bodyName(convenedBy)} answers: ${title}`,
    url,
  };
  const votes = {
    uid: `votes-${id}@clarion`,
    day: londonDay(votesUntil),
    title: `Voting closes: ${title}`,
    url,
  };
  return takesVotes(phase) ? [votes, answers] : [answers];
}
