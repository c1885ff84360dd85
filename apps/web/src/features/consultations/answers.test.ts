import { expect, test } from '@jest/globals';
import { sayOutcome, sayVoting } from './answers';

const none = {
  answered: 0,
  of: 20,
  accepted: 0,
  acceptedInPart: 0,
  notTakenForward: 0,
  merged: 0,
  referred: 0,
};

test('Asha reads on the card what became of a closed consultation', () => {
  const answers = { ...none, answered: 20, accepted: 11, acceptedInPart: 5, notTakenForward: 4 };
  expect(sayOutcome(answers, 'the Energy commission')).toBe(
    'The Energy commission answered all of the top 20: it accepted 11, accepted 5 in part and did not take 4 forward.',
  );
});

test('missing answers are not hidden', () => {
  expect(sayOutcome({ ...none, answered: 14, referred: 14 }, 'the Health commission')).toBe(
    'The Health commission answered 14 of the top 20: it referred 14 to another body.',
  );
  expect(sayOutcome(none, 'Bristol East CLP')).toBe(
    'Bristol East CLP has not answered any of the top 20 yet.',
  );
});

test('the button says how long it takes, until she has begun', () => {
  expect(sayVoting(143, 0)).toBe('3 minutes: 10 statements');
  expect(sayVoting(7, 0)).toBe('2 minutes: 7 statements');
  expect(sayVoting(143, 10)).toBe('Go on voting');
  expect(sayVoting(9, 9)).toBeNull();
});
