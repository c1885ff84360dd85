import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts, useKeptText } from './useKeptText';

function Composer({ of = 'comment:p1', initial = '' }: { of?: string; initial?: string }) {
  const { text, setText, forget, isKept } = useKeptText(of, initial);
  return (
    <>
      <textarea aria-label="Comment" value={text} onChange={(e) => setText(e.target.value)} />
      <button type="button" onClick={forget}>
        Send
      </button>
      {isKept && <p>Kept on this device</p>}
    </>
  );
}

const box = () => screen.getByLabelText<HTMLTextAreaElement>('Comment');

afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

describe('what is typed', () => {
  test('is still there when Callum comes back to the page', async () => {
    render(<Composer />);
    await userEvent.type(box(), 'People stay where there is housing');
    cleanup();
    render(<Composer />);
    expect(box().value).toBe('People stay where there is housing');
    expect(screen.getByText('Kept on this device')).toBeTruthy();
  });

  test('is gone once it has been sent', async () => {
    render(<Composer />);
    await userEvent.type(box(), 'Yes');
    await userEvent.click(screen.getByText('Send'));
    expect(box().value).toBe('');
    expect(localStorage.length).toBe(0);
  });

  test('stays with what it was typed for', async () => {
    const { rerender } = render(<Composer of="comment:p1" />);
    await userEvent.type(box(), 'About dentists');
    rerender(<Composer of="comment:p2" />);
    expect(box().value).toBe('');
    rerender(<Composer of="comment:p1" />);
    expect(box().value).toBe('About dentists');
  });

  test('can be emptied on purpose, and does not turn back into the first words', async () => {
    render(<Composer initial="The words as they stand" />);
    await userEvent.clear(box());
    expect(box().value).toBe('');
  });

  test('is not left for the next person at the same machine', async () => {
    render(<Composer />);
    await userEvent.type(box(), 'Private');
    act(forgetKeptTexts);
    expect(box().value).toBe('');
    expect(localStorage.length).toBe(0);
  });
});
