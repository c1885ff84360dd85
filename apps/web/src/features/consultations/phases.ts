import type { Phase } from '../../graphql/generated/graphql';
import { bodyInSentence, bodyName } from '../../ui/bodyNames';
import { formatDate } from '../../ui/dates';
import { listOf, plural } from '../../ui/numbers';

export const phaseWords: Record<Phase, string> = {
  preparing: 'Preparing',
  open: 'Open',
  prioritising: 'Prioritising',
  reviewing: 'Reviewing',
  reported: 'Reported',
  withdrawn: 'Withdrawn',
};

const line: readonly Phase[] = ['preparing', 'open', 'prioritising', 'reviewing', 'reported'];

/** The line of phases that a consultation goes through: without a priority ballot one fewer. */
export function stepsOf(
  phase: Phase,
  rules: { priorityBallotSize: number },
): { steps: string[]; current: number } {
  const passed = line.filter((step) => step !== 'prioritising' || rules.priorityBallotSize > 0);
  return {
    steps: passed.map((step) => phaseWords[step]),
    current: passed.indexOf(phase),
  };
}

interface Promised {
  phase: Phase;
  votesUntil: string;
  answersBy: string;
  convenedBy: { kind: string; name: string };
  rules: { topN: number };
  answers: { answered: number; of: number; overdueDays: number };
  history: readonly { to: Phase; at: string; reason: string | null }[];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Education and Early Years commission, with Work and the Economy" */
export function commissionLine(commissions: readonly { kind: string; name: string }[]): string {
  const [first, ...others] = commissions;
  if (!first) return '';
  const rest = others.length > 0 ? `, with ${listOf(others.map(({ name }) => name))}` : '';
  return `${bodyName(first)}${rest}`;
}

/** When a phase was last set. */
export function setAt(
  history: readonly { to: Phase; at: string }[],
  phase: Phase,
): string | undefined {
  return history.filter((change) => change.to === phase).at(-1)?.at;
}

/** Where it stands and what a named body promised by when, in sentences. */
export function sayPhase(consultation: Promised): string {
  const { phase, votesUntil, answersBy, rules, answers, history } = consultation;
  const who = bodyInSentence(consultation.convenedBy);
  const promise = `${capital(who)} answers the top ${rules.topN} by ${formatDate(answersBy)}.`;
  switch (phase) {
    case 'preparing':
      return `${capital(who)} is writing the paper. Only its officers see it until it opens.`;
    case 'open':
      return `Open until ${formatDate(votesUntil)}. ${promise}`;
    case 'prioritising':
      return `Members choose what matters most until voting closes on ${formatDate(votesUntil)}. ${promise}`;
    case 'reviewing': {
      const so = `${answers.answered} of ${answers.of} answered so far.`;
      return answers.overdueDays > 0
        ? `${capital(who)} promised its answers by ${formatDate(answersBy)} and is ${plural(answers.overdueDays, 'day')} late. ${so}`
        : `Voting has closed. ${promise} ${so}`;
    }
    case 'reported': {
      const at = setAt(history, 'reported');
      return at ? `Reported on ${formatDate(at)}.` : 'Reported.';
    }
    case 'withdrawn': {
      const at = setAt(history, 'withdrawn');
      const reason = history.filter((change) => change.to === 'withdrawn').at(-1)?.reason;
      const when = at ? ` on ${formatDate(at)}` : '';
      return `${capital(who)} withdrew it${when}.${reason ? ` The reason: ${reason}` : ''}`;
    }
  }
}

/** The dates alone, where the body stands beside. */
export function sayDates(consultation: Promised): string {
  const { phase, votesUntil, answersBy, rules } = consultation;
  if (phase === 'open') {
    return `Open until ${formatDate(votesUntil)}. The top ${rules.topN} are answered by ${formatDate(answersBy)}.`;
  }
  if (phase === 'prioritising') {
    return `Voting closes on ${formatDate(votesUntil)}. The top ${rules.topN} are answered by ${formatDate(answersBy)}.`;
  }
  if (phase === 'withdrawn') return sayPhase({ ...consultation, history: shortened(consultation) });
  if (phase === 'preparing') return 'Not open yet: only the officers of its commissions see it.';
  return sayPhase(consultation);
}

/** Without the reasons, which are long. */
const shortened = ({ history }: Promised) => history.map((change) => ({ ...change, reason: null }));

/** Whether what matters most is chosen here now, or was. */
export function hasPriorities(consultation: {
  phase: Phase;
  rules: { priorityBallotSize: number };
}): boolean {
  const { phase, rules } = consultation;
  const isThere = phase === 'prioritising' || phase === 'reviewing' || phase === 'reported';
  return isThere && rules.priorityBallotSize > 0;
}

interface Choosing {
  phase: Phase;
  viewerMay: readonly string[];
  rules: { priorityBallotSize: number };
  priorityBallot: { isCast: boolean };
}

/** What leads to the choice of what matters most; null where one cannot choose. A visitor is shown the way. */
export function sayChoosing(consultation: Choosing, isSignedIn: boolean): string | null {
  const { phase, viewerMay, rules, priorityBallot } = consultation;
  const mayChoose =
    viewerMay.includes('prioritise') ||
    (!isSignedIn && phase === 'prioritising' && rules.priorityBallotSize > 0);
  if (!mayChoose) return null;
  return priorityBallot.isCast
    ? 'Change what matters most to you'
    : `Choose the ${rules.priorityBallotSize} that matter most`;
}

/** Whether votes are taken. */
export function takesVotes(phase: Phase): boolean {
  return phase === 'open' || phase === 'prioritising';
}

export function hasEnded(phase: Phase): boolean {
  return phase === 'reported' || phase === 'withdrawn';
}
