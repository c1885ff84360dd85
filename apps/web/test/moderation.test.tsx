import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { appealed, desk, joan, log, logged, reported } from './moderationFixture';
import { type Answers, renderPage } from './renderPage';

// A page's code is fetched when it is opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

type Input = Record<string, unknown>;

/** Joan's desk: two cases unless said otherwise; remembers what she sent, by operation. */
function clarion(given: Parameters<typeof desk>[0] = {}, more: Answers = {}) {
  const sent: [string, Input][] = [];
  const queue = given.queue ?? [reported('shout'), reported('advert', { reportCount: 1 })];
  const doing = (name: string, field: string, act: (input: Input) => object) => ({
    [name]: ({ input }: Record<string, unknown>) => {
      sent.push([name, input as Input]);
      return { [field]: act(input as Input) };
    },
  });
  const answers: Answers = {
    Shell: joan,
    Moderation: desk({ ...given, queue }),
    ...doing('Moderate', 'moderate', ({ act, id }) =>
      logged(String(id), act === 'keep' ? { act, title: 'Left as it is' } : { act }),
    ),
    ...doing('Suspend', 'suspend', ({ id }) =>
      logged(String(id), { act: 'suspend', title: 'Somebody kept from writing' }),
    ),
    ...doing('UndoModeration', 'undoModeration', ({ id }) =>
      logged(String(id), { act: 'restore', title: 'Restored by a moderator' }),
    ),
    ...more,
  };
  return { sent, answers };
}

const caseOf = async (position: number) => {
  const cases = await screen.findAllByRole('article');
  const found = cases[position];
  if (!found) throw new Error(`There is no case ${position}.`);
  return found;
};
const button = (inside: HTMLElement, name: string | RegExp) =>
  within(inside).getByRole('button', { name });

describe('The queue', () => {
  test('shows Joan what was said to what, who reports it and why, and what is known of its author', async () => {
    const { answers } = clarion();
    const { container } = renderPage('/moderation', answers);
    const one = await caseOf(0);
    expect(one.getAttribute('aria-label')).toBe('comment by Tom Ainsley, 2 reports');
    const text = one.textContent ?? '';
    const said = ['I drive a bus', 'What a clown', 'That is no argument', 'He goes for Callum'];
    expect(said.map((words) => text.indexOf(words))).toEqual(
      said.map((words) => text.indexOf(words)).sort((a, b) => a - b),
    );
    for (const words of [...said, 'and is new here', '1 of them hidden', 'without an account']) {
      expect(text).toContain(words);
    }
    expect(within(one).getByText('What was done before: 1 act')).toBeTruthy();
    expect(within(one).getByRole('link', { name: /4\. Keep the two pound fare/ })).toBeTruthy();
    expect(await axeViolations(container)).toEqual([]);
  });

  test('what Joan hides takes a reason and a note, and shows the very message before it is sent', async () => {
    const { answers, sent } = clarion();
    const { container } = renderPage('/moderation', answers);
    const one = await caseOf(0);
    await userEvent.click(button(one, 'Hide'));
    const preview = within(one).getByRole('region', { name: 'What the author will read' });
    expect(preview.textContent).toContain('hid your comment');
    expect(preview.textContent).toContain('The reason: abuse.');
    await userEvent.selectOptions(within(one).getByLabelText('The reason'), 'hatred');
    await userEvent.type(within(one).getByLabelText(/^A note to the author/), 'Not here.');
    expect(preview.textContent).toContain('It demeans people for who they are');
    expect(preview.textContent).toContain('The moderator writes: “Not here.”');
    expect(preview.textContent).toContain('you can appeal until');
    expect(await axeViolations(container)).toEqual([]);
    expect(sent).toEqual([]);
    await userEvent.click(button(one, 'Hide it'));
    expect(await within(one).findByText(/Hidden by a moderator\. Abuse\./)).toBeTruthy();
    const common = {
      aboutId: 'shout',
      act: 'hide',
      reason: 'hatred',
      note: 'Not here.',
      toId: null,
    };
    expect(sent).toEqual([['Moderate', { id: expect.any(String), ...common }]]);
    await userEvent.click(button(one, 'Undo'));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual([
      'UndoModeration',
      { id: expect.any(String), actId: sent[0]?.[1]['id'], reason: 'mistake', note: '' },
    ]);
  });

  test('needs no mouse: J, H, a number, Enter and U; and the focus stays with the case', async () => {
    const { answers, sent } = clarion();
    renderPage('/moderation', answers);
    const second = await caseOf(1);
    await userEvent.keyboard('jj');
    expect(document.activeElement).toBe(second);
    await userEvent.keyboard('h');
    expect(document.activeElement).toBe(button(second, 'Hide it'));
    await userEvent.keyboard('5');
    const reason = within(second).getByLabelText<HTMLSelectElement>('The reason');
    await waitFor(() => expect(reason.value).toBe('spam'));
    await userEvent.keyboard('{Enter}');
    await within(second).findByText(/^Hidden by a moderator\. /);
    expect(document.activeElement).toBe(second);
    expect(sent[0]?.[1]).toMatchObject({ aboutId: 'advert', act: 'hide', reason: 'spam' });
    await userEvent.keyboard('u');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.[0]).toBe('UndoModeration');
  });

  test('letters typed into a note are a note, and the keys can be switched off', async () => {
    const { answers } = clarion();
    renderPage('/moderation', answers);
    const one = await caseOf(0);
    await userEvent.click(button(one, 'Hide'));
    await userEvent.type(within(one).getByLabelText(/^A note to the author/), 'xsj5');
    expect(button(one, 'Hide it')).toBeTruthy();
    await userEvent.click(button(one, 'Not now'));
    await userEvent.click(screen.getByText('Keys for this queue'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Use these keys' }));
    await userEvent.keyboard('x');
    expect(within(one).queryByRole('button', { name: 'Leave it as it is' })).toBeNull();
  });

  test('what Joan moves goes where she finds it by its words; the focus goes along', async () => {
    const found = {
      consultation: {
        __typename: 'Consultation',
        id: 'buses',
        proposals: {
          __typename: 'ProposalConnection',
          edges: [4, 7].map((number) => ({
            __typename: 'ProposalEdge',
            cursor: `p${number}`,
            node: {
              ...{ __typename: 'Proposal', id: number === 4 ? 'fare' : `p${number}`, number },
              ...{ statement: `Statement ${number}`, status: 'published' },
            },
          })),
        },
      },
    };
    const { answers, sent } = clarion({}, { ModerationTargets: found });
    const { container } = renderPage('/moderation', answers);
    const one = await caseOf(0);
    await userEvent.keyboard('jm');
    const search = await within(one).findByLabelText('To which proposal?');
    expect(document.activeElement).toBe(search);
    const list = within(one).getByRole('list', { name: 'Found' });
    await within(list).findByRole('button', { name: '7. Statement 7' });
    // Not to where it is already.
    expect(within(list).queryByRole('button', { name: '4. Statement 4' })).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(button(one, 'Choose another'));
    const preview = within(one).getByRole('region', { name: 'What the author will read' });
    expect(preview.textContent).toContain('moved your comment to “7. Statement 7”');
    await userEvent.click(button(one, 'Move it'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.[1]).toMatchObject({ act: 'move', toId: 'p7', reason: 'off_topic' });
  });

  test('joining a duplicate, closing a discussion and keeping somebody from writing take what each needs', async () => {
    const proposal = reported('fare', {
      ...{ contribution: { __typename: 'Proposal', id: 'fare' }, parent: null, replies: [] },
      viewerMay: ['hide', 'move', 'merge', 'lock', 'keep'],
    });
    const { answers, sent } = clarion({ queue: [proposal] });
    renderPage('/moderation', answers);
    const one = await caseOf(0);
    await userEvent.click(button(one, 'Close the discussion'));
    const reasons = () =>
      within(within(one).getByLabelText('The reason'))
        .getAllByRole('option')
        .map((option) => option.textContent);
    expect(reasons()).not.toContain('3. Personal details');
    await userEvent.click(button(one, 'Keep the author from writing'));
    await userEvent.selectOptions(within(one).getByLabelText('For how long'), '14');
    const preview = within(one).getByRole('region', { name: 'What the author will read' });
    expect(preview.textContent).toContain('stopped you from writing until');
    expect(preview.textContent).toContain('You can still read everything and vote.');
    await userEvent.click(button(one, 'Keep them from writing'));
    expect(await within(one).findByText(/^Somebody kept from writing/)).toBeTruthy();
    expect(sent).toEqual([
      ['Suspend', expect.objectContaining({ aboutId: 'fare', days: 14, reason: 'abuse' })],
    ]);
  });

  test('leaving something as it is tells nobody, and there is nothing to undo', async () => {
    const { answers, sent } = clarion();
    renderPage('/moderation', answers);
    const one = await caseOf(0);
    await userEvent.click(button(one, 'Leave as it is'));
    expect(within(one).queryByRole('region', { name: 'What the author will read' })).toBeNull();
    await userEvent.click(button(one, 'Leave it as it is'));
    expect(await within(one).findByText(/^Left as it is\./)).toBeTruthy();
    expect(within(one).queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(sent[0]?.[1]).toMatchObject({ act: 'keep' });
  });

  test('a refusal stands at its field or above the button, and what was typed stays', async () => {
    const refusal = {
      __typename: 'Refusal',
      reason: 'not_valid',
      message: 'Say which rule it is.',
    };
    const { answers } = clarion({}, { Moderate: { moderate: { ...refusal, field: 'note' } } });
    renderPage('/moderation', answers);
    const one = await caseOf(0);
    await userEvent.click(button(one, 'Hide'));
    await userEvent.selectOptions(within(one).getByLabelText('The reason'), 'other_rule');
    await userEvent.type(within(one).getByLabelText(/^A note to the author/), 'Hm');
    await userEvent.click(button(one, 'Hide it'));
    const note = within(one).getByLabelText<HTMLTextAreaElement>(/^A note to the author/);
    await waitFor(() => expect(note.getAttribute('aria-invalid')).toBe('true'));
    expect(note.value).toBe('Hm');
    expect(within(one).getByText('Say which rule it is.')).toBeTruthy();
  });

  test('says why Joan may not act on what she wrote or reported, and what may be unlawful', async () => {
    const mine = reported('mine', {
      ...{ viewerMay: [], viewerMaySuspend: false, isUnlawful: true },
      whyNot: 'You reported it. Another moderator decides.',
    });
    const { answers } = clarion({ queue: [mine] });
    renderPage('/moderation', answers);
    const one = await caseOf(0);
    expect(within(one).getByText('May be unlawful')).toBeTruthy();
    expect(within(one).getByText('You reported it. Another moderator decides.')).toBeTruthy();
    expect(within(one).queryByRole('button', { name: 'Hide' })).toBeNull();
  });

  test('an empty desk says so in each part, and members are led to the log', async () => {
    const { answers } = clarion({ queue: [] });
    renderPage('/moderation', answers);
    expect(await screen.findByText('Nothing waits')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Appeals: 0' }));
    expect(screen.getByText('No appeal waits')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'What I did today' }));
    expect(screen.getByText('You did nothing in the last day')).toBeTruthy();
    cleanup();
    renderPage('/moderation', { Moderation: { moderation: null } });
    expect(await screen.findByText('Sign in to moderate')).toBeTruthy();
    expect(
      screen.getByRole('link', { name: 'Read what moderators did' }).getAttribute('href'),
    ).toBe('/moderation/log');
  });
});

describe('Appeals', () => {
  const answering = () => {
    const sent: Input[] = [];
    const AnswerAppeal = ({ input }: Record<string, unknown>) => {
      sent.push(input as Input);
      return { answerAppeal: { __typename: 'ModerationAct', id: 'act-hide', isReversed: true } };
    };
    return { sent, AnswerAppeal };
  };

  test('show the words, the act and what its author says; Joan answers what Priya did', async () => {
    const { sent, AnswerAppeal } = answering();
    const { answers } = clarion({ appeals: [appealed('appeal')] }, { AnswerAppeal });
    const { container } = renderPage('/moderation?part=appeals', answers);
    const list = await screen.findByRole('list', { name: 'Appeals' });
    expect(list.textContent).toContain('by Priya Nair');
    expect(list.textContent).toContain('“He started it, further up.”');
    expect(within(list).getByText('2 days overdue')).toBeTruthy();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(button(list, 'Uphold it: take the act back'));
    expect(within(list).getByText(/^The answer is empty/)).toBeTruthy();
    await userEvent.type(within(list).getByLabelText('The answer to the author'), 'You are right.');
    await userEvent.click(button(list, 'Uphold it: take the act back'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ appealId: 'appeal', isUpheld: true, answer: 'You are right.' });
  });

  test('against what Joan did herself wait for somebody else', async () => {
    const whyNot = 'You did what is appealed against, so another moderator answers the appeal.';
    const { answers } = clarion({ appeals: [appealed('appeal', { whyNot })] });
    renderPage('/moderation?part=appeals', answers);
    const list = await screen.findByRole('list', { name: 'Appeals' });
    expect(within(list).getByText(whyNot)).toBeTruthy();
    expect(within(list).queryByRole('textbox')).toBeNull();
  });

  test('about sealed words show none of them until Joan says what for', async () => {
    const asked: Input[] = [];
    const ReadSealed = ({ input }: Record<string, unknown>) => {
      asked.push(input as Input);
      const words = [{ __typename: 'NamedWords', label: 'Comment', text: '4 Mill Lane.' }];
      return {
        readSealed: {
          __typename: 'SealedWords',
          act: { __typename: 'ModerationAct', id: 'read' },
          words,
        },
      };
    };
    const seal = {
      __typename: 'Seal',
      until: '2027-05-19T10:00:00.000Z',
      destroyedAt: null,
      viewerMayRead: true,
    };
    const sealed = appealed('appeal', { about: [], seal });
    const { answers } = clarion({ appeals: [sealed] }, { ReadSealed });
    const { container } = renderPage('/moderation?part=appeals', answers);
    const list = await screen.findByRole('list', { name: 'Appeals' });
    expect(list.textContent).toContain('under seal, to be destroyed on 19 May 2027');
    await userEvent.click(button(list, 'Read the sealed words'));
    await userEvent.click(button(list, 'Read them'));
    expect(within(list).getByText('Choose what it is for.')).toBeTruthy();
    expect(asked).toEqual([]);
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(within(list).getByRole('radio', { name: /^To judge an appeal/ }));
    await userEvent.click(button(list, 'Read them'));
    expect(await within(list).findByText('4 Mill Lane.')).toBeTruthy();
    expect(asked).toEqual([{ id: expect.any(String), aboutId: 'shout', reason: 'for_appeal' }]);
  });
});

test('What Joan did today is taken back with one press', async () => {
  const { answers, sent } = clarion({ lately: [logged('today')] });
  renderPage('/moderation?part=lately', answers);
  const list = await screen.findByRole('list', { name: 'What I did today' });
  await userEvent.click(button(list, 'Undo'));
  await waitFor(() =>
    expect(sent).toEqual([['UndoModeration', expect.objectContaining({ actId: 'today' })]]),
  );
});

describe('The log', () => {
  test('tells everybody what was done, for which body and why, names nobody, and says what became of reports', async () => {
    const acts = [
      logged('suspended', {
        ...{ act: 'suspend', title: 'Somebody kept from writing', contribution: null },
        until: '2026-11-27T21:04:00.000Z',
      }),
      logged('hidden', {
        appeal: {
          ...{ __typename: 'AppealOutcome', at: '2026-11-21T08:00:00.000Z' },
          ...{ dueOn: '2026-11-28', answeredAt: null, isUpheld: null },
        },
      }),
      logged('undone', { isReversed: true }),
    ];
    const { container } = renderPage('/moderation/log', { ModerationLog: log(acts) });
    const list = await screen.findByRole('list', { name: 'Acts of moderators' });
    const lines = within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent ?? '');
    expect(lines[0]).toContain('About a person, whom the log does not name');
    expect(lines[1]).toContain('Another moderator answers by');
    expect(lines[2]).toContain('Taken back since.');
    for (const line of lines) expect(line).not.toMatch(/Joan|Priya|Tom/);
    expect(
      screen.getByText(/Received 12 = acted on 7 \+ left as it is 3 \+ waiting 2/),
    ).toBeTruthy();
    expect(screen.getByText('0 unaccounted')).toBeTruthy();
    expect(await axeViolations(container)).toEqual([]);
  });
});
