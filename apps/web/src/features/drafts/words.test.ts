import { expect, test } from '@jest/globals';
import { numberLines } from './lines';
import { adoptionSentence, countsSentence } from './words';

test('the counts of a draft say where its paragraphs came from', () => {
  expect(countsSentence(46, 41, 5)).toBe(
    '46 paragraphs: 41 came from what members and societies sent, 5 were added by the drafters.',
  );
  expect(countsSentence(3, 1, 1)).toBe(
    '3 paragraphs: 1 came from what members and societies sent, 1 was added by the drafters, 1 does not show a source yet.',
  );
  expect(countsSentence(0, 0, 0)).toBe('No paragraph has been written yet.');
});

test('an adoption is told with its meeting and its counts', () => {
  const adoption = { meeting: 'Annual meeting, Leeds', for: 1112, against: 31, abstained: 4 };
  expect(adoptionSentence(adoption)).toBe(
    'Annual meeting, Leeds: 1,112 for, 31 against, 4 abstained.',
  );
});

test('lines are numbered through the whole document', () => {
  expect(numberLines([3, 1, 2])).toEqual([
    { first: 1, lines: 3 },
    { first: 4, lines: 1 },
    { first: 5, lines: 2 },
  ]);
});
