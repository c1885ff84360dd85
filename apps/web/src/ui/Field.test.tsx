import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { TextArea } from './Field';

function Statement({ limit, error }: { limit: number; error?: string }) {
  const [text, setText] = useState('');
  return (
    <TextArea label="Your proposal" limit={limit} error={error} value={text} onChange={setText} />
  );
}

afterEach(cleanup);

test('Tom may type more than fits: nothing is cut off, and he is told by how much', async () => {
  render(<Statement limit={10} />);
  await userEvent.type(screen.getByLabelText('Your proposal'), 'More buses now');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your proposal').value).toBe('More buses now');
  expect(screen.getByRole('status').textContent).toBe('4 letters too many');
});

test('what is wrong belongs to the box it is about', () => {
  render(<Statement limit={180} error="Write what should happen." />);
  const box = screen.getByLabelText('Your proposal');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  const described = box.getAttribute('aria-describedby')?.split(' ') ?? [];
  const texts = described.map((id) => document.getElementById(id)?.textContent);
  expect(texts.join()).toContain('Write what should happen.');
});
