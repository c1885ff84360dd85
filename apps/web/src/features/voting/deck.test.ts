import { describe, expect, test } from '@jest/globals';
import {
  type Card,
  type Deck,
  type DeckEvent,
  emptyDeck,
  leftIn,
  progressOf,
  reduceDeck,
  stageOf,
  undoneVote,
} from './deck';

function card(id: string, more: Partial<Card> = {}): Card {
  return {
    id,
    statement: `Statement ${id}`,
    author: { name: 'Gwenllian Pryce', clpName: 'Ynys Môn CLP' },
    onBehalfOf: null,
    createdAt: '2026-05-02T10:00:00.000Z',
    evidence: [],
    commentCount: 0,
    said: null,
    earlier: null,
    ...more,
  };
}

const cards = (count: number) => Array.from({ length: count }, (_, index) => card(`p${index + 1}`));

let clock = 0;
const later = () => {
  clock += 1_000;
  return clock;
};

const play = (deck: Deck, ...events: DeckEvent[]) => events.reduce(reduceDeck, deck);
const dealt = (count: number, beyond = 0) =>
  play(emptyDeck, { type: 'arrived', cards: cards(count), beyond });
const answers = (count: number): DeckEvent[] =>
  Array.from({ length: count }, () => ({ type: 'answered', choice: 'agree', at: later() }));
const shown = (deck: Deck) => deck.upcoming[0]?.id;

describe('Asha goes through the deck', () => {
  test('an answer brings the next statement and one more step', () => {
    const deck = play(dealt(20), ...answers(6));
    expect(shown(deck)).toBe('p7');
    expect(progressOf(deck)).toEqual({ at: 7, of: 10 });
    expect(stageOf(deck)).toBe('voting');
  });

  test('a second tap at once was meant for the statement before and says nothing to the next', () => {
    const at = later();
    const deck = play(
      dealt(20),
      { type: 'answered', choice: 'agree', at },
      { type: 'answered', choice: 'agree', at: at + 120 },
    );
    expect(shown(deck)).toBe('p2');
    expect(deck.answered).toHaveLength(1);
  });

  test('after ten there is a stop, and no answer is taken until she goes on', () => {
    const stopped = play(dealt(20), ...answers(12));
    expect(stageOf(stopped)).toBe('stopping');
    expect(stopped.answered).toHaveLength(10);
    const on = play(stopped, { type: 'wentOn', at: later() });
    expect(stageOf(on)).toBe('voting');
    expect(progressOf(on)).toEqual({ at: 1, of: 10 });
  });

  test('with seven statements in all the way is seven long, and then it is done', () => {
    const deck = dealt(7);
    expect(progressOf(deck)).toEqual({ at: 1, of: 7 });
    expect(stageOf(play(deck, ...answers(7)))).toBe('done');
  });

  test('it is not done while more are to come', () => {
    const deck = play(dealt(3, 2), ...answers(3));
    expect(stageOf(deck)).toBe('fetching');
    expect(leftIn(deck)).toBe(2);
  });
});

describe('Asha thinks again', () => {
  test('undo brings back the last statement and takes the vote back', () => {
    const deck = play(dealt(20), ...answers(3));
    expect(undoneVote(deck)).toMatchObject({ card: { id: 'p3' }, choice: null });
    const undone = play(deck, { type: 'undone', at: later() });
    expect(shown(undone)).toBe('p3');
    expect(progressOf(undone)).toEqual({ at: 3, of: 10 });
  });

  test('undo at the stop goes back to the tenth', () => {
    const deck = play(dealt(20), ...answers(10), { type: 'undone', at: later() });
    expect(stageOf(deck)).toBe('voting');
    expect(progressOf(deck)).toEqual({ at: 10, of: 10 });
  });

  test('undo after going on reaches back over the stop', () => {
    const deck = play(
      dealt(20),
      ...answers(10),
      { type: 'wentOn', at: later() },
      { type: 'undone', at: later() },
    );
    expect(shown(deck)).toBe('p10');
    expect(progressOf(deck)).toEqual({ at: 10, of: 10 });
  });

  test('with nothing answered there is nothing to undo', () => {
    const deck = dealt(3);
    expect(undoneVote(deck)).toBeUndefined();
    expect(reduceDeck(deck, { type: 'undone', at: later() })).toBe(deck);
  });

  test('a statement chosen at the stop comes back with what she said, and undo returns to that', () => {
    const stopped = play(dealt(20), ...answers(10));
    const again = play(stopped, { type: 'reopened', id: 'p4', at: later() });
    expect(again.upcoming[0]).toMatchObject({ id: 'p4', said: 'agree' });
    const changed = play(again, { type: 'answered', choice: 'disagree', at: later() });
    expect(stageOf(changed)).toBe('stopping');
    expect(undoneVote(changed)).toMatchObject({ card: { id: 'p4' }, choice: 'agree' });
  });
});

describe('statements arrive', () => {
  test('the same arrival twice changes nothing', () => {
    const deck = dealt(5, 3);
    expect(reduceDeck(deck, { type: 'arrived', cards: cards(5), beyond: 3 })).toBe(deck);
  });

  test('what she has answered does not come again, though Clarion does not know it yet', () => {
    const deck = play(dealt(4), ...answers(2), { type: 'arrived', cards: cards(6), beyond: 0 });
    expect(deck.upcoming.map(({ id }) => id)).toEqual(['p3', 'p4', 'p5', 'p6']);
  });

  test('the statement being read stays under her thumb; a changed one comes next', () => {
    const earlier = { statement: 'Before', reason: 'Clearer' };
    const changed = card('c1', { said: 'agree', earlier });
    const deck = play(dealt(3), { type: 'arrived', cards: [changed], beyond: 0 });
    expect(deck.upcoming.map(({ id }) => id)).toEqual(['p1', 'c1', 'p2', 'p3']);
  });

  test('undo of an answer to changed words says again what she said to the earlier ones', () => {
    const earlier = { statement: 'Before', reason: null };
    const changed = card('c1', { said: 'disagree', earlier });
    const deck = play(
      emptyDeck,
      { type: 'arrived', cards: [...cards(2), changed], beyond: 0 },
      ...answers(1),
    );
    expect(undoneVote(deck)).toMatchObject({ card: { id: 'c1' }, choice: 'disagree' });
  });
});
