import { type Choice, STOP_POINT } from '@clarion/deliberation';

/** A statement to vote on, as the deck holds it. */
export interface Card {
  id: string;
  statement: string;
  author: { name: string; clpName: string | null };
  onBehalfOf: string | null;
  createdAt: string;
  evidence: { id: string; claim: string; from: string }[];
  commentCount: number;
  /** What they said to it before; null for a new one. */
  said: Choice | null;
  /** The words they said it to, where those have changed since, and why they changed. */
  earlier: { statement: string; reason: string | null } | null;
}

export interface Answered {
  card: Card;
  choice: Choice;
}

/** One sitting with the deck. */
export interface Deck {
  /** The first one is shown. */
  upcoming: readonly Card[];
  /** First to last. */
  answered: readonly Answered[];
  /** How many were answered at the last stop. */
  stoppedAt: number;
  /** How many more there are that have not been fetched. */
  beyond: number;
  /** When the card that is shown came, in milliseconds. */
  shownAt: number;
}

export type DeckEvent =
  /** Statements came, changed ones among them, and so many more remain to be fetched. */
  | { type: 'arrived'; cards: readonly Card[]; beyond: number }
  | { type: 'answered'; choice: Choice; at: number }
  | { type: 'undone'; at: number }
  /** They want to answer one again. */
  | { type: 'reopened'; id: string; at: number }
  | { type: 'wentOn'; at: number };

/** voting: a card is shown · stopping: ten are answered · fetching: more are to come · done. */
export type Stage = 'voting' | 'stopping' | 'fetching' | 'done';

/** A second tap so soon, in milliseconds, was meant for the card before. */
export const TOO_SOON = 300;

export const emptyDeck: Deck = { upcoming: [], answered: [], stoppedAt: 0, beyond: 0, shownAt: 0 };

const sinceStop = (deck: Deck) => deck.answered.length - deck.stoppedAt;

export function stageOf(deck: Deck): Stage {
  if (sinceStop(deck) >= STOP_POINT) return 'stopping';
  if (deck.upcoming.length > 0) return 'voting';
  return deck.beyond > 0 ? 'fetching' : 'done';
}

/** What was answered since the last stop. */
export function sinceLastStop(deck: Deck): readonly Answered[] {
  return deck.answered.slice(deck.stoppedAt);
}

/** The place of the shown card on the way to the next stop. */
export function progressOf(deck: Deck): { at: number; of: number } {
  const done = sinceStop(deck);
  const of = Math.min(STOP_POINT, done + leftIn(deck));
  return { at: Math.min(done + 1, of), of };
}

/** How many are left in all. */
export function leftIn(deck: Deck): number {
  return deck.upcoming.length + deck.beyond;
}

/** Whether an answer at this moment counts: there is a card, and it has been there long enough. */
export function takesAnswer(deck: Deck, at: number): boolean {
  return stageOf(deck) === 'voting' && at - deck.shownAt >= TOO_SOON;
}

/**
 * What to send when the last answer is undone: what they said before, or null to take the vote back.
 * Undefined when there is nothing to undo.
 */
export function undoneVote(deck: Deck): { card: Card; choice: Choice | null } | undefined {
  const last = deck.answered.at(-1);
  return last && { card: last.card, choice: last.card.said };
}

export function reduceDeck(deck: Deck, event: DeckEvent): Deck {
  switch (event.type) {
    case 'arrived':
      return arrived(deck, event.cards, event.beyond);
    case 'answered': {
      const [card, ...upcoming] = deck.upcoming;
      if (!card || !takesAnswer(deck, event.at)) return deck;
      const answered = [...deck.answered, { card, choice: event.choice }];
      return { ...deck, upcoming, answered, shownAt: event.at };
    }
    case 'undone': {
      const last = deck.answered.at(-1);
      return last ? back(deck, last.card, event.at) : deck;
    }
    case 'reopened': {
      const found = deck.answered.find(({ card }) => card.id === event.id);
      return found ? back(deck, { ...found.card, said: found.choice }, event.at) : deck;
    }
    case 'wentOn':
      return { ...deck, stoppedAt: deck.answered.length, shownAt: event.at };
  }
}

/** Puts a card on top again; from before a stop, back to the stretch before it. */
function back(deck: Deck, card: Card, at: number): Deck {
  const answered = deck.answered.filter((one) => one.card.id !== card.id);
  const upcoming = [card, ...deck.upcoming];
  const stoppedAt =
    answered.length < deck.stoppedAt
      ? Math.max(0, deck.stoppedAt - STOP_POINT)
      : Math.min(deck.stoppedAt, answered.length);
  return { ...deck, upcoming, answered, stoppedAt, shownAt: at };
}

/**
 * What is new goes below the card that is being read, changed ones first; what is known stays as it is.
 * The same arrival twice is one arrival.
 */
function arrived(deck: Deck, cards: readonly Card[], beyond: number): Deck {
  const known = new Set([...deck.upcoming, ...deck.answered.map(({ card }) => card)].map(idOf));
  const fresh = cards.filter((card) => !known.has(card.id));
  if (fresh.length === 0 && beyond === deck.beyond) return deck;
  const [shown, ...rest] = deck.upcoming;
  const changed = fresh.filter((card) => card.earlier);
  const others = fresh.filter((card) => !card.earlier);
  const upcoming = [...(shown ? [shown] : []), ...changed, ...rest, ...others];
  return { ...deck, upcoming, beyond };
}

const idOf = ({ id }: Card) => id;

/** What was done with a statement, in a word. */
export const said: Record<Choice, string> = {
  agree: 'Agreed',
  disagree: 'Disagreed',
  pass: 'Passed',
};
