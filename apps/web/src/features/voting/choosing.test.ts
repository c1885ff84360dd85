import { expect, test } from '@jest/globals';
import {
  answer,
  type Chosen,
  choose,
  type KeptBallot,
  keep,
  letGo,
  move,
  parseKept,
} from './choosing';

const item = (id: string): Chosen => ({ id, statement: `Statement ${id}` });
const list = ['a', 'b', 'c'].map(item);
const ids = (chosen: readonly Chosen[]) => chosen.map(({ id }) => id).join('');
const ballot = (more: Partial<KeptBallot> = {}): KeptBallot => ({
  consultationId: 'renting',
  title: 'A fair deal for renters',
  chosen: list,
  at: 1,
  state: 'waiting',
  refusal: null,
  ...more,
});

test('Asha chooses up to as many as the rules say, each once', () => {
  expect(ids(choose(list, item('d'), 5))).toBe('abcd');
  expect(ids(choose(list, item('b'), 5))).toBe('abc');
  expect(ids(choose(list, item('d'), 3))).toBe('abc');
  expect(ids(letGo(list, 'b'))).toBe('ac');
});

test('she moves one up or down; at an end it stays', () => {
  expect(ids(move(list, 'c', -1))).toBe('acb');
  expect(ids(move(list, 'a', 1))).toBe('bac');
  expect(ids(move(list, 'a', -1))).toBe('abc');
  expect(ids(move(list, 'c', 1))).toBe('abc');
  expect(ids(move(list, 'z', 1))).toBe('abc');
});

test('only her last list of each consultation waits', () => {
  const other = ballot({ consultationId: 'buses' });
  const kept = keep(keep([other], ballot()), ballot({ at: 2, chosen: [item('z')] }));
  expect(kept).toEqual([other, ballot({ at: 2, chosen: [item('z')] })]);
});

test('what she changed while her list was on its way is still to be sent', () => {
  const later = ballot({ at: 2 });
  expect(answer([later], ballot(), null)).toEqual([later]);
  expect(answer([later], later, null)).toEqual([]);
});

test('a list that was refused is kept, with the reason', () => {
  const refusal = { reason: 'proposal_closed', message: 'This proposal was taken back.' };
  expect(answer([ballot()], ballot(), refusal)).toEqual([ballot({ state: 'refused', refusal })]);
});

test('what the browser kept is read again; what cannot be read is left out', () => {
  const kept = [ballot(), { ...ballot(), chosen: ['a'] }, { ...ballot(), state: 'lost' }];
  expect(parseKept(JSON.stringify(kept))).toEqual([ballot()]);
  expect(parseKept(JSON.stringify([{ ...ballot(), state: 'refused' }]))).toEqual([]);
  expect(parseKept('{broken')).toEqual([]);
  expect(parseKept('')).toEqual([]);
});
