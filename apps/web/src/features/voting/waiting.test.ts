import { expect, test } from '@jest/globals';
import { enqueue, parseWaiting, settle, type WaitingVote, waitingIn } from './waiting';

const vote = (proposalId: string, more: Partial<WaitingVote> = {}): WaitingVote => ({
  consultationId: 'dentistry',
  proposalId,
  statement: 'Publish the waiting times',
  choice: 'agree',
  at: 1,
  ...more,
});

test('Asha changes her mind while offline: only her last word waits', () => {
  const waiting = enqueue([vote('p1'), vote('p2')], vote('p1', { choice: 'disagree', at: 2 }));
  expect(waiting).toEqual([vote('p2'), vote('p1', { choice: 'disagree', at: 2 })]);
});

test('what she said while her first word was on its way is still to be sent', () => {
  const later = vote('p1', { choice: null, at: 2 });
  expect(settle([later], vote('p1', { at: 1 }))).toEqual([later]);
  expect(settle([later], later)).toEqual([]);
});

test('the votes of one consultation are told from those of another', () => {
  const other = vote('p9', { consultationId: 'renting' });
  expect(waitingIn([vote('p1'), other], 'renting')).toEqual([other]);
});

test('what the browser kept is read again; what cannot be read is left out', () => {
  const kept = [vote('p1'), vote('p2', { choice: null }), { proposalId: 'p3', choice: 'perhaps' }];
  expect(parseWaiting(JSON.stringify(kept))).toEqual([vote('p1'), vote('p2', { choice: null })]);
  expect(parseWaiting('{broken')).toEqual([]);
  expect(parseWaiting('')).toEqual([]);
});
