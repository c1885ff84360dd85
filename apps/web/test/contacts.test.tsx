import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(cleanup);

type Variables = Record<string, unknown>;

const refusal = (reason: string, message: string, field: string | null = null) => ({
  __typename: 'Refusal',
  reason,
  message,
  field,
});
const inThreeDays = '2099-11-28T20:25:00.000Z';

const shell = (heldUntil: string | null = null) => ({
  viewer: viewerOf('Asha Rahman', { clp: null, heldUntil }),
  demo: null,
});

const change = (changes: Variables = {}) => ({
  __typename: 'MyContactChange',
  id: 'change-1',
  way: 'staff',
  status: 'made',
  oldEmail: 'asha@example.org',
  newEmail: 'thief@example.com',
  at: '2026-11-25T20:25:00.000Z',
  mayObject: true,
  ...changes,
});

const settings = (contact: Variables = {}): Answers => ({
  Shell: shell(),
  Settings: {
    signInWays: { __typename: 'SignInWays', code: true, passkey: false, partyLogin: false },
    myContact: {
      __typename: 'MyContact',
      email: 'asha@example.org',
      heldUntil: null,
      changes: [],
      ...contact,
    },
    viewer: {
      __typename: 'Viewer',
      needsPasskey: false,
      offices: [],
      rollName: null,
      member: { __typename: 'Member', id: 'asha', displayName: 'Asha Rahman' },
      passkeys: [],
      sessions: [],
    },
  },
});

test('Asha changes her address by the code that went to the new one', async () => {
  const sent: Variables[] = [];
  const { container } = renderPage('/settings', {
    ...settings(),
    ChangeContact: (variables) => {
      sent.push(variables);
      return variables['email'] === 'asha@example.org'
        ? { changeContact: refusal('nothing_changed', 'That is the address you have.') }
        : { changeContact: { __typename: 'ContactAsked', id: variables['id'] } };
    },
    ConfirmContact: (variables) => {
      sent.push(variables);
      return variables['code'] === '12345678'
        ? { confirmContact: { __typename: 'MyContact' } }
        : { confirmContact: refusal('wrong_code', 'That code is not right.') };
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Use another address' }));
  expect(await axeViolations(container)).toEqual([]);
  const field = screen.getByLabelText('New email address');
  await userEvent.type(field, 'asha@example.org{Enter}');
  expect(await screen.findByText('That is the address you have.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field));
  await userEvent.clear(field);
  await userEvent.type(field, 'asha@example.com{Enter}');
  const code = await screen.findByLabelText('Code');
  await userEvent.type(code, '00000000{Enter}');
  expect(await screen.findByText('That code is not right.')).toBeTruthy();
  await userEvent.clear(code);
  await userEvent.type(code, '12345678{Enter}');
  expect(await screen.findByRole('button', { name: 'Use another address' })).toBeTruthy();
  const [first, second, third] = sent;
  expect(second).toMatchObject({ email: 'asha@example.com' });
  expect(first?.['id']).not.toBe(second?.['id']);
  expect(third?.['id']).toBe(second?.['id']);
});

test('she sees who changed it and until when it is held, and takes it back', async () => {
  const sent: Variables[] = [];
  const { container } = renderPage('/settings', {
    ...settings({ email: 'thief@example.com', heldUntil: inThreeDays, changes: [change()] }),
    ObjectToOwnChange: (variables) => {
      sent.push(variables);
      return { objectToContactChange: { __typename: 'ContactRestored' } };
    },
  });
  expect(await screen.findByText(/no vote is taken from you/)).toBeTruthy();
  const list = screen.getByRole('list', { name: 'Changes of your address' });
  expect(within(list).getByText(/by an administrator/)).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.click(within(list).getByRole('button', { name: /^Take back the change of/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Take this change back?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(sent).toEqual([{ changeId: 'change-1' }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a banner on every page says that votes wait, and where to say that it was not her', async () => {
  renderPage('/settings/object', { Shell: shell(inThreeDays) });
  const banner = await screen.findByRole('region', { name: 'Your address changed' });
  expect(banner.textContent).toMatch(/Until Saturday 28 November, 8\.25pm no vote is taken/);
  expect(within(banner).getByRole('link', { name: 'It was not me' }).getAttribute('href')).toBe(
    '/settings',
  );
});

test('whoever lost their address objects with the code from the mail, without signing in', async () => {
  const { container } = renderPage('/settings/object', {
    ObjectWithCode: ({ code }) =>
      code === '7KQ2-M4XD-09AB'
        ? { objectToContactChange: { __typename: 'ContactRestored' } }
        : { objectToContactChange: refusal('wrong_code', 'Of another kind of code.') },
  });
  const field = await screen.findByLabelText('The code from the mail');
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.type(field, 'AAAA{Enter}');
  expect(await screen.findByText(/^That code is not right\. Copy it/)).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '7KQ2-M4XD-09AB{Enter}');
  expect(
    await screen.findByRole('heading', { level: 1, name: 'The change is taken back' }),
  ).toBeTruthy();
});

test('a link signs in at a press, and its token leaves the address at once', async () => {
  const sent: Variables[] = [];
  const { router } = renderPage('/sign-in/link#token-of-a-link', {
    ...settings(),
    SignInByLink: (variables) => {
      sent.push(variables);
      return { signInByLink: { __typename: 'Viewer' } };
    },
  });
  const press = await screen.findByRole('button', { name: 'Sign in' });
  await waitFor(() => expect(router.state.location.hash).toBe(''));
  expect(sent).toEqual([]);
  await userEvent.click(press);
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  expect(sent).toEqual([{ token: 'token-of-a-link' }]);
});

test('a link that was used before says so', async () => {
  renderPage('/sign-in/link#token-of-a-link', {
    SignInByLink: { signInByLink: refusal('not_found', 'We could not find that link.') },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/It was used before, or is older than an hour/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Other ways to sign in' })).toBeTruthy();
});
