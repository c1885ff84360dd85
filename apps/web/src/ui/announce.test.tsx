import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { Announcer, announce } from './announce';

afterEach(cleanup);

test('a vote that was counted is read out', () => {
  render(<Announcer />);
  act(() => announce('Counted: agree. 3 to go.'));
  expect(screen.getByRole('status').textContent).toBe('Counted: agree. 3 to go.');
  expect(screen.getByRole('alert').textContent).not.toContain('Counted');
});

test('the same words twice are two messages', () => {
  render(<Announcer />);
  act(() => announce('Counted: agree.'));
  const first = screen.getByRole('status').firstChild;
  act(() => announce('Counted: agree.'));
  expect(screen.getByRole('status').firstChild).not.toBe(first);
  expect(screen.getByRole('status').textContent).toBe('Counted: agree.');
});

test('what went wrong interrupts', () => {
  render(<Announcer />);
  act(() => announce('Your vote was not taken.', 'urgent'));
  expect(screen.getByRole('alert').textContent).toBe('Your vote was not taken.');
});
