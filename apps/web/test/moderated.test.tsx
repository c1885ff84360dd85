import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { person, told, tom } from './moderationFixture';
import { type Answers, renderPage } from './renderPage';

configure({ asyncUtilTimeout: 5_000 });
afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

/** What is Tom's own, with what moderators did to it. */
const mineOf = (more: Record<string, unknown> = {}) => ({
  mine: {
    __typename: 'Mine',
    ...{ sent: [], changedSinceVote: [], answersToJudge: [], reports: [], voted: [] },
    moderated: [told('act-hide')],
    ...more,
  },
});

describe('Tom, whose comment was hidden,', () => {
  test('reads under Mine what the moderator wrote, who acted, and appeals in his own words', async () => {
    const sent: Record<string, unknown>[] = [];
    const Appeal = (variables: Record<string, unknown>) => {
      sent.push(variables);
      const appeal = {
        ...{ __typename: 'AppealOutcome', at: '2026-11-21T08:00:00.000Z', dueOn: '2026-11-28' },
        ...{ answeredAt: null, isUpheld: null, answer: null },
      };
      return { appeal: told('act-hide', { appeal, viewerMayAppeal: false }) };
    };
    const answers: Answers = { Shell: tom, Mine: mineOf(), Appeal };
    const { container } = renderPage('/mine', answers);
    const section = await screen.findByRole('region', { name: 'What moderators did' });
    for (const words of ['hid your comment', 'Say it without the word.', 'Joan Whitlock']) {
      expect(section.textContent).toContain(words);
    }
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(within(section).getByRole('button', { name: /^Appeal/ }));
    await userEvent.click(within(section).getByRole('button', { name: 'Send the appeal' }));
    expect(sent).toEqual([]);
    await userEvent.type(within(section).getByLabelText('Why is it wrong?'), 'He started it.');
    await userEvent.click(within(section).getByRole('button', { name: 'Send the appeal' }));
    expect(await within(section).findByText('You appealed.')).toBeTruthy();
    expect(sent).toEqual([{ id: expect.any(String), actId: 'act-hide', words: 'He started it.' }]);
    expect(within(section).queryByRole('button', { name: /^Appeal/ })).toBeNull();
  });

  test('reads the answer to his appeal, and that the act was taken back', async () => {
    const appeal = {
      ...{ __typename: 'AppealOutcome', at: '2026-11-21T08:00:00.000Z', dueOn: '2026-11-28' },
      ...{ answeredAt: '2026-11-23T08:00:00.000Z', isUpheld: true, answer: 'You argued.' },
    };
    const answered = told('act-hide', { appeal, isReversed: true, viewerMayAppeal: false });
    renderPage('/mine', { Shell: tom, Mine: mineOf({ moderated: [answered] }) });
    const section = await screen.findByRole('region', { name: 'What moderators did' });
    expect(section.textContent).toContain('Your appeal was upheld.');
    expect(section.textContent).toContain('“You argued.”');
    expect(section.textContent).toContain('It was taken back since.');
  });

  test('is told on every page of his own for how long he cannot write, and that he can vote', async () => {
    const stopped = person('tom', 'Tom Ainsley');
    const viewer = { ...stopped.viewer, suspendedUntil: '2026-11-27T21:04:00.000Z' };
    renderPage('/mine', { Shell: { ...stopped, viewer }, Mine: mineOf() });
    expect(await screen.findByText('A moderator has stopped you from writing')).toBeTruthy();
    expect(screen.getByText(/You can read everything and vote/)).toBeTruthy();
  });
});

test('Asha sees under Mine what came of what she reported, and that nobody else does', async () => {
  const report = {
    __typename: 'OwnReport',
    ...{ id: 'r', reasonLabel: 'Abuse', at: '2026-11-20T20:00:00.000Z', isOpen: false },
    outcome: 'Hidden by a moderator on 20 November.',
    contribution: {
      ...{ __typename: 'Comment', id: 'shout' },
      commentOn: { __typename: 'Proposal', id: 'fare' },
    },
  };
  renderPage('/mine', {
    Shell: person('asha', 'Asha Rahman'),
    Mine: mineOf({ moderated: [], reports: [report] }),
  });
  const section = await screen.findByRole('region', { name: 'What I reported' });
  expect(section.textContent).toContain('Only you see this.');
  expect(section.textContent).toContain('Hidden by a moderator on 20 November.');
  expect(within(section).getByRole('link', { name: 'a comment' }).getAttribute('href')).toBe(
    '/proposals/fare?comment=shout',
  );
});

describe('Something unlawful', () => {
  test('is reported without an account: where it is, and what is wrong; what is missing is said at its field', async () => {
    const sent: unknown[] = [];
    const ReportUnlawful = ({ input }: Record<string, unknown>) => {
      sent.push(input);
      return { reportUnlawful: { __typename: 'ReportReceived', id: 'r' } };
    };
    const { container } = renderPage('/report-unlawful', { ReportUnlawful });
    await userEvent.click(await screen.findByRole('button', { name: 'Send it to the moderators' }));
    const place = screen.getByLabelText<HTMLInputElement>('Where is it?');
    await waitFor(() => expect(place.getAttribute('aria-invalid')).toBe('true'));
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.type(place, 'https://clarion.example/proposals/fare');
    await userEvent.type(screen.getByLabelText('What is wrong with it?'), 'It names a child.');
    await userEvent.click(screen.getByRole('button', { name: 'Send it to the moderators' }));
    expect(
      await screen.findByText('Thank you. A moderator reads it before anything else.'),
    ).toBeTruthy();
    expect(sent).toEqual([
      {
        id: expect.any(String),
        place: 'https://clarion.example/proposals/fare',
        words: 'It names a child.',
      },
    ]);
  });
});
