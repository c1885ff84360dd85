import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

const body = (id: string, name: string, kind = 'policy_commission') => ({
  __typename: 'Body',
  id,
  kind,
  name,
});
const health = body('health', 'Health and Social Care');
const energy = body('energy', 'Energy');

const person = (displayName: string, offices: object[] = []) =>
  viewerOf(displayName, { id: displayName, interests: ['health'], offices });

const convenor = {
  __typename: 'Office',
  id: 'o1',
  office: 'convenor',
  from: '2020-01-01',
  until: null,
  body: health,
};
const asha = person('Asha Rahman');
const helen = person('Helen Adeyemi', [convenor]);

const none = { accepted: 0, acceptedInPart: 0, notTakenForward: 0, merged: 0, referred: 0 };

function consultation(id: string, title: string, more: Record<string, unknown> = {}) {
  return {
    __typename: 'Consultation',
    id,
    title,
    question: 'What should the next contract pay dentists to do?',
    paper: '## Where we are\n\nMost people have no dentist.',
    questions: ['What should a dentist be paid for?'],
    phase: 'open',
    source: null,
    createdAt: '2026-10-01T09:00:00.000Z',
    openedAt: '2026-10-06T09:00:00.000Z',
    votesUntil: '2026-12-10T23:59:00.000Z',
    answersBy: '2026-12-25',
    forYou: [],
    viewerMay: [],
    proposalCount: 13,
    commentCount: 90,
    evidenceCount: 0,
    voterCount: 1025,
    myVoteCount: 0,
    commissions: [health],
    convenedBy: health,
    rules: {
      __typename: 'Rules',
      template: 'standard',
      topN: 20,
      priorityBallotSize: 5,
      frozenAt: '2026-10-06T09:00:00.000Z',
      sentences: ['Votes are for members who joined on or before 8 September 2026.'],
    },
    rounds: [],
    evidenceFrom: [],
    answers: { __typename: 'Answers', answered: 0, of: 20, overdueDays: 0, ...none },
    history: [],
    ...more,
  };
}

type Node = ReturnType<typeof consultation>;

function listed(nodes: Node[], viewer: unknown = null): Answers {
  const total = {
    __typename: 'CountLine',
    received: 289,
    published: 285,
    merged: 0,
    withdrawn: 4,
    notTakenForward: 0,
    waiting: 0,
    unaccounted: 0,
  };
  const page = {
    __typename: 'ConsultationConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    edges: nodes.map((node) => ({ __typename: 'ConsultationEdge', cursor: node.id, node })),
  };
  return {
    Shell: { viewer, demo: null },
    Consultations: {
      consultations: page,
      bodies: [health, energy],
      viewer,
      publicCount: { __typename: 'PublicCount', total },
    },
  };
}

const dentistry = consultation('dentistry', 'NHS dentistry and care close to home', {
  forYou: ['For you because you chose health.'],
  viewerMay: ['vote'],
});
const buses = consultation('buses', 'Buses people can plan a life around', { viewerMay: ['vote'] });
const homes = consultation('homes', 'Warm homes: who pays to insulate them?', {
  phase: 'reported',
  convenedBy: energy,
  commissions: [energy],
  answers: {
    __typename: 'Answers',
    ...none,
    answered: 20,
    of: 20,
    overdueDays: 0,
    accepted: 11,
    acceptedInPart: 5,
    notTakenForward: 4,
  },
  history: [
    { __typename: 'PhaseChange', to: 'reported', at: '2026-03-23T10:00:00.000Z', reason: null },
  ],
});

test('Asha finds what is for her first, with the reason, and what became of what has closed', async () => {
  const { container } = renderPage('/', listed([dentistry, buses, homes], asha));
  expect(await screen.findByText('For you because you chose health.')).toBeTruthy();
  expect(screen.getByText(/2 consultations are open to you, Asha Rahman/)).toBeTruthy();
  const titles = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
  expect(titles).toEqual(['For you', 'Also open', 'Closed, and what happened']);
  expect(
    screen.getByText(/accepted 11, accepted 5 in part and did not take 4 forward\./),
  ).toBeTruthy();
  expect(
    screen
      .getByRole('link', { name: /^3 minutes: 10 statements.*NHS dentistry/ })
      .getAttribute('href'),
  ).toBe('/consultations/dentistry/vote');
  expect(screen.getByText('Unaccounted: 0.')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('a visitor is told what Clarion is, and may look around or sign in', async () => {
  renderPage('/', listed([dentistry]));
  expect(await screen.findByText(/Clarion is where members put forward/)).toBeTruthy();
  expect(await screen.findByText(/everything here is open to read/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Change your interests' })).toBeNull();
});

test('filters are in the address, and nothing found says what to do', async () => {
  const found = ({ commissionId }: Record<string, unknown>) => {
    const { Consultations: data } = listed(commissionId === 'energy' ? [] : [dentistry], asha);
    return typeof data === 'object' ? data : {};
  };
  const { router } = renderPage('/', { ...listed([], asha), Consultations: found });
  await userEvent.click(await screen.findByText('Find a consultation'));
  await userEvent.selectOptions(screen.getByLabelText('Commission'), 'Energy commission');
  expect(await screen.findByText('No consultation matches this')).toBeTruthy();
  expect(router.state.location.search).toBe('?commission=energy');
  await userEvent.click(screen.getByRole('button', { name: 'Show all consultations' }));
  expect(router.state.location.search).toBe('');
  expect(await screen.findByRole('heading', { level: 3 })).toBeTruthy();
});

test('the paper says who promised what by when, and the rules in sentences', async () => {
  const { container } = renderPage('/consultations/dentistry', {
    Consultation: { consultation: dentistry },
  });
  expect(
    await screen.findByText(
      'Open until Thursday 10 December. The Health and Social Care commission answers the top 20 by Friday 25 December.',
    ),
  ).toBeTruthy();
  expect(screen.getByText(/members who joined on or before 8 September/)).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'You run this' })).toBeNull();
  await screen.findByRole('heading', { name: 'Where we are' });
  expect(await axeViolations(container)).toEqual([]);
});

test('an answer that is overdue is shown as overdue, with its owner', async () => {
  const late = consultation('late', 'Buses', {
    phase: 'reviewing',
    answers: { __typename: 'Answers', ...none, answered: 14, of: 20, overdueDays: 3, accepted: 14 },
  });
  renderPage('/consultations/late', { Consultation: { consultation: late } });
  expect(await screen.findByText('Answers are overdue')).toBeTruthy();
  expect(
    screen.getByText(
      'The Health and Social Care commission promised its answers by Friday 25 December and is 3 days late. 14 of 20 answered so far.',
    ),
  ).toBeTruthy();
});

test('Helen withdraws a consultation: the reason is asked for, and kept when it is refused', async () => {
  const sent: unknown[] = [];
  const refused = {
    __typename: 'Refusal',
    reason: 'reason_required',
    message: 'Say why, in plain words.',
    field: 'reason',
  };
  const hers = consultation('hers', 'NHS dentistry', { viewerMay: ['change_phase'] });
  const changePhase = (variables: unknown) => {
    sent.push(variables);
    return { changePhase: refused };
  };
  renderPage('/consultations/hers', {
    Shell: { viewer: helen, demo: null },
    Consultation: { consultation: hers },
    ChangePhase: changePhase,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Withdraw it' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('Why is it withdrawn?'), 'Asked twice');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw it' }));
  expect(await within(dialog).findByText('Say why, in plain words.')).toBeTruthy();
  expect(sent).toEqual([{ consultationId: 'hers', to: 'withdrawn', reason: 'Asked twice' }]);
  expect(within(dialog).getByDisplayValue('Asked twice')).toBeTruthy();
});

function formAnswers(viewer: unknown, sent: Record<string, unknown>[] = []): Answers {
  const template = { __typename: 'RuleTemplate', description: 'For national consultations.' };
  const refused = {
    __typename: 'Refusal',
    reason: 'empty',
    message: 'The title is empty.',
    field: 'title',
  };
  const create = (variables: Record<string, unknown>) => {
    sent.push(variables);
    return { createConsultation: refused };
  };
  return {
    Shell: { viewer, demo: null },
    ConsultationForm: {
      bodies: [health, energy],
      ruleTemplates: [
        { ...template, key: 'standard', name: 'Standard', sentences: ['Votes are for members.'] },
        { ...template, key: 'quick', name: 'Quick', sentences: ['The top 10 must be answered.'] },
      ],
      viewer,
    },
    CreateConsultation: create,
  };
}

test('Helen begins a consultation; a refusal is shown at its field, and what she typed stays', async () => {
  const sent: Record<string, unknown>[] = [];
  const { container } = renderPage('/consultations/new', formAnswers(helen, sent));
  await userEvent.type(await screen.findByLabelText(/What is asked/), 'Who is seen first?');
  await userEvent.click(screen.getByRole('radio', { name: /^Quick/ }));
  expect(screen.getByText('The top 10 must be answered.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save it, in preparation' }));
  const day = screen.getByLabelText('Last day of voting');
  await waitFor(() => expect(document.activeElement).toBe(day));
  expect(sent).toEqual([]);
  await userEvent.type(day, '2027-01-15');
  await userEvent.type(screen.getByLabelText('Answers by'), '2027-02-09');
  await userEvent.click(screen.getByRole('button', { name: 'Save it, in preparation' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
  await userEvent.click(screen.getByRole('button', { name: 'Save it, in preparation' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  const [first, again] = sent.map(({ input }) => input);
  expect(first).toMatchObject({
    question: 'Who is seen first?',
    template: 'quick',
    commissionIds: ['health'],
    votesUntil: '2027-01-15T23:59:00.000Z',
    answersBy: '2027-02-09',
  });
  // Sent twice, it is one consultation.
  expect(again).toEqual(first);
  expect(await axeViolations(container)).toEqual([]);
  cleanup();
  renderPage('/consultations/new', formAnswers(helen));
  expect(await screen.findByDisplayValue('Who is seen first?')).toBeTruthy();
});

test('Asha holds no office, so she is told who begins consultations', async () => {
  renderPage('/consultations/new', formAnswers(asha));
  expect(await screen.findByText(/begun by the convenor of a commission/)).toBeTruthy();
});

const noWays = { __typename: 'SignInWays', code: false, passkey: false, partyLogin: false };

test('one tap signs in as Asha and goes on to where one wanted to be', async () => {
  const member = { ...asha.member, offices: [] };
  const description = 'Member in Bristol East with two minutes on her phone';
  const demo = {
    __typename: 'Demo',
    people: [{ __typename: 'DemoPerson', description, member }],
  };
  const { router } = renderPage('/sign-in?next=%2Fdiscuss', {
    Shell: { viewer: null, demo },
    SignIn: { signInWays: noWays, demo, viewer: null },
    SignInAsDemoPerson: { signInAsDemoPerson: { __typename: 'Viewer' } },
    Discuss: {
      consultations: {
        __typename: 'ConsultationConnection',
        totalCount: 0,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: [],
      },
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: /^Asha Rahman/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/discuss'));
  expect(await screen.findByText('There is nothing to discuss yet')).toBeTruthy();
});

test('on a real server the page says that sign-in is set up by whoever runs it', async () => {
  renderPage('/sign-in', { SignIn: { signInWays: noWays, demo: null, viewer: null } });
  expect(await screen.findByText(/Signing in has not been set up on this server/)).toBeTruthy();
});
