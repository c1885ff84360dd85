import { afterEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';

const member = (displayName: string) => ({ __typename: 'Member', id: 'asha', displayName });

const viewer = (displayName: string, rollName: string | null = null) => ({
  __typename: 'Viewer',
  needsPasskey: false,
  signedInBy: 'code',
  passkeys: [],
  sessions: [],
  rollName,
  member: member(displayName),
});

const shell = {
  viewer: {
    __typename: 'Viewer',
    standing: 'member',
    isRepresentative: false,
    heldUntil: null,
    lapsedOn: null,
    needsPasskey: false,
    officesWaiting: [],
    isModerator: false,
    suspendedUntil: null,
    interests: [],
    member: { ...member('Asha Rahman'), clp: null },
    offices: [],
  },
  demo: null,
};

const settings = (): Answers => ({
  Shell: shell,
  Settings: {
    signInWays: { __typename: 'SignInWays', code: true, passkey: false, partyLogin: false },
    myContact: null,
    viewer: viewer('Asha Rahman'),
  },
});

const refusal = (message: string) => ({ __typename: 'Refusal', reason: 'not_valid', message });

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

test('Asha signs with another name, and is told what is wrong with an empty one', async () => {
  const sent: unknown[] = [];
  const { container } = renderPage('/settings', {
    ...settings(),
    ChangeDisplayName: (variables) => {
      sent.push(variables);
      return { changeDisplayName: viewer('Asha R.', 'Asha Rahman') };
    },
  });
  const name = await screen.findByRole('textbox', { name: 'The name you sign with' });
  await userEvent.clear(name);
  await userEvent.click(screen.getByRole('button', { name: 'Sign with this name' }));
  expect(await screen.findByText(/The name is empty/)).toBeTruthy();
  await userEvent.type(name, 'Asha R.');
  await userEvent.click(screen.getByRole('button', { name: 'Sign with this name' }));
  await waitFor(() => expect(sent).toEqual([{ name: 'Asha R.' }]));
  expect(await screen.findByText(/The roll calls you Asha Rahman/)).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('Asha reads what goes and what stays before she can erase anything, and types that she means it', async () => {
  const sent: unknown[] = [];
  const { container, router } = renderPage('/settings', {
    ...settings(),
    Consultations: () => new Promise<never>(() => undefined),
    EraseMe: (variables) => {
      sent.push(variables);
      return sent.length === 1
        ? { eraseMe: refusal('Your email address changed a short while ago.') }
        : { eraseMe: { __typename: 'Erased', isDone: true } };
    },
  });
  localStorage.setItem('clarion:receipts:asha', '[]');
  localStorage.setItem('clarion:receipts:ruth', '[]');
  expect(screen.queryByRole('button', { name: 'Erase it for good' })).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Erase what is held about me' }));
  expect(screen.getByRole('heading', { name: 'What stays, and why' })).toBeTruthy();
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Erase it for good' }));
  await press();
  expect(await screen.findByText(/so that nothing is erased by a slip/)).toBeTruthy();
  expect(sent).toEqual([]);
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Type “erase me”' }), 'erase me');
  await press();
  expect(await screen.findByText(/address changed a short while ago/)).toBeTruthy();
  await press();
  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  await waitFor(() => expect(localStorage.getItem('clarion:receipts:asha')).toBeNull());
  expect(localStorage.getItem('clarion:receipts:ruth')).toBe('[]');
});

test('the download asks to confirm first, where that was too long ago', async () => {
  const asked: unknown[] = [];
  globalThis.fetch = jest.fn<typeof fetch>(async (address, options) => {
    asked.push([address, options?.method]);
    return new Response(null, { status: 403 });
  });
  renderPage('/settings', settings());
  await userEvent.click(
    await screen.findByRole('button', { name: 'Download what is held about me' }),
  );
  expect(await screen.findByRole('dialog')).toBeTruthy();
  expect(asked).toEqual([['/download/me.zip', 'HEAD']]);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('anybody reads what is held, why, how long and who sees it, from the foot of every page', async () => {
  const { container } = renderPage('/privacy');
  expect(await screen.findByRole('heading', { level: 1, name: 'Privacy' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'What stays, and why' })).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Privacy' });
  expect(link.getAttribute('href')).toBe('/privacy');
  expect(await axeViolations(container)).toEqual([]);
});
