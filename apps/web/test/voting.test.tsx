import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { TOO_SOON } from '../src/features/voting/deck';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

const asha = {
  viewer: viewerOf('Asha Rahman', { interests: ['health'] }),
  demo: null,
};

function statement(number: number, more: Record<string, unknown> = {}) {
  return {
    __typename: 'Proposal',
    id: `p${number}`,
    statement: `Statement number ${number}`,
    createdAt: '2026-05-02T10:00:00.000Z',
    author: { __typename: 'Author', name: 'Gwenllian Pryce', clpName: 'Ynys Môn CLP' },
    onBehalfOf: null,
    evidence: [],
    commentCount: 4,
    myVote: null,
    ...more,
  };
}

interface Dealt {
  count?: number;
  changed?: unknown[];
  refusal?: { __typename: 'Refusal'; reason: string; message: string } | null;
  viewerMay?: string[];
}

function dentistry(dealt: Dealt = {}) {
  const { count = 3, changed = [], refusal = null, viewerMay = ['vote', 'propose'] } = dealt;
  return {
    consultation: {
      __typename: 'Consultation',
      id: 'dentistry',
      title: 'NHS dentistry and care close to home',
      votesUntil: '2026-12-03T23:59:59.000Z',
      proposalCount: count,
      viewerMay,
      commissions: [
        { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' },
      ],
      rules: { __typename: 'Rules', countsHiddenUntilVoted: true, votesMayChange: true },
      deck: {
        __typename: 'Deck',
        votedOn: 0,
        remaining: refusal ? 0 : count,
        refusal,
        proposals: Array.from({ length: count }, (_, index) => statement(index + 1)),
        changed,
      },
    },
  };
}

const counted = { __typename: 'Tally', agree: 70, disagree: 20, pass: 10, votes: 100 };

/** Clarion takes every vote, and remembers what it was sent. */
function clarion(more: Answers = {}) {
  const sent: [string, unknown][] = [];
  const vote = (proposalId: unknown, choice: unknown) => {
    sent.push([String(proposalId), choice]);
    const myVote = { __typename: 'Vote', choice, version: 1, isOnEarlierVersion: false };
    const proposal = { __typename: 'Proposal', id: proposalId, tallyHidden: false, tally: counted };
    return { ...myVote, proposal: { ...proposal, myVote: choice ? myVote : null } };
  };
  type Variables = Record<string, unknown>;
  const taken = ({ proposalId, choice }: Variables) => ({ castVote: vote(proposalId, choice) });
  const takenBack = ({ proposalId }: Variables) => ({ undoVote: vote(proposalId, null) });
  const answers: Answers = {
    Shell: asha,
    Vote: dentistry(),
    CastVote: taken,
    UndoVote: takenBack,
    ...more,
  };
  return { sent, answers };
}

let now = 1_000_000;

/** Reads for a while, so that the next tap is meant. */
const read = () => {
  now += TOO_SOON;
};

function setOnline(isOnline: boolean) {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  act(() => {
    window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  });
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});

afterEach(() => {
  cleanup();
  forgetKeptTexts();
  jest.restoreAllMocks();
});

const answer = async (name: string) => {
  read();
  await userEvent.click(screen.getByRole('button', { name }));
};

test('Asha agrees, sees how others voted, and undoes it', async () => {
  const { sent, answers } = clarion();
  renderPage('/consultations/dentistry/vote', answers);
  await screen.findByText('Statement number 1');
  expect(screen.queryByRole('img', { name: /70 agree/ })).toBeNull();
  await answer('Agree');
  expect(await screen.findByText('Statement number 2')).toBeTruthy();
  expect(await screen.findByRole('img', { name: '70 agree, 20 disagree, 10 pass' })).toBeTruthy();
  await answer('Undo your last: agree');
  expect(screen.getByText('Statement number 1')).toBeTruthy();
  await waitFor(() =>
    expect(sent).toEqual([
      ['p1', 'agree'],
      ['p1', null],
    ]),
  );
});

test('the keys A, D and P answer and U undoes; switched off, a letter is a letter', async () => {
  const { sent, answers } = clarion();
  renderPage('/consultations/dentistry/vote', answers);
  await screen.findByText('Statement number 1');
  read();
  await userEvent.keyboard('d');
  expect(screen.getByText('Statement number 2')).toBeTruthy();
  read();
  await userEvent.keyboard('u');
  expect(screen.getByText('Statement number 1')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: /Answer with the keys/ }));
  read();
  await userEvent.keyboard('d');
  expect(screen.getByText('Statement number 1')).toBeTruthy();
  await waitFor(() => expect(sent).toHaveLength(2));
});

test('on a train Asha votes without a connection; her votes wait and are sent once it is back', async () => {
  const { sent, answers } = clarion();
  renderPage('/consultations/dentistry/vote', answers);
  await screen.findByText('Statement number 1');
  setOnline(false);
  await answer('Agree');
  await answer('Disagree');
  expect(await screen.findByText('2 votes have not been sent yet')).toBeTruthy();
  expect(sent).toEqual([]);
  setOnline(true);
  await waitFor(() =>
    expect(sent).toEqual([
      ['p1', 'agree'],
      ['p2', 'disagree'],
    ]),
  );
  await waitFor(() => expect(localStorage.getItem('clarion:text:votes:asha')).toBeNull());
});

test('votes left behind by a closed tab are sent from any page, each once', async () => {
  const left = [
    {
      consultationId: 'dentistry',
      proposalId: 'p7',
      statement: 'Statement number 7',
      choice: 'pass',
      at: 5,
    },
  ];
  localStorage.setItem('clarion:text:votes:asha', JSON.stringify(left));
  const { sent, answers } = clarion();
  renderPage('/no-such-page', answers);
  await waitFor(() => expect(sent).toEqual([['p7', 'pass']]));
  await waitFor(() => expect(localStorage.getItem('clarion:text:votes:asha')).toBeNull());
});

test('while too many ask Asha’s vote waits in her browser and is sent when the server said to ask again', async () => {
  const busy = new CombinedGraphQLErrors({
    errors: [{ message: 'Busy.', extensions: { code: 'TOO_BUSY', retryAfter: 1 } }],
  });
  const { answers } = clarion();
  const take = answers['CastVote'] as (variables: Record<string, unknown>) => object;
  const asked: unknown[] = [];
  answers['CastVote'] = (variables) => {
    asked.push(variables['random']);
    return asked.length === 1 ? Promise.reject(busy) : { ...take(variables) };
  };
  renderPage('/consultations/dentistry/vote', answers);
  await screen.findByText('Statement number 1');
  await answer('Agree');
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(localStorage.getItem('clarion:text:votes:asha')).toContain('p1');
  await waitFor(() => expect(localStorage.getItem('clarion:text:votes:asha')).toBeNull());
  // The same vote, with what it is committed to with.
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBe(asked[0]);
});

test('a vote that is refused is said to be, with the reason', async () => {
  const refused = {
    __typename: 'Refusal',
    reason: 'proposal_closed',
    message: 'This proposal was taken back by its author.',
    field: null,
  };
  const { answers } = clarion({ CastVote: { castVote: refused } });
  renderPage('/consultations/dentistry/vote', answers);
  await screen.findByText('Statement number 1');
  await answer('Agree');
  expect(await screen.findByText(/^Not counted\. This proposal was taken back/)).toBeTruthy();
});

test('after the last statement Asha sees what she said, and can change it', async () => {
  const { sent, answers } = clarion();
  const { container } = renderPage('/consultations/dentistry/vote', answers);
  await screen.findByText('Statement number 1');
  await answer('Agree');
  await answer('Disagree');
  await answer('Pass');
  const heading = await screen.findByRole('heading', {
    name: 'You have answered every statement, Asha',
  });
  expect(document.activeElement).toBe(heading);
  expect(await screen.findAllByRole('img', { name: /70 agree/ })).toHaveLength(3);
  expect(await axeViolations(container)).toEqual([]);
  await answer('Change your answer to: Statement number 2');
  expect(screen.getByRole('button', { name: 'Disagree' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  await answer('Agree');
  await waitFor(() => expect(sent.at(-1)).toEqual(['p2', 'agree']));
});

test('a statement whose words changed comes back with the change marked', async () => {
  const changed = statement(9, {
    statement: 'Dentists should publish waiting times every month',
    myVote: { __typename: 'Vote', choice: 'agree', version: 1, isOnEarlierVersion: true },
    versions: [
      {
        __typename: 'ProposalVersion',
        version: 2,
        statement: 'Dentists should publish waiting times every month',
        reason: 'To say how often',
      },
      {
        __typename: 'ProposalVersion',
        version: 1,
        statement: 'Dentists should publish waiting times',
        reason: null,
      },
    ],
  });
  const { answers } = clarion({ Vote: dentistry({ changed: [changed] }) });
  const { container } = renderPage('/consultations/dentistry/vote', answers);
  expect(await screen.findByText('The words have changed since you agreed')).toBeTruthy();
  await waitFor(() => expect(container.querySelector('ins')?.textContent).toBe(' every month'));
  expect(screen.getByText('Why it changed: To say how often')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('Jamie joined too late: the page says so and what he still can do', async () => {
  const refusal = {
    __typename: 'Refusal' as const,
    reason: 'joined_too_late',
    message: 'Votes here are for those who joined on or before Saturday 24 October 2026.',
  };
  const { answers } = clarion({ Vote: dentistry({ refusal, viewerMay: ['propose', 'comment'] }) });
  renderPage('/consultations/dentistry/vote', answers);
  expect(await screen.findByText('You joined too late to vote in this one')).toBeTruthy();
  expect(screen.getByText(/joined on or before Saturday 24 October/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Propose something' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
});

test('a visitor can read the statements and is asked to sign in, to come back here', async () => {
  const refusal = { __typename: 'Refusal' as const, reason: 'not_signed_in', message: 'Sign in.' };
  renderPage('/consultations/dentistry/vote', {
    Vote: dentistry({ refusal, viewerMay: [] }),
  });
  expect(await screen.findByText('Statement number 1')).toBeTruthy();
  const links = screen.getAllByRole('link', { name: 'Sign in' });
  expect(links.at(-1)?.getAttribute('href')).toBe(
    '/sign-in?next=%2Fconsultations%2Fdentistry%2Fvote',
  );
});
