import { gql } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { openHabits } from './habits';

const [PROPOSAL, THREAD, QUEUE] = [
  gql`query Proposal($id: ID!) { proposal(id: $id) { id } }`,
  gql`query Thread($id: ID!, $first: Int) { proposal(id: $id, first: $first) { id } }`,
  gql`query Queue { queue { id } }`,
];
const CHILDCARE = '11111111-2222-4333-8444-555555555555';
const BUSES = '66666666-7777-4888-8999-000000000000';

const asks = (id: string) => [
  { query: PROPOSAL, variables: { id } },
  { query: THREAD, variables: { id, first: 20 } },
];

test('the next proposal is expected to ask what the last one asked, about itself', () => {
  const habits = openHabits();
  expect(habits.expected('proposal', BUSES)).toEqual([]);
  habits.note('proposal', CHILDCARE, asks(CHILDCARE));
  expect(habits.expected('proposal', BUSES)).toEqual(asks(BUSES));
  expect(habits.expected('story', BUSES)).toEqual([]);
});

test('what Helen alone asks is not expected of Asha', () => {
  const habits = openHabits();
  habits.note('proposal', CHILDCARE, asks(CHILDCARE));
  habits.note('proposal', CHILDCARE, [...asks(CHILDCARE), { query: QUEUE, variables: {} }]);
  expect(habits.expected('proposal', BUSES)).toEqual(asks(BUSES));
  habits.note('proposal', BUSES, asks(BUSES));
  expect(habits.expected('proposal', CHILDCARE)).toEqual(asks(CHILDCARE));
});

test('what tells of anything but the address is found out each time', () => {
  const habits = openHabits();
  const merged = { query: THREAD, variables: { id: BUSES } };
  habits.note('proposal', CHILDCARE, [...asks(CHILDCARE), merged]);
  expect(habits.expected('proposal', BUSES)).toEqual(asks(BUSES));
});
