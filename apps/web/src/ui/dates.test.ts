import { expect, test } from '@jest/globals';
import { daysUntil, formatDate, formatRelative } from './dates';

test.each([
  ['2026-05-28', 'day', 'Thursday 28 May'],
  ['2026-05-28', 'year', '28 May 2026'],
  ['2026-05-28', 'short', '28 May'],
  ['2026-04-12T20:14:00Z', 'moment', 'Sunday 12 April, 9.14pm'],
  ['2026-11-21T09:00:00Z', 'moment', 'Saturday 21 November, 9am'],
  ['2026-11-23T12:31:00Z', 'moment', 'Monday 23 November, 12.31pm'],
  ['2026-11-23T00:05:00Z', 'moment', 'Monday 23 November, 12.05am'],
  // 23.30 UTC on 31 May is already 1 June in London.
  ['2026-05-31T23:30:00Z', 'day', 'Monday 1 June'],
] as const)('%s as %s reads %s', (iso, style, words) => {
  expect(formatDate(iso, style)).toBe(words);
});

test.each([
  ['2026-11-21T11:59:50Z', 'just now'],
  ['2026-11-21T10:00:00Z', '2 hours ago'],
  ['2026-11-19T12:00:00Z', '2 days ago'],
  ['2026-11-24T13:00:00Z', 'in 3 days'],
])('%s at noon on 21 November is %s', (iso, words) => {
  expect(formatRelative(iso, new Date('2026-11-21T12:00:00Z'))).toBe(words);
});

test('a promise for today is not late until midnight in London', () => {
  expect(daysUntil('2026-06-12', new Date('2026-06-12T22:59:00Z'))).toBe(0);
  expect(daysUntil('2026-06-12', new Date('2026-06-12T23:01:00Z'))).toBe(-1);
});
