import type { Choice } from '@clarion/deliberation';
import { useEffect, useReducer, useRef } from 'react';
import { paths } from '../../paths';
import { announce } from '../../ui/announce';
import { Button, ButtonLink } from '../../ui/Button';
import { Checkbox } from '../../ui/Choose';
import { DeckProgress } from '../../ui/DeckProgress';
import { formatDate } from '../../ui/dates';
import { Notice } from '../../ui/Notice';
import { formatNumber, plural } from '../../ui/numbers';
import { Loading } from '../../ui/states';
import { DeckStop } from './DeckStop';
import {
  type Card,
  type Deck,
  emptyDeck,
  leftIn,
  progressOf,
  reduceDeck,
  sinceLastStop,
  stageOf,
  takesAnswer,
  undoneVote,
} from './deck';
import { HowOthersVoted } from './HowOthersVoted';
import { StatementSlip } from './StatementSlip';
import { useDeckKeys } from './useDeckKeys';
import { queueVote, useRefusedVotes, useWaitingVotes } from './voteQueue';

/** After so many answers they are asked for their own view. */
const ASK_AFTER = 5;
/** With so few cards left more are fetched. */
const RUNNING_LOW = 4;

interface Props {
  consultationId: string;
  member: { id: string; displayName: string };
  /** What has been fetched so far, changed ones among it. */
  cards: readonly Card[];
  /** How many more there are. */
  beyond: number;
  /** How many they had answered before this sitting. */
  votedBefore: number;
  votesUntil: string;
  rules: { countsHiddenUntilVoted: boolean; votesMayChange: boolean };
  mayPropose: boolean;
  /** Whether they can choose what matters most. */
  mayPrioritise: boolean;
  /** Whether more could be fetched at this moment. */
  isOnline: boolean;
  onMore: () => void;
}

/** The deck: one statement, three answers, a place to stop after every ten. */
export function VoteDeck(props: Props) {
  const { consultationId, member, rules, isOnline, onMore } = props;
  const [deck, dispatch] = useDeck(props);
  const waiting = useWaitingVotes(member.id, consultationId);
  const refused = useRefusedVotes();
  const stage = stageOf(deck);

  const vote = ({ id, statement }: Card, choice: Choice | null, at: number) =>
    queueVote(member.id, { consultationId, proposalId: id, statement, choice, at });

  const choose = (choice: Choice) => {
    const at = Date.now();
    const card = deck.upcoming[0];
    if (!card || !takesAnswer(deck, at)) return;
    vote(card, choice, at);
    dispatch({ type: 'answered', choice, at });
    const next = deck.upcoming[1];
    announce(`${said[choice]}. ${next ? `Next: ${next.statement}` : ''}`);
  };
  const undo = () => {
    const undone = rules.votesMayChange ? undoneVote(deck) : undefined;
    if (!undone) return;
    const at = Date.now();
    vote(undone.card, undone.choice, at);
    dispatch({ type: 'undone', at });
    announce(`Taken back. ${undone.card.statement}`);
  };
  const keys = useDeckKeys(choose, undo);

  const low = deck.upcoming.length <= RUNNING_LOW && deck.beyond > 0 && isOnline;
  useEffect(() => {
    if (low) onMore();
  }, [low, onMore]);

  if (stage === 'stopping' || stage === 'done') {
    return (
      <Stop
        {...props}
        deck={deck}
        refused={refused}
        waiting={waiting.length}
        onGoOn={() => dispatch({ type: 'wentOn', at: Date.now() })}
        onReopen={(id) => dispatch({ type: 'reopened', id, at: Date.now() })}
      />
    );
  }
  const card = deck.upcoming[0];
  return (
    <>
      <DeckProgress {...progressOf(deck)} />
      <div className="mt-5">
        {card ? (
          <StatementSlip card={card} onChoose={choose} showKeys={keys.isOn} />
        ) : isOnline ? (
          <Loading what="Loading more statements" />
        ) : (
          <Notice tone="warning" title="More statements come when you are back online">
            <p>What you answered is kept on this device and sent by itself.</p>
          </Notice>
        )}
      </div>
      <AfterSlip
        deck={deck}
        refused={refused}
        onUndo={rules.votesMayChange ? undo : undefined}
        showKeys={keys.isOn}
      />
      <WaitingNotice count={isOnline ? 0 : waiting.length} />
      {props.mayPropose && deck.answered.length >= ASK_AFTER && (
        <p className="mt-6 border-t border-rule pt-5">
          Is something missing?{' '}
          <ButtonLink
            to={paths.newProposal(consultationId)}
            variant="line"
            size="small"
            icon="pen"
            className="ml-1"
          >
            Propose your own view
          </ButtonLink>
        </p>
      )}
      <SmallPrint {...props} deck={deck} />
      <div className="mt-2 hidden text-small desk:block">
        <Checkbox
          label="Answer with the keys A, D and P, and undo with U"
          checked={keys.isOn}
          onChange={keys.setOn}
        />
      </div>
    </>
  );
}

const said: Record<Choice, string> = { agree: 'Agreed', disagree: 'Disagreed', pass: 'Passed' };

function useDeck({ cards, beyond }: Pick<Props, 'cards' | 'beyond'>) {
  const [deck, dispatch] = useReducer(reduceDeck, emptyDeck, (empty) =>
    reduceDeck(empty, { type: 'arrived', cards, beyond }),
  );
  useEffect(() => dispatch({ type: 'arrived', cards, beyond }), [cards, beyond]);
  return [deck, dispatch] as const;
}

interface AfterProps {
  deck: Deck;
  refused: ReadonlyMap<string, string>;
  /** Left out where votes are final. */
  onUndo?: () => void;
  showKeys: boolean;
}

/** Below the slip: undo, the argument, and how others voted on the last one. */
function AfterSlip({ deck, refused, onUndo, showKeys }: AfterProps) {
  const card = deck.upcoming[0];
  const last = deck.answered.at(-1);
  return (
    <>
      <div className="mt-3 flex flex-wrap justify-between gap-x-4">
        {last && onUndo ? (
          <Button
            variant="bare"
            icon="undo"
            aria-keyshortcuts={showKeys ? 'U' : undefined}
            onClick={onUndo}
          >
            Undo your last: {last.choice}
            {showKeys && (
              <span className="key hidden desk:inline-block" aria-hidden="true">
                U
              </span>
            )}
          </Button>
        ) : (
          <span />
        )}
        {card && (
          <ButtonLink variant="bare" icon="comment" to={paths.proposal(card.id)}>
            Read the argument
            {card.commentCount > 0 && ` (${plural(card.commentCount, 'comment')})`}
          </ButtonLink>
        )}
      </div>
      {last && (
        <section aria-label="Your last answer" className="mt-5 border-y border-rule py-4">
          <p className="mb-2 text-small">
            {said[last.choice]}: <span className="text-ink-2">“{last.card.statement}”</span>
          </p>
          <HowOthersVoted proposalId={last.card.id} refused={refused.get(last.card.id)} />
        </section>
      )}
    </>
  );
}

function SmallPrint({ rules, votesUntil, deck }: Props & { deck: Deck }) {
  const { at, of } = progressOf(deck);
  const more = of - at;
  return (
    <p className="mt-6 text-small text-ink-2">
      Your vote is secret.{' '}
      {rules.votesMayChange
        ? `You can change it until voting closes on ${formatDate(votesUntil)}.`
        : 'It cannot be changed once it is cast.'}{' '}
      {rules.countsHiddenUntilVoted && 'You see how others voted after you have. '}
      {more > 0
        ? `${more} more after this and you reach a stopping point.`
        : 'After this you reach a stopping point.'}
    </p>
  );
}

function WaitingNotice({ count }: { count: number }) {
  if (count === 0) return null;
  const isOne = count === 1;
  return (
    <div className="mt-5">
      <Notice
        tone="warning"
        title={`${plural(count, 'vote')} ${isOne ? 'has' : 'have'} not been sent yet`}
      >
        <p>
          {isOne ? 'It is kept on this device and sent' : 'They are kept on this device and sent'}{' '}
          as soon as the connection is back. You can go on.
        </p>
      </Notice>
    </div>
  );
}

interface StopProps extends Props {
  deck: Deck;
  refused: ReadonlyMap<string, string>;
  waiting: number;
  onGoOn: () => void;
  onReopen: (id: string) => void;
}

function Stop(props: StopProps) {
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
