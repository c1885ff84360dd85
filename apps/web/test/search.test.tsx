import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { renderPage } from './renderPage';

const hit = {
  __typename: 'SearchHit',
  id: 'chairs',
  kind: 'proposal',
  title: [
    { __typename: 'HighlightPart', text: 'Put a ', isMatch: false },
    { __typename: 'HighlightPart', text: 'dentist', isMatch: true },
    { __typename: 'HighlightPart', text: '’s chair <b>here</b>', isMatch: false },
  ],
  excerpt: [],
  consultationTitle: 'NHS dentistry',
  byline: 'Asha Rahman, Bristol East CLP',
  link: '/proposals/chairs',
};

const result = {
  __typename: 'SearchResult',
  hits: [hit],
  counts: [
    { __typename: 'SearchCount', kind: 'proposal', count: 1 },
    { __typename: 'SearchCount', kind: 'comment', count: 12 },
  ],
  isCapped: false,
  correctedTo: null,
};

afterEach(cleanup);

test('what matched is marked, and nothing that somebody wrote becomes HTML', async () => {
  const { container } = renderPage('/search?text=dentist', { Search: { search: result } });
  const marked = await screen.findByText('dentist', { selector: 'mark' });
  const link = marked.closest('a');
  expect(link?.textContent).toBe('Put a dentist’s chair <b>here</b>');
  expect(link?.querySelectorAll('mark')).toHaveLength(1);
  expect(link?.getAttribute('href')).toBe('/proposals/chairs');
  expect(await axeViolations(container)).toEqual([]);
});

test('what is searched and which kind stand in the address', async () => {
  const asked: Record<string, unknown>[] = [];
  const answer = (variables: Record<string, unknown>) => {
    asked.push(variables);
    return { search: result };
  };
  const { router } = renderPage('/search', { Search: answer });
  await userEvent.type(await screen.findByRole('searchbox'), 'dentist{Enter}');
  expect(router.state.location.search).toBe('?text=dentist');
  await userEvent.click(await screen.findByRole('link', { name: 'Comments 12' }));
  expect(router.state.location.search).toBe('?text=dentist&kind=comment');
  await screen.findByText('12 results for', { exact: false });
  expect(asked.at(-1)).toMatchObject({ text: 'dentist', kind: 'comment' });
});

test('a slip is forgiven and said; nothing found says what to try', async () => {
  renderPage('/search?text=dentits', {
    Search: { search: { ...result, correctedTo: 'dentists' } },
  });
  expect(await screen.findByText(/Nothing has “dentits” in it/)).toBeTruthy();
  expect(screen.getByText('“dentists”')).toBeTruthy();
  cleanup();
  renderPage('/search?text=xyzzy', { Search: { search: { ...result, hits: [], counts: [] } } });
  expect(await screen.findByText('Nothing found for “xyzzy”')).toBeTruthy();
});
