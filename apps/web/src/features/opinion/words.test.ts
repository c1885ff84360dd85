import { expect, test } from '@jest/globals';
import { sayGroups, sayLeast, sayShare, saySize } from './words';

test('a share is said as people say it', () => {
  expect([1, 0.96, 0.88, 0.7, 0.51, 0.44, 0.34, 0.16, 0.1].map(sayShare)).toEqual([
    'nearly all',
    'nearly all',
    '9 in 10',
    '2 in 3',
    '1 in 2',
    '2 in 5',
    '1 in 3',
    '1 in 6',
    '1 in 10',
  ]);
  expect(sayShare(0.04)).toBe('1 in 25');
});

test('how large a group is, and how many there are', () => {
  expect(saySize(1214, 0.33)).toBe('About 1 in 3, 1,214 people.');
  expect(saySize(40, 0.97)).toBe('Nearly all, 40 people.');
  expect(sayGroups(2)).toBe('Two groups who vote alike');
});

const group = (letter: string, agree: number, disagree: number) => ({
  letter,
  tally: { agree, disagree, pass: 0 },
});

test('what all share is said by the group that shares it least, never rounded up', () => {
  const groups = [group('A', 999, 1), group('B', 929, 71)];
  expect(sayLeast(groups, 'agree')).toBe('At least 92% of each group agree.');
  expect(sayLeast([...groups, { letter: 'C', tally: null }], 'agree')).toBe(
    'At least 92% of each group that can be shown agree.',
  );
  expect(sayLeast([{ letter: 'C', tally: null }], 'agree')).toBeNull();
});

test('where one group does not share it, that is said', () => {
  const groups = [group('A', 90, 10), group('B', 41, 59)];
  expect(sayLeast(groups, 'agree')).toBe('In group B only 41% agree.');
  expect(sayLeast([group('A', 10, 90), group('B', 20, 80)], 'disagree')).toBe(
    'At least 80% of each group disagree.',
  );
});
