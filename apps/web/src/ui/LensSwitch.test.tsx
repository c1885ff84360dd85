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

test('Lowri changes the order with the arrow keys, past a lens that is not here yet', async () => {
  render(<Ranking />);
  screen.getByRole('radio', { name: 'How many agree?' }).focus();
  await userEvent.keyboard('{ArrowDown}');
  const breadth = screen.getByRole<HTMLInputElement>('radio', { name: /across the country/ });
  expect(breadth.checked).toBe(true);
  expect(screen.getByText('The share of regions that agree')).toBeTruthy();
});

test('a lens that is not here yet says so and cannot be chosen', async () => {
  render(<Ranking />);
  const coming = screen.getByRole<HTMLInputElement>('radio', { name: /Coming, not yet here/ });
  expect(coming.disabled).toBe(true);
  await userEvent.click(coming);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'How many agree?' }).checked).toBe(
    true,
  );
});
