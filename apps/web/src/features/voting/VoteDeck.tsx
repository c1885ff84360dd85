import type { Choice } from '@clarion/deliberation';
import { useEffect, useReducer } from 'react';
import { paths } from '../../paths';
import { announce } from '../../ui/announce';
import { ButtonLink } from '../../ui/Button';
import { Checkbox } from '../../ui/Choose';
import { DeckProgress } from '../../ui/DeckProgress';
import { formatDate } from '../../ui/dates';
import { Notice } from '../../ui/Notice';
import { Loading } from '../../ui/states';
import { AfterSlip } from './AfterSlip';
import { DeckEnd } from './DeckEnd';
import {
  type Card,
  type Deck,
  emptyDeck,
  progressOf,
  reduceDeck,
  said,
  stageOf,
  takesAnswer,
  undoneVote,
} from './deck';
import { StatementSlip } from './StatementSlip';
import { useDeckKeys } from './useDeckKeys';
import { queueVote, useRefusedVotes, useWaitingVotes } from './voteQueue';
import { WaitingNotice } from './WaitingNotice';

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
      <DeckEnd
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
        <p className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2">
          Is something missing?
          <ButtonLink to={paths.newProposal(consultationId)} variant="line" size="small" icon="pen">
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

function useDeck({ cards, beyond }: Pick<Props, 'cards' | 'beyond'>) {
  const [deck, dispatch] = useReducer(reduceDeck, emptyDeck, (empty) =>
    reduceDeck(empty, { type: 'arrived', cards, beyond }),
  );
  useEffect(() => dispatch({ type: 'arrived', cards, beyond }), [cards, beyond]);
  return [deck, dispatch] as const;
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
