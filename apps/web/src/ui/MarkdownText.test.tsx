import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import MarkdownText from './MarkdownText';

afterEach(cleanup);

test('what a member wrote cannot run code, load pictures or lead to a script', () => {
  const text =
    '<script>alert(1)</script>\n\n![](https://elsewhere.example/seen.png)\n\n[x](javascript:alert(1))';
  const { container } = render(<MarkdownText text={text} />);
  expect(container.querySelector('script, img')).toBeNull();
  expect(container.querySelector('a')?.getAttribute('href') ?? '').not.toContain('javascript');
});

test('a heading inside a text never outranks those of the page', () => {
  render(<MarkdownText text="# The case" />);
  expect(screen.getByRole('heading', { level: 3, name: 'The case' })).toBeTruthy();
});

test('a link to somewhere else gives it no standing', () => {
  render(<MarkdownText text="[A study](https://study.example)" />);
  expect(screen.getByRole('link', { name: 'A study' }).getAttribute('rel')).toContain('nofollow');
});
