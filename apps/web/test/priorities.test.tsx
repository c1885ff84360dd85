import { afterEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

const PAGE = '/consultations/renting/priorities';

const asha = {
  viewer: viewerOf('Asha Rahman', { interests: ['housing'] }),
  demo: null,
};

const named = (id: string) => ({
  __typename: 'Proposal',
  id,
  statement: `Statement ${id.slice(1)}`,
});

function choosable(number: number) {
  return {
    ...named(`p${number}`),
    number,
    author: { __typename: 'Author', name: 'Tom Ainsley', clpName: 'Salford' },
    onBehalfOf: null,
    myVote: number === 1 ? { __typename: 'Vote', choice: 'agree' } : null,
  };
}

interface Asked {
  count?: number;
  size?: number;
  phase?: string;
  chosen?: string[];
  dropped?: string[];
  votesMayChange?: boolean;
  refusal?: { __typename: 'Refusal'; reason: string; message: string } | null;
}

function renting(asked: Asked = {}) {
  const { count = 6, size = 3, phase = 'prioritising', chosen = [], dropped = [] } = asked;
  const { votesMayChange = true, refusal = null } = asked;
  return {
    consultation: {
      __typename: 'Consultation',
      id: 'renting',
      title: 'A fair deal for renters',
      phase,
      votesUntil: '2026-12-03T23:59:59.000Z',
      answersBy: '2026-12-25',
      viewerMay: refusal ? [] : ['vote', 'prioritise'],
      commissions: [
        { __typename: 'Body', id: 'housing', kind: 'policy_commission', name: 'Housing' },
      ],
      convenedBy: { __typename: 'Body', id: 'housing', kind: 'policy_commission', name: 'Housing' },
      rules: { __typename: 'Rules', votesMayChange, officialLens: 'support@1', topN: 20 },
      priorityBallot: {
        __typename: 'PriorityBallot',
        size,
        isCast: chosen.length > 0,
        ballotsCast: chosen.length > 0 ? 412 : null,
        published: 'Only scrutineers may recount the lists.',
        refusal,
        proposals: chosen.map(named),
        dropped: dropped.map(named),
        choosable: {
          __typename: 'ProposalConnection',
          totalCount: count,
          edges: Array.from({ length: count }, (_, index) => ({
            __typename: 'ProposalEdge',
            cursor: `c${index + 1}`,
            node: choosable(index + 1),
          })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      },
    },
  };
}

/** Clarion takes every list, and remembers what it was sent. */
function clarion(asked: Asked = {}, more: Answers = {}) {
  const sent: string[][] = [];
  const asking: Record<string, unknown>[] = [];
  const shown = (variables: Record<string, unknown>) => {
    asking.push(variables);
    return renting(asked);
  };
  const taken = ({ proposalIds }: Record<string, unknown>) => {
    const ids = proposalIds as string[];
    sent.push(ids);
    const priorityBallot = {
      __typename: 'PriorityBallot',
      isCast: ids.length > 0,
      ballotsCast: ids.length > 0 ? 413 : null,
      proposals: ids.map(named),
      dropped: [],
    };
    const consultation = { __typename: 'Consultation', id: 'renting', priorityBallot };
    return { castPriorityBallot: { __typename: 'PriorityBallot', consultation } };
  };
  const answers: Answers = {
    Shell: asha,
    Priorities: shown,
    CastPriorityBallot: taken,
    ...more,
  };
  return { sent, asking, answers };
}

function setOnline(isOnline: boolean) {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  act(() => {
    window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  });
}

afterEach(() => {
  cleanup();
  forgetKeptTexts();
  jest.restoreAllMocks();
});

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choice = () => screen.findByRole('region', { name: 'Your choice' });
const listed = async () =>
  within(await choice())
    .queryAllByRole('listitem')
    .map((item) => within(item).getByRole('link').textContent);

test('Asha chooses three, moves the last one up, and each change is saved as she goes', async () => {
  const { sent, answers } = clarion();
  const { container } = renderPage(PAGE, answers);
  await screen.findByText(/^Choose up to 3 proposals\. Your choice is secret/);
  for (const number of [2, 4, 1]) await press(`Choose: Statement ${number}`);
  await press('Move up: Statement 1');
  expect(await listed()).toEqual(['Statement 2', 'Statement 1', 'Statement 4']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move up: Statement 1');
  expect(await screen.findByText(/It counts as it stands\. You can change it until/)).toBeTruthy();
  expect(sent.at(-1)).toEqual(['p2', 'p1', 'p4']);
  expect(localStorage.getItem('clarion:text:priorities:asha')).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
});

test('a fourth of three is not taken, and she is told why; removing one makes room', async () => {
  const { answers } = clarion({ chosen: ['p1', 'p2', 'p3'] });
  renderPage(PAGE, answers);
  await choice();
  await press('Choose: Statement 4');
  expect(await screen.findByText(/You have chosen 3, which is the most/)).toBeTruthy();
  expect(await listed()).toHaveLength(3);
  await press('Remove: Statement 2');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove: Statement 3');
  await press('Choose: Statement 4');
  expect(await listed()).toEqual(['Statement 1', 'Statement 3', 'Statement 4']);
  await press('Chosen, remove: Statement 1');
  expect(await listed()).toEqual(['Statement 3', 'Statement 4']);
});

test('on a train her choice waits, is there after a reload, and is sent from any page once she is back', async () => {
  const { sent, answers } = clarion();
  renderPage(PAGE, answers);
  await choice();
  setOnline(false);
  await press('Choose: Statement 5');
  await press('Choose: Statement 2');
  expect(await screen.findByText('Not sent yet')).toBeTruthy();
  cleanup();
  renderPage(PAGE, answers);
  await choice();
  expect(await listed()).toEqual(['Statement 5', 'Statement 2']);
  cleanup();
  expect(sent).toEqual([]);
  setOnline(true);
  renderPage('/no-such-page', answers);
  await waitFor(() => expect(sent).toEqual([['p5', 'p2']]));
  await waitFor(() => expect(localStorage.getItem('clarion:text:priorities:asha')).toBeNull());
});

const refusalOf = (reason: string, message = 'Because.') =>
  ({ __typename: 'Refusal', reason, message }) as const;

test('of two changes in a moment the later is sent when the earlier has been answered, and stands', async () => {
  const { sent, answers } = clarion();
  const { CastPriorityBallot: taken } = answers;
  const answering: (() => void)[] = [];
  const slowly = (variables: Record<string, unknown>) => {
    const answer = (taken as (given: typeof variables) => Record<string, unknown>)(variables);
    return new Promise<typeof answer>((resolve) => answering.push(() => resolve(answer)));
  };
  renderPage(PAGE, { ...answers, CastPriorityBallot: slowly });
  await choice();
  await press('Choose: Statement 2');
  await press('Choose: Statement 3');
  await press('Move up: Statement 3');
  expect(sent).toEqual([['p2']]);
  act(() => answering.shift()?.());
  await waitFor(() => expect(sent).toEqual([['p2'], ['p3', 'p2']]));
  expect(screen.queryByText(/It counts as it stands/)).toBeNull();
  act(() => answering.shift()?.());
  expect(await screen.findByText(/It counts as it stands/)).toBeTruthy();
  expect(await listed()).toEqual(['Statement 3', 'Statement 2']);
});

test('a list that is refused says why and is kept until she goes back to what counts', async () => {
  const refused = refusalOf('votes_closed', 'Voting closed on Thursday 3 December.');
  const { answers } = clarion(
    { chosen: ['p1'] },
    { CastPriorityBallot: { castPriorityBallot: refused } },
  );
  renderPage(PAGE, answers);
  await choice();
  await press('Choose: Statement 4');
  expect(await screen.findByText('Not counted')).toBeTruthy();
  expect(screen.getByText('Voting closed on Thursday 3 December.')).toBeTruthy();
  expect(await listed()).toEqual(['Statement 1', 'Statement 4']);
  await press('Go back to what counts');
  expect(await listed()).toEqual(['Statement 1']);
});

test('one that was taken back while she chose is named, and without it the list is taken', async () => {
  const { sent, answers } = clarion();
  const { CastPriorityBallot: taken } = answers;
  const refusing = (variables: Record<string, unknown>) =>
    (variables['proposalIds'] as string[]).includes('p4')
      ? { castPriorityBallot: refusalOf('proposal_closed', 'This proposal was taken back.') }
      : (taken as (given: typeof variables) => Record<string, unknown>)(variables);
  const standing = ({ id }: Record<string, unknown>) => ({
    proposal: { ...named(String(id)), status: id === 'p4' ? 'withdrawn' : 'published' },
  });
  renderPage(PAGE, { ...answers, CastPriorityBallot: refusing, StillStanding: standing });
  await choice();
  await press('Choose: Statement 4');
  await press('Choose: Statement 2');
  await userEvent.click(await screen.findByRole('button', { name: 'Take off “Statement 4”' }));
  expect(await screen.findByText(/It counts as it stands/)).toBeTruthy();
  expect(sent).toEqual([['p2']]);
});

test('where a vote is final nothing is sent before she casts it, and nothing can be changed after', async () => {
  const { sent, answers } = clarion({ votesMayChange: false });
  renderPage(PAGE, answers);
  await choice();
  await press('Choose: Statement 3');
  await press('Choose: Statement 1');
  expect(sent).toEqual([]);
  await press('Cast it: 2 proposals');
  expect(await screen.findByText(/It counts, and cannot be changed/)).toBeTruthy();
  expect(sent).toEqual([['p3', 'p1']]);
  expect(screen.queryByRole('button', { name: /^(Choose|Chosen|Move|Remove)/ })).toBeNull();
});

test('what was taken back since she chose it is named', async () => {
  const { answers } = clarion({ chosen: ['p1'], dropped: ['p9'] });
  renderPage(PAGE, answers);
  expect(await screen.findByText(/You chose “Statement 9”, and it was taken back/)).toBeTruthy();
  expect(await listed()).toEqual(['Statement 1']);
});

test('among many she finds one by its words, and shows what she agreed with alone', async () => {
  const { asking, answers } = clarion({ count: 12 });
  renderPage(PAGE, answers);
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Find a proposal' }), 'damp');
  await press('Find');
  await waitFor(() => expect(asking.at(-1)).toMatchObject({ text: 'damp', agreedOnly: false }));
  await press('I agreed');
  await waitFor(() => expect(asking.at(-1)).toMatchObject({ text: 'damp', agreedOnly: true }));
});

test('what is published, that each counts alike and who answers by when stand on the page', async () => {
  const { answers } = clarion({ chosen: ['p1'] });
  renderPage(PAGE, answers);
  expect(await screen.findByText('Only scrutineers may recount the lists.')).toBeTruthy();
  expect(screen.getByText(/Each one you choose counts alike/)).toBeTruthy();
  expect(
    screen.getByText(/the Housing commission answers the top 20 by Friday 25 December/),
  ).toBeTruthy();
  expect(screen.getByText('412 people have chosen so far.')).toBeTruthy();
});

test('a visitor is asked to sign in first, and may look at what can be chosen', async () => {
  const { answers } = clarion(
    { refusal: refusalOf('not_signed_in') },
    { Shell: { viewer: null, demo: null } },
  );
  const { container } = renderPage(PAGE, answers);
  expect(await screen.findByText('Sign in to choose')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Statement 4' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Choose/ })).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
});

test('a change that comes too late is said to be, and what was chosen before stands', async () => {
  let isOver = false;
  const over = refusalOf('votes_closed', 'Voting closed on Thursday 3 December.');
  const { answers } = clarion();
  const closing = () => {
    isOver = true;
    return { castPriorityBallot: over };
  };
  const shown = () => renting({ chosen: ['p1'], refusal: isOver ? over : null });
  renderPage(PAGE, { ...answers, Priorities: shown, CastPriorityBallot: closing });
  window.history.replaceState(null, '', PAGE);
  await choice();
  await press('Choose: Statement 4');
  expect(await screen.findByText('Your last change was not counted')).toBeTruthy();
  expect(await screen.findByText('Choosing has closed')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'What you chose' }).textContent).toBe(
    'What you chose1Statement 1',
  );
  await press('I have read it');
  expect(screen.queryByText('Your last change was not counted')).toBeNull();
  window.history.replaceState(null, '', '/');
});

test('before it begins Asha reads when that is; after the close she reads what she chose', async () => {
  const early = clarion({ phase: 'open', refusal: refusalOf('wrong_phase') });
  renderPage(PAGE, early.answers);
  expect(await screen.findByText('Choosing has not begun yet')).toBeTruthy();
  cleanup();
  const late = clarion({
    phase: 'reviewing',
    refusal: refusalOf('wrong_phase'),
    chosen: ['p2', 'p1'],
  });
  renderPage(PAGE, late.answers);
  expect(await screen.findByText('Choosing has closed')).toBeTruthy();
  const chosen = screen.getByRole('region', { name: 'What you chose' });
  expect(
    within(chosen)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Statement 2', 'Statement 1']);
  expect(screen.getByText('412 people have chosen.')).toBeTruthy();
});
