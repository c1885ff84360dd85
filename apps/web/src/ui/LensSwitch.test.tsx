import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { LensSwitch } from './LensSwitch';

const lenses = [
  { id: 'support@1', question: 'How many agree?', measure: 'Support', available: true },
  {
    id: 'common-ground@1',
    question: 'Do people who usually differ agree?',
    measure: 'Common ground',
    available: false,
    unavailable: 'Fewer than two opinion groups have been found.',
  },
  {
    id: 'breadth@1',
    question: 'Is it carried across the country?',
    measure: 'The share of regions that agree',
    available: true,
  },
];

function Ranking() {
  const [lens, setLens] = useState('support@1');
  return <LensSwitch lenses={lenses} value={lens} onChange={setLens} />;
}

afterEach(cleanup);

test('Lowri changes the order with the arrow keys', async () => {
  render(<Ranking />);
  screen.getByRole('radio', { name: 'How many agree?' }).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const breadth = screen.getByRole<HTMLInputElement>('radio', { name: /across the country/ });
  expect(breadth.checked).toBe(true);
  expect(screen.getByText('The share of regions that agree')).toBeTruthy();
});

test('a lens that cannot be shown now keeps its place, and says why to those who listen as well', async () => {
  render(<Ranking />);
  const closed = screen.getByRole('radio', {
    name: /usually differ agree\?.*Cannot be shown now/,
    description: 'Fewer than two opinion groups have been found.',
  });
  screen.getByRole('radio', { name: 'How many agree?' }).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect((closed as HTMLInputElement).checked).toBe(true);
  // What is asked for is then withheld with the same reason; the switch does not say it twice.
  expect(screen.queryByText(/Fewer than two opinion groups/)).toBeNull();
});
