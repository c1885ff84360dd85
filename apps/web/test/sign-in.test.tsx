import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const ways = { __typename: 'SignInWays', code: true, passkey: true, partyLogin: false };
const visitor: Answers = { SignIn: { signInWays: ways, demo: null, viewer: null } };
const requested = ({ attemptId }: Record<string, unknown>) => ({
  requestSignInCode: {
    __typename: 'CodeRequested',
    attemptId,
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
  },
});
const refusal = (reason: string, message: string) => ({ __typename: 'Refusal', reason, message });
const nothingThere = {
  consultations: {
    __typename: 'ConsultationConnection',
    totalCount: 0,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    edges: [],
  },
};

async function askForCode(address = 'asha@example.org') {
  await userEvent.type(await screen.findByLabelText('Email address'), address);
  await userEvent.click(screen.getByRole('button', { name: 'Send me a code' }));
  return screen.findByLabelText('Code');
}

test('Asha asks for a code, types it on the same page and goes on to where she wanted to be', async () => {
  const sent: Record<string, unknown>[] = [];
  const signIn = (variables: Record<string, unknown>) => {
    sent.push(variables);
    return variables['code'] === '12345678'
      ? { signInWithCode: { __typename: 'Viewer' } }
      : { signInWithCode: refusal('wrong_code', 'That code is not right.') };
  };
  const { router, container } = renderPage('/sign-in?next=%2Fdiscuss', {
    ...visitor,
    RequestSignInCode: requested,
    SignInWithCode: signIn,
    Discuss: nothingThere,
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
  const code = await askForCode();
  expect(document.activeElement).toBe(code);
  // Whether anybody has the address is not said.
  expect(screen.getByText(/^If a member has the address/)).toBeTruthy();
  await userEvent.type(code, '11111111');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('That code is not right.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(code));
  await userEvent.clear(code);
  await userEvent.type(code, '12345678{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/discuss'));
  expect(new Set(sent.map(({ attemptId }) => attemptId)).size).toBe(1);
});

test('who shares an address is asked for the membership number as well', async () => {
  const sent: Record<string, unknown>[] = [];
  const signIn = (variables: Record<string, unknown>) => {
    sent.push(variables);
    const message = 'More than one member uses this address.';
    return { signInWithCode: refusal('which_member', message) };
  };
  renderPage('/sign-in', {
    ...visitor,
    RequestSignInCode: requested,
    SignInWithCode: signIn,
  });
  await userEvent.type(await askForCode('home@example.org'), '12345678{Enter}');
  const number = await screen.findByLabelText('Membership number');
  expect(screen.getByText('More than one member uses this address.')).toBeTruthy();
  await userEvent.type(number, 'A123{Enter}');
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ membershipNumber: 'A123' }));
  expect(screen.getByLabelText<HTMLInputElement>('Code').value).toBe('12345678');
});

test('a phone that reloads the page while she reads her mail still waits for the code', async () => {
  renderPage('/sign-in', { ...visitor, RequestSignInCode: requested });
  await askForCode();
  cleanup();
  renderPage('/sign-in', visitor);
  expect(await screen.findByLabelText('Code')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use another address' }));
  expect(await screen.findByLabelText('Email address')).toBeTruthy();
});

const asha = {
  demo: null,
  viewer: viewerOf('Asha Rahman', { clp: null }),
};

const settings = (extra: Record<string, unknown> = {}) => ({
  signInWays: { __typename: 'SignInWays', code: true, passkey: true, partyLogin: false },
  myContact: { __typename: 'MyContact', email: null, heldUntil: null, changes: [] },
  viewer: {
    __typename: 'Viewer',
    needsPasskey: false,
    rollName: null,
    member: { __typename: 'Member', id: 'asha', displayName: 'Asha Rahman' },
    signedInBy: 'code',
    passkeys: [
      {
        __typename: 'Passkey',
        id: 'p1',
        name: 'My phone',
        isSynced: true,
        createdAt: '2026-05-01T10:00:00.000Z',
        lastUsedAt: null,
      },
    ],
    sessions: [
      {
        __typename: 'Session',
        id: 's1',
        device: 'Firefox on Android',
        signedInBy: 'code',
        createdAt: '2026-05-01T10:00:00.000Z',
        lastSeenAt: '2026-05-02T10:00:00.000Z',
        isThis: true,
      },
      {
        __typename: 'Session',
        id: 's2',
        device: 'Safari on a Mac',
        signedInBy: 'passkey',
        createdAt: '2026-04-01T10:00:00.000Z',
        lastSeenAt: '2026-04-02T10:00:00.000Z',
        isThis: false,
      },
    ],
    ...extra,
  },
});

test('Helen, whose office needs a passkey, is told beforehand that a code is not enough for the first', async () => {
  const Shell = { ...asha, viewer: { ...asha.viewer, needsPasskey: true } };
  const byCode = settings({ needsPasskey: true, passkeys: [] });
  const { container } = renderPage('/settings', { Shell, Settings: byCode });
  expect(await screen.findByText(/Your office needs more than a code/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
  cleanup();
  const byLink = settings({ needsPasskey: true, passkeys: [], signedInBy: 'link' });
  renderPage('/settings', { Shell, Settings: byLink });
  expect(await screen.findByRole('button', { name: 'Add a passkey' })).toBeTruthy();
  expect(screen.queryByText(/Your office needs more than a code/)).toBeNull();
});

test('Asha sees where she is signed in, and ends a session that she does not know', async () => {
  const all = settings().viewer;
  const end = ({ id }: Record<string, unknown>) => ({
    endSession: { ...all, sessions: all.sessions.filter((session) => session.id !== id) },
  });
  const { container } = renderPage('/settings', {
    Shell: asha,
    Settings: settings(),
    EndSession: end,
  });
  expect(await screen.findByText('Safari on a Mac')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'End it: Safari on a Mac' }));
  await waitFor(() => expect(screen.queryByText('Safari on a Mac')).toBeNull());
  expect(screen.queryByRole('button', { name: 'End all the others' })).toBeNull();
});

const whoAsks = (signedInBy: string) => ({
  ConfirmWays: {
    signInWays: { __typename: 'SignInWays', code: true, partyLogin: false },
    viewer: { __typename: 'Viewer', signedInBy, passkeys: [] },
  },
});

/** Refused until it is confirmed, then done. */
function removing(signedInBy = 'code') {
  const state = { isConfirmed: false, sent: 0 };
  const remove = () => {
    state.sent += 1;
    return {
      removePasskey: state.isConfirmed
        ? { __typename: 'Viewer', passkeys: [] }
        : refusal('confirm_first', 'Confirm first.'),
    };
  };
  const confirmed = () => {
    state.isConfirmed = true;
    return { __typename: 'Viewer', confirmedAt: '2026-05-01T10:00:00.000Z' };
  };
  const answers: Answers = {
    Shell: asha,
    Settings: settings({ signedInBy }),
    RemovePasskey: remove,
  };
  return { state, answers, confirmed };
}

async function takeAway() {
  await userEvent.click(await screen.findByRole('button', { name: 'Take away “My phone”' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take it away' }));
  return screen.findByRole('dialog', { name: 'Confirm that it is you' });
}

test('what must be confirmed is asked for once more, and then goes on by itself', async () => {
  const { state, answers, confirmed } = removing();
  const request = ({ attemptId }: Record<string, unknown>) => ({
    requestConfirmingCode: { __typename: 'CodeRequested', attemptId },
  });
  const confirm = () => ({ confirmWithCode: confirmed() });
  renderPage('/settings', {
    ...answers,
    ...whoAsks('code'),
    RequestConfirmingCode: request,
    ConfirmWithCode: confirm,
  });
  const dialog = await takeAway();
  expect(await axeViolations(dialog)).toEqual([]);
  await userEvent.click(
    await within(dialog).findByRole('button', { name: 'Send a code to my address' }),
  );
  await userEvent.type(await within(dialog).findByLabelText('Code'), '12345678{Enter}');
  expect(await screen.findByText('“My phone” is taken away.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(state.sent).toBe(2);
});

test('in the demonstration a press confirms', async () => {
  const { state, answers, confirmed } = removing('demo');
  const confirm = () => ({ confirmAsDemoPerson: confirmed() });
  renderPage('/settings', { ...answers, ...whoAsks('demo'), ConfirmAsDemoPerson: confirm });
  const dialog = await takeAway();
  await userEvent.click(await within(dialog).findByRole('button', { name: 'It is me' }));
  await waitFor(() => expect(state.sent).toBe(2));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('who does not confirm is told that it was not done', async () => {
  const { state, answers } = removing();
  renderPage('/settings', { ...answers, ...whoAsks('code') });
  const dialog = await takeAway();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(await screen.findByText('Confirm first.')).toBeTruthy();
  expect(state.sent).toBe(1);
});

test('Helen is told which office waits for her passkey', async () => {
  const body = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };
  const office = { __typename: 'Office', id: 'o1', office: 'convenor', body };
  renderPage('/settings', {
    Shell: {
      demo: null,
      viewer: {
        __typename: 'Viewer',
        standing: 'member',
        isRepresentative: false,
        needsPasskey: true,
        officesWaiting: [office],
        interests: [],
        member: { __typename: 'Member', id: 'helen', displayName: 'Helen Adeyemi', clp: null },
        offices: [],
      },
    },
    Settings: settings({ needsPasskey: true }),
  });
  const banner = await screen.findByRole('region', { name: 'Passkey needed' });
  expect(banner.textContent).toMatch(/To act as Convenor, Health you need a passkey\./);
  expect(await screen.findByRole('button', { name: 'Use my passkey' })).toBeTruthy();
});

test('who comes back from the party’s login without success is told why, and may try again', async () => {
  const { container } = renderPage('/sign-in?problem=not_on_roll', {
    SignIn: { signInWays: { ...ways, partyLogin: true }, demo: null, viewer: null },
  });
  expect(await screen.findByText(/Your membership number is not on the roll here/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Go to the party’s login' });
  expect(link.getAttribute('href')).toBe('/party-login?next=%2F');
  expect(await axeViolations(container)).toEqual([]);
});
