import { useRef } from 'react';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { formatNumber, plural } from '../../ui/numbers';
import { DeckStop } from './DeckStop';
import { type Deck, leftIn, sinceLastStop } from './deck';
import { WaitingNotice } from './WaitingNotice';

interface Props {
  consultationId: string;
  member: { displayName: string };
  votedBefore: number;
  votesUntil: string;
  rules: { votesMayChange: boolean };
  mayPropose: boolean;
  mayPrioritise: boolean;
  isOnline: boolean;
  deck: Deck;
  refused: ReadonlyMap<string, string>;
  /** Votes that have not been sent yet. */
  waiting: number;
  onGoOn: () => void;
  onReopen: (id: string) => void;
}

/** Where the deck stops: after ten answers, and when none are left. */
export function DeckEnd(props: Props) {
  const { consultationId, member, deck, refused, waiting, votedBefore, mayPropose, isOnline } =
    props;
  const left = leftIn(deck);
  const answered = sinceLastStop(deck);
  const firstName = useRef(member.displayName.replace(/^(Dr|Prof|Mr|Mrs|Ms) /, '').split(' ')[0]);
  const isDone = left === 0;
  const hasNothing = isDone && answered.length === 0 && votedBefore === 0;
  return (
    <DeckStop
      title={
        hasNothing
          ? 'There is nothing to vote on yet'
          : isDone
            ? `You have answered every statement, ${firstName.current}`
            : `That is ten. Thank you, ${firstName.current}`
      }
      answered={answered}
      refused={refused}
      mayChange={props.rules.votesMayChange}
      onReopen={props.onReopen}
      actions={
        <>
          {!isDone && (
            <Button onClick={props.onGoOn}>
              Go on: {plural(left, 'more statement', 'more statements')}
            </Button>
          )}
          {props.mayPrioritise && (
            <ButtonLink
              to={paths.priorities(consultationId)}
              variant={isDone ? 'primary' : 'line'}
              icon="list"
            >
              Choose what matters most
            </ButtonLink>
          )}
          {mayPropose && (
            <ButtonLink to={paths.newProposal(consultationId)} variant="line" icon="pen">
              Propose your own view
            </ButtonLink>
          )}
          {isDone && (
            <ButtonLink to={paths.ranking(consultationId)} variant="line" icon="rank">
              See the ranking
            </ButtonLink>
          )}
          <ButtonLink to={paths.consultation(consultationId)} variant="bare">
            {isDone ? 'Back to the paper' : 'Stop here for now'}
          </ButtonLink>
        </>
      }
    >
      <p>{sayStop({ hasNothing, isDone, votedBefore, answered: answered.length })}</p>
      <p className="text-small text-ink-2">
        {!hasNothing &&
          props.rules.votesMayChange &&
          `You can change any of them until ${formatDate(props.votesUntil)}. `}
        {mayPropose && 'If something is missing, propose it, and others vote on it.'}
      </p>
      <WaitingNotice count={isOnline ? 0 : waiting} />
    </DeckStop>
  );
}

interface StopFacts {
  hasNothing: boolean;
  isDone: boolean;
  votedBefore: number;
  answered: number;
}

function sayStop({ hasNothing, isDone, votedBefore, answered }: StopFacts): string {
  if (hasNothing)
    return 'Statements come from proposals: they are here as soon as somebody sends one.';
  if (!isDone) return 'Your answers count as they are, whether you go on or stop.';
  const before = answered === 0 ? `You have voted on ${formatNumber(votedBefore)} here. ` : '';
  return `${before}New ones may still come in: they will be here when you come back.`;
}
