import { expect, test } from '@jest/globals';
import { roundsBefore, sayHistory } from './history';

const past = (...ranks: (number | null)[]) => ranks.map((rank, at) => ({ round: at + 1, rank }));

test('each place is said with its rounds, and rounds at the same place together', () => {
  expect(sayHistory(past(5, 3), 2)).toBe('Was 5th in round 1 and 3rd in round 2.');
  expect(sayHistory(past(5, 3, 3, 4, 4, 4), 2)).toBe(
    'Was 5th in round 1, 3rd in rounds 2 and 3 and 4th in rounds 4 to 6.',
  );
});

test('what never moved is said in a few words', () => {
  expect(sayHistory(past(1), 1)).toBe('Was 1st in round 1 too.');
  expect(sayHistory(past(1, 1, 1), 1)).toBe('Has been 1st since round 1.');
});

test('a round below the quorum line is one without a place', () => {
  expect(sayHistory(past(null, 9), 7)).toBe('Was not ranked in round 1 and 9th in round 2.');
  expect(sayHistory(past(null, null), null)).toBe('Not ranked in any round before.');
});

test('a new proposal has no past, and neither has the first round', () => {
  expect(sayHistory([], 4)).toBeNull();
  expect(roundsBefore(past(5, 3, 2), 2)).toEqual([{ round: 1, rank: 5 }]);
  expect(roundsBefore(past(5, 3), null)).toHaveLength(2);
});
