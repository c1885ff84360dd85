import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { VoteBar } from './VoteBar';

afterEach(cleanup);

test('a bar says its three numbers, with the words, to those who do not see it', () => {
  render(<VoteBar counts={{ agree: 1904, disagree: 236, pass: 287 }} />);
  expect(screen.getByRole('img', { name: '1,904 agree, 236 disagree, 287 pass' })).toBeTruthy();
});

test('an answer that nobody gave takes no room, and is still counted', () => {
  render(<VoteBar counts={{ agree: 2, disagree: 0, pass: 0 }} />);
  const bar = screen.getByRole('img', { name: '2 agree, 0 disagree, 0 pass' });
  expect(bar.children.length).toBe(1);
});

test('before Asha has voted there is a sentence and no number anywhere', () => {
  const { container } = render(<VoteBar counts={null} />);
  expect(container.textContent).toBe('You see how others voted after you have.');
  expect(screen.queryByRole('img')).toBeNull();
});

test('no votes is said in words', () => {
  render(<VoteBar counts={{ agree: 0, disagree: 0, pass: 0 }} />);
  expect(screen.getByText('Nobody has voted on this yet.')).toBeTruthy();
});
