import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(cleanup);

type Variables = Record<string, unknown>;

const NEC = {
  __typename: 'Body',
  id: 'nec',
  kind: 'nec',
  name: 'National Executive Committee',
};
const SERA = { __typename: 'Body', id: 'sera', kind: 'socialist_society', name: 'SERA' };
const member = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName });
const office = (name: string, body = NEC) => ({
  __typename: 'Office',
  id: `${body.id}-${name}`,
  office: name,
  from: '2025-01-01',
  until: null,
  body,
});

const viewer = (changes: Variables = {}) => ({
  __typename: 'Viewer',
  needsPasskey: false,
  lapsedOn: null,
  offices: [office('administrator')],
  ...changes,
});

const batch = {
  __typename: 'WaitingContacts',
  id: 'batch-1',
  way: 'staff',
  askedAt: '2026-11-25T20:25:00.000Z',
  count: 60,
  mayDecide: true,
  askedBy: member('graham', 'Graham Tulloch'),
  changes: [
    {
      __typename: 'WaitingContact',
      id: 'waiting-1',
      maskedOld: 'a…@e….org',
      maskedNew: 'a…@e….com',
      member: member('asha', 'Asha Rahman'),
    },
  ],
};

const lowri = {
  __typename: 'FoundMember',
  membershipNumber: 'L1000016',
  standing: 'member',
  joinedOn: '2018-02-03',
  lapsedOn: null,
  member: {
    ...member('lowri', 'Lowri Bevan'),
    clp: { __typename: 'Body', id: 'cardiff', name: 'Cardiff West' },
  },
  offices: [office('scrutineer')],
};

const admin = (changes: Variables = {}): Answers => ({
  Admin: ({ number }) => ({
    viewer: viewer(),
    pendingContactChanges: [],
    memberByNumber: number === 'L1000016' ? lowri : null,
    bodies: [SERA, NEC],
    ...changes,
  }),
});

test('Nadia finds somebody by their whole number, and sees what they hold but not where they are reached', async () => {
  const { container } = renderPage('/admin', admin());
  const field = await screen.findByLabelText('Membership number');
  await userEvent.type(field, 'L100{Enter}');
  expect(await screen.findByText('Nobody has that number')).toBeTruthy();
  const again = await screen.findByLabelText('Membership number');
  await userEvent.clear(again);
  await userEvent.type(again, 'L1000016{Enter}');
  expect(await screen.findByRole('heading', { name: 'Lowri Bevan' })).toBeTruthy();
  expect(screen.getByText(/Cardiff West\. Joined on 3 February 2018\./)).toBeTruthy();
  const offices = screen.getByRole('list', { name: 'Offices of Lowri Bevan' });
  expect(offices.textContent).toContain('scrutineer of National Executive Committee');
  expect(await axeViolations(container)).toEqual([]);
});

test('she appoints them to an office that the body has', async () => {
  const sent: Variables[] = [];
  renderPage('/admin?number=L1000016', {
    ...admin(),
    AppointOfficer: ({ input }) => {
      sent.push(input as Variables);
      return sent.length === 1
        ? {
            appointOfficer: {
              __typename: 'Refusal',
              reason: 'not_valid',
              message: 'They are that already.',
              field: 'office',
            },
          }
        : { appointOfficer: { __typename: 'Office', id: 'new' } };
    },
  });
  const body = await screen.findByLabelText('Body');
  const choices = () =>
    within(screen.getByLabelText('Office'))
      .getAllByRole('option')
      .map((each) => each.textContent);
  expect(choices()).toEqual(['administrator', 'moderator', 'scrutineer', 'chair', 'secretary']);
  await userEvent.selectOptions(body, 'SERA');
  expect(choices()).toEqual(['chair', 'secretary', 'policy officer']);
  await userEvent.selectOptions(screen.getByLabelText('Office'), 'policy officer');
  await userEvent.click(screen.getByRole('button', { name: 'Appoint Lowri Bevan' }));
  expect(await screen.findByText('They are that already.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Appoint Lowri Bevan' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    membershipNumber: 'L1000016',
    bodyId: 'sera',
    office: 'policy_officer',
    until: null,
  });
  // What was refused is sent again as the same appointment.
  expect(sent[0]?.['id']).toBe(sent[1]?.['id']);
});

test('she ends an office after being asked', async () => {
  const sent: Variables[] = [];
  renderPage('/admin?number=L1000016', {
    ...admin(),
    EndOffice: (variables) => {
      sent.push(variables);
      return { endOffice: { __typename: 'Office', id: 'nec-scrutineer', until: '2026-11-24' } };
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: /^End the office of/ }));
  const dialog = await screen.findByRole('dialog', { name: 'End this office?' });
  expect(sent).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'End it now' }));
  await waitFor(() => expect(sent).toEqual([{ officeId: 'nec-scrutineer' }]));
});

test('she decides on what another administrator wants changed, seeing masked addresses', async () => {
  const sent: Variables[] = [];
  renderPage('/admin', {
    ...admin({ pendingContactChanges: [batch] }),
    ApproveContactChanges: (variables) => {
      sent.push(variables);
      return { approveContactChanges: { __typename: 'ContactsDecided', count: 60 } };
    },
  });
  expect(await screen.findByRole('heading', { name: '60 new addresses' })).toBeTruthy();
  expect(screen.getByText(/Asked for by Graham Tulloch/)).toBeTruthy();
  expect(screen.getByText(/a…@e….org → a…@e….com/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Change them' }));
  await waitFor(() => expect(sent).toEqual([{ batchId: 'batch-1' }]));
});

test('not on what she asked for herself', async () => {
  renderPage('/admin', admin({ pendingContactChanges: [{ ...batch, mayDecide: false }] }));
  expect(await screen.findByText(/another administrator decides/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Change them' })).toBeNull();
});

test('she puts an address right, and learns that the eleventh waits', async () => {
  renderPage('/admin?number=L1000016', {
    ...admin(),
    ChangeContactOfMember: ({ id }) => ({
      changeContactOfMember: { __typename: 'ContactOfMemberChanged', id, isWaiting: true },
    }),
  });
  await userEvent.click(await screen.findByText('Put their email address right'));
  await userEvent.type(
    screen.getByLabelText('New email address of Lowri Bevan'),
    'lowri@example.com{Enter}',
  );
  expect(await screen.findByText('It waits')).toBeTruthy();
});

test.each([
  ['a visitor', null, 'Sign in'],
  ['a member', viewer({ offices: [] }), 'This is for administrators'],
  ['whoever lapsed', viewer({ lapsedOn: '2026-01-01' }), 'This is for administrators'],
  [
    'an administrator without a passkey',
    viewer({ offices: [], needsPasskey: true }),
    'This is for administrators',
  ],
])('%s finds nobody there', async (_, who, says) => {
  renderPage('/admin?number=L1000016', admin({ viewer: who, memberByNumber: null }));
  expect((await screen.findAllByText(new RegExp(says))).length).toBeGreaterThan(0);
  expect(screen.queryByLabelText('Membership number')).toBeNull();
});
