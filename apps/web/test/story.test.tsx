import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

const asha = {
  viewer: viewerOf('Asha Rahman', { interests: ['health'] }),
  demo: null,
};

const step = {
  __typename: 'StoryStep',
  at: null,
  dueOn: null,
  overdueDays: 0,
  bodyName: null,
  personName: null,
  text: null,
  reason: null,
  nextStop: null,
  tally: null,
  excerpt: null,
  link: null,
};

const decision = {
  __typename: 'Decision',
  id: 'd1',
  mayAnswer: true,
  myVerdict: null,
  verdicts: { __typename: 'Verdicts', yes: 88, partly: 24, no: 31, notSaid: 69 },
};

const story = {
  __typename: 'Story',
  id: 'chairs',
  title: 'Put a dentist’s chair in every community diagnostic centre.',
  byline: 'Proposal by Asha Rahman, Bristol East CLP.',
  standing: 'Used in paragraph 14, one step late, one step to go.',
  item: { __typename: 'Proposal', id: 'chairs', isMine: true, hidden: null },
  steps: [
    { ...step, kind: 'sent', state: 'done', title: 'Sent', at: '2026-04-12T20:14:00.000Z' },
    {
      ...step,
      kind: 'decided',
      state: 'done',
      title: 'Accepted in part',
      at: '2026-05-06T10:00:00.000Z',
      bodyName: 'Health and Social Care commission',
      personName: 'Helen Adeyemi',
      reason: 'We cannot promise every centre.',
      nextStop: 'NPF drafting group',
      dueOn: '2026-05-20',
    },
    {
      ...step,
      kind: 'used_in_paragraph',
      state: 'done',
      title: 'Used in paragraph 14',
      at: '2026-05-18T10:00:00.000Z',
      excerpt: 'We will open NHS dental chairs.',
      link: '/drafts/care?version=2#14',
    },
    {
      ...step,
      kind: 'next_stop',
      state: 'late',
      title: 'Costing from the Treasury team',
      dueOn: '2026-05-15',
      overdueDays: 8,
      bodyName: 'Joint Policy Committee',
      personName: 'Daniel Marsh',
    },
    {
      ...step,
      kind: 'adoption_due',
      state: 'next',
      title: 'Vote on the draft',
      dueOn: '2026-06-20',
    },
  ],
  decision,
};

afterEach(cleanup);

test('what is done, late and next is told in words, with the reason, the next stop and the paragraph', async () => {
  const { container } = renderPage('/contributions/chairs/story', { Story: { story } });
  const told = await screen.findByRole('list', { name: 'What happened, in order' });
  const headings = within(told).getAllByRole('heading', { level: 2 });
  expect(headings.map((heading) => heading.textContent)).toEqual([
    'Sent',
    'Accepted in part',
    'Used in paragraph 14',
    'Overdue: Costing from the Treasury team',
    'Still to come: Vote on the draft',
  ]);
  expect(within(told).getByText('8 days overdue.')).toBeTruthy();
  expect(within(told).getByText(/Owed by Joint Policy Committee, Daniel Marsh/)).toBeTruthy();
  expect(within(told).getByText('NPF drafting group')).toBeTruthy();
  const link = within(told).getByRole('link', { name: 'Read it in the draft' });
  expect(link.getAttribute('href')).toBe('/drafts/care?version=2#14');
  expect(screen.getByText('Of 212 members who backed it')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('Asha says that the answer met the point partly, and can change it', async () => {
  const sent: unknown[] = [];
  const take = ({ verdict }: Record<string, unknown>) => {
    sent.push(verdict);
    return { answerVerdict: { ...decision, myVerdict: verdict } };
  };
  const answers = { Shell: asha, Story: { story }, AnswerVerdict: take };
  renderPage('/contributions/chairs/story', answers);
  await userEvent.click(await screen.findByRole('button', { name: 'Send my answer' }));
  expect(await screen.findByText('Choose yes, partly or no.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Partly' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send my answer' }));
  expect(await screen.findByText('You said: partly')).toBeTruthy();
  expect(sent).toEqual(['partly']);
  await userEvent.click(screen.getByRole('button', { name: 'Change what you said' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Partly' }).checked).toBe(true);
});

test('a refusal is told in its own words, and the choice stays', async () => {
  const message = 'Only those who agreed with the proposal are asked.';
  renderPage('/contributions/chairs/story', {
    Shell: asha,
    Story: { story },
    AnswerVerdict: {
      answerVerdict: { __typename: 'Refusal', reason: 'did_not_back', message },
    },
  });
  await userEvent.click(await screen.findByRole('radio', { name: 'No' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send my answer' }));
  expect(await screen.findByText(message)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No' }).checked).toBe(true);
});

test('who may not say whether it met the point is not asked', async () => {
  const unasked = { ...story, decision: { ...decision, mayAnswer: false, verdicts: null } };
  renderPage('/contributions/chairs/story', { Story: { story: unasked } });
  expect(await screen.findByText(/shown once ten have said/)).toBeTruthy();
  expect(screen.queryByText('Did this answer the point?')).toBeNull();
});

test('on Mine the late step is marked, and what waits for Asha comes with its way there', async () => {
  const mine = {
    reports: [],
    moderated: [],
    __typename: 'Mine',
    sent: [
      {
        __typename: 'MineItem',
        title: story.title,
        kind: 'proposal',
        consultationTitle: 'NHS dentistry',
        createdAt: '2026-04-12T20:14:00.000Z',
        latest: 'Used in paragraph 14, Monday 18 May 2026.',
        next: 'Costing was due on Friday 15 May 2026: 8 days overdue.',
        isLate: true,
        item: { __typename: 'Proposal', id: 'chairs' },
      },
    ],
    changedSinceVote: [
      {
        __typename: 'Proposal',
        id: 'buses',
        statement: 'Every village should have a bus.',
        consultation: { __typename: 'Consultation', id: 'buses', title: 'Buses' },
        myVote: { __typename: 'Vote', choice: 'agree' },
      },
    ],
    answersToJudge: [],
    voted: [],
  };
  const { container } = renderPage('/mine', { Shell: asha, Mine: { mine } });
  expect(await screen.findByText('Late')).toBeTruthy();
  expect(screen.getByRole('link', { name: story.title }).getAttribute('href')).toBe(
    '/contributions/chairs/story',
  );
  const keep = screen.getByRole('link', { name: /^Keep or change my vote/ });
  expect(keep.getAttribute('href')).toBe('/proposals/buses');
  expect(await axeViolations(container)).toEqual([]);
});

test('on Mine Asha sees the six newest of nine first, and the others at a press', async () => {
  const sent = Array.from({ length: 9 }, (_, index) => ({
    __typename: 'MineItem',
    title: `Proposal ${index + 1} of nine`,
    kind: 'proposal',
    consultationTitle: 'NHS dentistry',
    createdAt: '2026-04-12T20:14:00.000Z',
    latest: 'Sent.',
    next: null,
    isLate: false,
    item: { __typename: 'Proposal', id: `proposal-${index + 1}` },
  }));
  const mine = {
    __typename: 'Mine',
    reports: [],
    moderated: [],
    sent,
    changedSinceVote: [],
    answersToJudge: [],
    voted: [],
  };
  renderPage('/mine', { Shell: asha, Mine: { mine } });
  const links = () => screen.getAllByRole('link', { name: /^Proposal \d of nine$/ });
  await screen.findByText('Proposal 1 of nine');
  expect(links()).toHaveLength(6);
  await userEvent.click(screen.getByRole('button', { name: 'Show 3 earlier' }));
  expect(links()).toHaveLength(9);
  expect(screen.queryByRole('button', { name: /earlier$/ })).toBeNull();
});

test('the public count says that nothing is lost, and an alarm when something is', async () => {
  const line = { __typename: 'CountLine', kind: null, received: 433, published: 422, merged: 2 };
  const rest = { withdrawn: 7, notTakenForward: 2, waiting: 0, hidden: 0, unaccounted: 0 };
  const total = { ...line, ...rest };
  const count = (more: Record<string, unknown> = {}) => ({
    publicCount: {
      __typename: 'PublicCount',
      total: { ...total, ...more },
      lines: [{ ...total, kind: 'proposal' }],
      addressChanges: {
        __typename: 'ContactCount',
        month: '2026-05-01',
        byMembers: 12,
        byRoll: 1204,
        byStaff: 1,
        objected: 1,
      },
      countedAt: '2026-05-18T10:00:00.000Z',
    },
  });
  const { container } = renderPage('/count', { Count: count() });
  expect(
    await screen.findByText(
      'Since 1 May 2026, 1,217 email addresses were changed: 12 by members themselves, 1,204 by the roll and 1 by administrators. 1 change was taken back because the owner objected.',
    ),
  ).toBeTruthy();
  expect(
    await screen.findByText(
      'Received 433 = published 422 + merged 2 + withdrawn 7 + not taken forward 2 + waiting 0 + hidden 0.',
    ),
  ).toBeTruthy();
  expect(screen.queryByText('The two counts differ')).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
  cleanup();
  renderPage('/count', { Count: count({ unaccounted: 1 }) });
  expect(await screen.findByText('The two counts differ')).toBeTruthy();
});
