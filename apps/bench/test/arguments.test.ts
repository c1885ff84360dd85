import { expect, test } from '@jest/globals';
import { readArguments } from '../src/arguments.js';

const KNOWN = ['groups', 'recount', 'ranking'] as const;

test('No name means everything', () => {
  expect(readArguments([], KNOWN).names).toEqual(KNOWN);
});

test('What is named is measured once, in the order of the house', () => {
  const { names, isQuick } = readArguments(['ranking', '--quick', 'groups', 'groups'], KNOWN);
  expect(names).toEqual(['groups', 'ranking']);
  expect(isQuick).toBe(true);
});

test('What is not known is answered with a plain sentence that names what is', () => {
  expect(() => readArguments(['grops'], KNOWN)).toThrow(
    'I do not know "grops". I can measure groups, recount, ranking; --quick is shorter, --help says more.',
  );
});

test('a load is held as long as is said, if that is a time', () => {
  expect(readArguments(['soak', '--minutes', '2.5'], ['soak'])).toMatchObject({
    names: ['soak'],
    minutes: 2.5,
  });
  for (const wrong of [['--minutes'], ['--minutes', 'long'], ['--minutes', '0']]) {
    expect(() => readArguments(wrong, ['soak'])).toThrow(/--minutes takes a number/);
  }
});
