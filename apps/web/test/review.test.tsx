import { afterEach, expect, test } from '@jest/globals';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';

// A page's code is fetched when it is opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

const health = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };
const forum = {
  __typename: 'Body',
  id: 'npf',
  kind: 'national_policy_forum',
  name: 'National Policy Forum',
};
const northEast = { __typename: 'Body', id: 'ne', name: 'North East' };

const office = (name: string, body: unknown) => ({
  __typename: 'Office',
  id: `helen-${name}`,
  office: name,
  from: '2024-01-01',
  until: null,
  body,
});

const helen = {
  viewer: {
    __typename: 'Viewer',
    standing: 'member',
    isRepresentative: true,
    needsPasskey: false,
    officesWaiting: [],
    isModerator: false,
    suspendedUntil: null,
    interests: [],
    member: { __typename: 'Member', id: 'helen', displayName: 'Helen Adeyemi', clp: null },
    offices: [office('representative', forum), office('convenor', health)],
  },
  demo: null,
};

const stop = (overdueDays = 0) => ({
  __typename: 'NextStop',
  name: 'The drafting meeting',
  dueOn: '2026-11-17',
  doneAt: null,
  doneNote: null,
  overdueDays,
});

const decision = (id: string, outcome = 'accept', overdueDays = 0) => ({
  __typename: 'Decision',
  id,
  outcome,
  reason: 'Members made the case.',
  office: 'convenor',
  decidedAt: '2026-11-10T10:00:00.000Z',
  isSuperseded: false,
  body: health,
  by: { __typename: 'Member', id: 'helen', displayName: 'Helen Adeyemi' },
  nextStop: stop(overdueDays),
  mergedInto: null,
  referredTo: null,
  verdicts: { __typename: 'Verdicts', yes: 88, partly: 24, no: 31, notSaid: 69 },
});

const proposal = (number: number, decisions: unknown[] = []) => ({
  __typename: 'Proposal',
  id: `p${number}`,
  number,
  statement: `Statement number ${number}`,
  argument: 'Because.',
  status: 'published',
  commentCount: 3,
  viewerMay: ['decide'],
  author: { __typename: 'Author', name: 'Asha Rahman', clpName: 'Bristol East CLP' },
  evidence: [],
  decisions,
});

const listed = [
  proposal(1, [decision('d1', 'accept_in_part', 4)]),
  proposal(2),
  proposal(3),
  proposal(4),
];

const item = (index: number, more: Record<string, unknown> = {}) => ({
  __typename: 'QueueItemEdge',
  cursor: `c${index}`,
  node: {
    __typename: 'QueueItem',
    rank: index + 1,
    usedIn: index === 0 ? ['Warm homes, paragraph 14'] : [],
    tally: { __typename: 'Tally', agree: 80, disagree: 20, pass: 5, votes: 105 },
    own: {
      __typename: 'OwnAgainstWhole',
      region: northEast,
      tally: index === 1 ? null : { __typename: 'Tally', agree: 13, disagree: 7 },
    },
    proposal: listed[index],
    ...more,
  },
});

const dentistry = {
  __typename: 'Consultation',
  id: 'dentistry',
  title: 'NHS dentistry',
  phase: 'reviewing',
  votesUntil: '2026-11-01T23:59:59.000Z',
  answersBy: '2026-12-25',
  convenedBy: health,
  commissions: [health],
  rules: { __typename: 'Rules', topN: 20 },
  answers: { __typename: 'Answers', answered: 1, of: 4, overdueDays: 0 },
  history: [],
};

const page = (queue: unknown) => ({
  consultation: { ...dentistry, queue },
  reviewing: [dentistry],
  regions: [northEast, { __typename: 'Body', id: 'wales', name: 'Wales' }],
  policyCommissions: [health],
  forum: [forum],
  committee: [],
  nec: [],
  conference: [],
  viewer: helen.viewer,
});

const queueOf = (edges: unknown[]) => ({
  __typename: 'QueueConnection',
  totalCount: edges.length,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'c3' },
  edges,
});

/** Clarion with a queue of four, the first answered; remembers what it was asked and sent. */
function clarion(more: Answers = {}) {
  const asked: Record<string, unknown>[] = [];
  const sent: Record<string, unknown>[] = [];
  const decide = ({ input }: Record<string, unknown>) => {
    const answer = input as Record<string, string>;
    sent.push(answer);
    const made = decision(String(answer['id']), answer['outcome']);
    const { id, status } = proposal(Number(answer['proposalId']?.slice(1)));
    return {
      decide: {
        ...made,
        proposal: {
          __typename: 'Proposal',
          id,
          status,
          decisions: [made],
          consultation: {
            __typename: 'Consultation',
            id: 'dentistry',
            answers: {
              __typename: 'Answers',
              answered: 1 + sent.length,
              of: 4,
              accepted: 1,
              acceptedInPart: 1,
              notTakenForward: 0,
              merged: 0,
              referred: 0,
              overdueDays: 0,
            },
          },
        },
      },
    };
  };
  const queue = (variables: Record<string, unknown>) => {
    asked.push(variables);
    return page(queueOf([0, 1, 2, 3].map((index) => item(index))));
  };
  const one = ({ id }: Record<string, unknown>) => ({
    proposal: listed.find((each) => each.id === id) ?? null,
  });
  const answers: Answers = {
    Shell: helen,
    Review: queue,
    ReviewItem: one,
    Decide: decide,
    ...more,
  };
  return { asked, sent, answers };
}

const address = '/consultations/dentistry/review';
const opened = (name: string) => screen.findByRole('dialog', { name });

test('Helen sees rank, votes, her region against the whole, what is overdue and what is used where', async () => {
  const { answers } = clarion();
  const { container } = renderPage(address, answers);
  expect(await screen.findByText('1 of 4 answered')).toBeTruthy();
  expect(screen.getAllByText(/65%/)).toHaveLength(3);
  expect(screen.getAllByText(/15 points below all/)).toHaveLength(3);
  expect(screen.getByText('North East: fewer than 10, so not shown')).toBeTruthy();
  expect(screen.getByText(/Overdue by 4 days/)).toBeTruthy();
  expect(screen.getByText('Used in Warm homes, paragraph 14')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('filter, order and region stand in the address, and are what is asked for', async () => {
  const { answers, asked } = clarion();
  const { router } = renderPage(address, answers);
  await userEvent.click(await screen.findByRole('button', { name: 'Unanswered' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order by' }), 'difference');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Compare' }), 'wales');
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({
      filter: 'unanswered',
      sort: 'difference',
      regionId: 'wales',
    }),
  );
  expect(router.state.location.search).toBe('?filter=unanswered&sort=difference&region=wales');
});

test('an answer without its parts says what is missing at each field, and keeps what was typed', async () => {
  const { answers, sent } = clarion();
  renderPage(address, answers);
  await userEvent.click(await screen.findByRole('button', { name: 'Statement number 2' }));
  const panel = await opened('Statement number 2');
  await userEvent.type(await within(panel).findByLabelText('Next stop'), 'The spring meeting');
  await userEvent.click(within(panel).getByRole('button', { name: 'Send the answer' }));
  expect(within(panel).getByText('Choose the body you answer for.')).toBeTruthy();
  expect(within(panel).getByText('Choose what the answer is.')).toBeTruthy();
  expect(within(panel).getByText(/Say why, in plain words/)).toBeTruthy();
  expect(within(panel).getByText(/Say by which day/)).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Statement number 2' }));
  const again = await opened('Statement number 2');
  const kept = await within(again).findByLabelText<HTMLInputElement>('Next stop');
  expect(kept.value).toBe('The spring meeting');
});

async function fill(panel: HTMLElement) {
  await userEvent.click(await within(panel).findByRole('radio', { name: /Health commission/ }));
  await userEvent.type(
    within(panel).getByLabelText('The reason, in plain words'),
    'It will be costed first.',
  );
  await userEvent.type(within(panel).getByLabelText('Next stop'), 'The spring meeting');
  await userEvent.type(within(panel).getByLabelText('By when'), '2099-03-01');
}

test('Helen answers with the keys alone, is told it was sent, and is offered the next without an answer', async () => {
  const { answers, sent } = clarion();
  renderPage(address, answers);
  await screen.findByRole('button', { name: 'Statement number 1' });
  await userEvent.keyboard('jj1');
  const panel = await opened('Statement number 2');
  const accept = await within(panel).findByRole('radio', { name: /^Accept It goes/ });
  await waitFor(() => expect((accept as HTMLInputElement).checked).toBe(true));
  await fill(panel);
  await userEvent.click(within(panel).getByRole('button', { name: 'Send the answer' }));
  expect(await within(panel).findByText('Sent: accepted')).toBeTruthy();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    proposalId: 'p2',
    bodyId: 'health',
    outcome: 'accept',
    reason: 'It will be costed first.',
    nextStop: 'The spring meeting',
    dueOn: '2099-03-01',
  });
  const next = within(panel).getByRole('button', { name: 'Go on to the next' });
  expect(document.activeElement).toBe(next);
  await userEvent.click(next);
  const after = await opened('Statement number 3');
  const dueOn = await within(after).findByLabelText<HTMLInputElement>('By when');
  expect(dueOn.value).toBe('2099-03-01');
  await userEvent.click(within(after).getByRole('button', { name: 'Close' }));
  expect(await screen.findByText('2 of 4 answered')).toBeTruthy();
});

test('a refusal stands at its field; sent again after a correction it is the same answer', async () => {
  let isFirst = true;
  const ids: unknown[] = [];
  const refusal = {
    __typename: 'Refusal',
    message: 'That day has already passed. Choose a day that is still to come.',
    field: 'dueOn',
  };
  const { answers } = clarion();
  const taken = answers['Decide'] as (
    variables: Record<string, unknown>,
  ) => Record<string, unknown>;
  answers['Decide'] = (variables) => {
    ids.push((variables['input'] as Record<string, unknown>)['id']);
    if (!isFirst) return taken(variables);
    isFirst = false;
    return { decide: refusal };
  };
  renderPage(`${address}?item=p2`, answers);
  const panel = await opened('Statement number 2');
  await userEvent.click(await within(panel).findByRole('radio', { name: /Do not take forward/ }));
  await fill(panel);
  await userEvent.click(within(panel).getByRole('button', { name: 'Send the answer' }));
  expect(await within(panel).findByText(/That day has already passed/)).toBeTruthy();
  const dueOn = within(panel).getByLabelText('By when');
  expect(dueOn.getAttribute('aria-invalid')).toBe('true');
  await userEvent.click(within(panel).getByRole('button', { name: 'Send the answer' }));
  expect(await within(panel).findByText('Sent: not taken forward')).toBeTruthy();
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test('a merger is searched for among the proposals of the consultation, without the one that is merged', async () => {
  const targets = {
    consultation: {
      __typename: 'Consultation',
      id: 'dentistry',
      proposals: {
        __typename: 'ProposalConnection',
        edges: [2, 4].map((number) => ({
          __typename: 'ProposalEdge',
          cursor: `m${number}`,
          node: {
            __typename: 'Proposal',
            id: `p${number}`,
            number,
            statement: `Statement number ${number}`,
            status: 'published',
          },
        })),
      },
    },
  };
  const { answers, sent } = clarion({ MergeTargets: targets });
  renderPage(`${address}?item=p2`, answers);
  const panel = await opened('Statement number 2');
  await userEvent.click(await within(panel).findByRole('radio', { name: /^Merge/ }));
  const found = await within(panel).findByRole('list', { name: 'Proposals found' });
  await userEvent.click(await within(found).findByRole('button', { name: /Statement number 4/ }));
  expect(within(panel).queryByRole('button', { name: /2\. Statement number 2/ })).toBeNull();
  await fill(panel);
  await userEvent.click(within(panel).getByRole('button', { name: 'Send the answer' }));
  await within(panel).findByText('Sent: merged');
  expect(sent[0]).toMatchObject({ outcome: 'merge', mergedIntoId: 'p4', referredToId: null });
});

test('an answer shows its reason, who signed, the next stop, and how those who backed it took it', async () => {
  let note: unknown;
  const complete = (variables: Record<string, unknown>) => {
    note = variables['note'];
    const done = { ...stop(), doneAt: '2026-11-21T10:00:00.000Z', doneNote: String(note) };
    return { completeNextStop: { __typename: 'Decision', id: 'd1', nextStop: done } };
  };
  const { answers } = clarion({ CompleteNextStop: complete });
  renderPage(`${address}?item=p1`, answers);
  const panel = await opened('Statement number 1');
  expect(await within(panel).findByText('Helen Adeyemi, convenor')).toBeTruthy();
  expect(
    within(panel).getByText(/Of 212 who backed it: yes 88, partly 24, no 31, not said yet 69\./),
  ).toBeTruthy();
  await userEvent.click(within(panel).getByText('The next stop is done', { selector: 'summary' }));
  await userEvent.type(within(panel).getByLabelText('What was done'), 'The meeting agreed it.');
  await userEvent.click(within(panel).getByRole('button', { name: 'Mark as done' }));
  expect(await within(panel).findByText(/Done on/)).toBeTruthy();
  expect(note).toBe('The meeting agreed it.');
});

test('whoever does not answer is told whose queue it is, and where to read the answers', async () => {
  const { answers } = clarion({ Review: page(null) });
  renderPage(address, answers);
  expect(await screen.findByText('This queue is for those who answer')).toBeTruthy();
  expect(
    screen.getByRole('link', { name: 'See the ranking and the answers' }).getAttribute('href'),
  ).toBe('/consultations/dentistry/ranking');
});
