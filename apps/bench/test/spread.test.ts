import { expect, test } from '@jest/globals';
import { ratios, sayNumber, saySpread, spread } from '../src/spread.js';

test('The median of an even number is half-way between the middle two', () => {
  expect(spread([4, 1, 3, 2])).toEqual({ least: 1, median: 2.5, most: 4 });
  expect(spread([7])).toEqual({ least: 7, median: 7, most: 7 });
  expect(() => spread([])).toThrow('Nothing was measured.');
});

test('A ratio is to what was measured in the same round, so that a slow round falls out', () => {
  expect(ratios([10, 100, 10], [5, 50, 5])).toEqual({ least: 2, median: 2, most: 2 });
  expect(() => ratios([1], [1, 2])).toThrow('Not every round has both.');
});

test('Numbers are said with three digits that count', () => {
  expect([0, 0.012_34, 1.234, 12.34, 123.4, 1_234.5, 0.999_96].map(sayNumber)).toEqual([
    '0',
    '0.0123',
    '1.23',
    '12.3',
    '123',
    '1,235',
    '1.000',
  ]);
  expect(saySpread({ least: 1, median: 2, most: 3 })).toBe('1.00 / **2.00** / 3.00');
});
