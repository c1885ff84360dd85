import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { asha, dentistry, proposal, threadOf } from './threadFixture';

// Pages are fetched when opened; the first one takes longer than a test waits.
beforeAll(async () => {
  // One after the other: Jest loses modules that two imports link at once.
  await import('../src/pages/NewProposalPage');
  await import('../src/pages/ProposalPage');
  await import('../src/pages/ProposalVersionsPage');
  await import('../src/ui/MarkdownText');
});

afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

type Variables = Record<string, unknown>;

const similar = {
  __typename: 'Proposal',
  id: 'bond',
  number: 6,
  statement: 'A dentist should work at least three years for the NHS.',
  commentCount: 15,
  viewerMay: ['vote', 'comment'],
  author: { __typename: 'Author', name: 'Gwenllian Pryce', clpName: 'Ynys Môn CLP' },
  onBehalfOf: null,
  myVote: null,
};

describe('somebody who proposes', () => {
  const open = (answers: Answers = {}) =>
    renderPage('/consultations/dentistry/proposals/new', {
      Shell: asha,
      NewProposal: { consultation: dentistry, bodies: [] },
      SimilarProposals: { similarProposals: [similar] },
      Proposal: proposal(),
      ProposalThread: threadOf([]),
      ...answers,
    });
  const statement = () => screen.findByLabelText<HTMLTextAreaElement>('What should happen?');

  test('is shown what is close while typing, and may say that theirs is different', async () => {
    const { container } = open();
    await userEvent.type(await statement(), 'Dentists should stay three years');
    expect(
      await screen.findByText('Somebody has proposed something close to this', undefined, {
        timeout: 2_000,
      }),
    ).toBeTruthy();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Mine is different' }));
    expect(screen.queryByText('Somebody has proposed something close to this')).toBeNull();
    expect((await statement()).value).toBe('Dentists should stay three years');
  });

  test('may support that one instead: it is an agree, and leads there', async () => {
    const votes: unknown[] = [];
    const counted = (variables: Variables) => {
      votes.push(variables);
      const voted = {
        __typename: 'Proposal',
        id: 'bond',
        consultation: { __typename: 'Consultation', id: 'dentistry' },
        tallyHidden: false,
        tally: { __typename: 'Tally', agree: 1, disagree: 0, pass: 0, votes: 1 },
        myVote: { __typename: 'Vote', choice: 'agree', version: 2, isOnEarlierVersion: false },
      };
      return {
        castVote: { __typename: 'Vote', commitment: null, previous: null, proposal: voted },
      };
    };
    const { router } = open({ VoteOnProposal: counted });
    await userEvent.type(await statement(), 'Dentists should stay three years');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Support that instead' }, { timeout: 2_000 }),
    );
    expect(await screen.findByRole('heading', { name: 'Do you agree?' })).toBeTruthy();
    const random = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(votes).toEqual([{ proposalId: 'bond', choice: 'agree', random }]);
    expect(router.state.location.pathname).toBe('/proposals/bond');
  });

  test('is told by how much a statement is too long, and nothing is lost', async () => {
    open({ SimilarProposals: { similarProposals: [] } });
    const long = 'More dentists. '.repeat(13);
    await userEvent.click(await statement());
    await userEvent.paste(long);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect((await statement()).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(await statement());
    expect((await statement()).value).toBe(long);
  });

  test('reads what happens next, with the way to its story', async () => {
    let sent: Record<string, unknown> = {};
    const taken = ({ input }: Variables) => {
      sent = input as Record<string, unknown>;
      const mine = {
        ...similar,
        id: sent['id'],
        number: 14,
        statement: sent['statement'],
        status: 'published',
        isMine: true,
        evidenceCount: 0,
        commentCount: 0,
        createdAt: '2026-05-02T10:00:00.000Z',
        mergedInto: null,
        commissions: [],
      };
      return { propose: mine };
    };
    open({ SimilarProposals: { similarProposals: [] }, Propose: taken });
    await userEvent.type(await statement(), 'Vans for villages.');
    await userEvent.type(screen.getByLabelText('Why?'), 'No practice in ten miles.');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    const heading = await screen.findByRole('heading', { name: 'Sent. It is proposal 14' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByRole('link', { name: 'Follow its story' }).getAttribute('href')).toBe(
      `/contributions/${String(sent['id'])}/story`,
    );
    // Nothing typed is left; that a receipt is to come for it is remembered.
    expect(Object.keys(localStorage).filter((key) => !key.startsWith('clarion:receipts:'))).toEqual(
      [],
    );
  });
});

describe('a proposal whose words changed', () => {
  test('shows each change with words for those who listen', async () => {
    renderPage('/proposals/bond/versions', { ProposalVersions: proposal() });
    await screen.findByRole('heading', { name: '2 versions, newest first' });
    const added = [...document.querySelectorAll('ol ins')];
    const removed = [...document.querySelectorAll('ol del')];
    expect(added.map((one) => one.textContent?.trim())).toEqual(['at least three years']);
    expect(removed.map((one) => one.textContent?.trim())).toEqual(['full time']);
    expect(added[0]?.previousElementSibling?.textContent).toContain('put in');
    expect(removed[0]?.previousElementSibling?.textContent).toContain('taken out');
    expect(screen.getByText('Ruth asked about part time.')).toBeTruthy();
  });

  test('asks Asha, who agreed with the earlier words, to keep or change', async () => {
    const votes: unknown[] = [];
    const before = { __typename: 'Vote', choice: 'agree', version: 1, isOnEarlierVersion: true };
    const counted = (variables: Variables) => {
      votes.push(variables);
      const kept = {
        __typename: 'Proposal',
        id: 'bond',
        consultation: { __typename: 'Consultation', id: 'dentistry' },
        tallyHidden: true,
        tally: null,
        myVote: { ...before, version: 2, isOnEarlierVersion: false },
      };
      return { castVote: { __typename: 'Vote', commitment: null, previous: null, proposal: kept } };
    };
    renderPage('/proposals/bond', {
      Shell: asha,
      Proposal: proposal({ myVote: before }),
      ProposalThread: threadOf([]),
      VoteOnProposal: counted,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Keep: agree' }));
    expect(await screen.findByText(/You agree\. Nobody else can see that/)).toBeTruthy();
    expect(screen.queryByText('The words changed since you voted')).toBeNull();
    const random = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(votes).toEqual([{ proposalId: 'bond', choice: 'agree', random }]);
  });
});

test('a proposal that was taken back says so, keeps its reason and takes no vote', async () => {
  renderPage('/proposals/bond', {
    Shell: asha,
    Proposal: proposal({
      status: 'withdrawn',
      statusReason: 'Proposal 9 says it better.',
      viewerMay: [],
    }),
    ProposalThread: threadOf([]),
  });
  expect(await screen.findByText('Gwenllian Pryce took this proposal back')).toBeTruthy();
  expect(screen.getByText(/Proposal 9 says it better\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
});
