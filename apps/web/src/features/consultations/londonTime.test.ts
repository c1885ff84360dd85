import { expect, test } from '@jest/globals';
import { endOfDay, londonDay } from './londonTime';

test('voting closes at the end of the day in London, in winter and in summer', () => {
  expect(endOfDay('2026-12-10')).toBe('2026-12-10T23:59:00.000Z');
  expect(endOfDay('2026-07-17')).toBe('2026-07-17T22:59:00.000Z');
  for (const day of ['2026-12-10', '2026-07-17', '2026-03-29', '2026-10-25']) {
    expect(londonDay(endOfDay(day))).toBe(day);
  }
});
