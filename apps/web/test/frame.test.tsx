import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

afterEach(cleanup);

const asha = {
  viewer: viewerOf('Asha Rahman', { interests: ['health'] }),
  demo: { __typename: 'Demo' },
};

test('the masthead says who is signed in, and the demonstration says that it is one', async () => {
  renderPage('/no-such-page', { Shell: asha });
  expect(await screen.findByRole('button', { name: 'Signed in as Asha Rahman' })).toBeTruthy();
  expect(screen.getByText('This is a demonstration.')).toBeTruthy();
});

test('nobody is offered to sign in, and comes back to where they were', async () => {
  renderPage('/no-such-page');
  const [link] = await screen.findAllByRole('link', { name: 'Sign in' });
  expect(link?.getAttribute('href')).toBe('/sign-in?next=%2Fno-such-page');
});

test('after going to another page focus is on its heading, and the title is its own', async () => {
  const { router } = renderPage('/no-such-page');
  await screen.findByRole('heading', { level: 1 });
  expect(document.activeElement).toBe(document.body);
  await act(() => router.navigate('/neither/is/this'));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
  expect(document.title).toBe('We cannot find that page – Clarion');
});

test('Escape closes the menu and gives focus back to its button', async () => {
  renderPage('/no-such-page', { Shell: asha });
  const button = await screen.findByRole('button', { name: 'Signed in as Asha Rahman' });
  await userEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{Escape}');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(button);
});
