import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { asha, comment, proposal, threadOf } from './threadFixture';

type Variables = Record<string, unknown>;

const gwenllian = comment({
  id: 'c3',
  parentId: 'c2',
  depth: 2,
  name: 'Gwenllian',
  body: 'Part time counts by the hour.',
  stance: 'for',
  moreReplies: 1,
});
const ruth = comment({
  id: 'c2',
  parentId: 'c1',
  depth: 1,
  name: 'Ruth',
  body: 'Does it bind a parent?',
  stance: 'question',
  replies: [gwenllian],
});
const callum = comment({
  id: 'c1',
  name: 'Callum',
  body: 'People stay where there is housing.',
  stance: 'against',
  goodPoints: 37,
  replies: [ruth],
});
const own = comment({ id: 'c9', name: 'Asha', body: 'My daughter left.', isMine: true });

/** As the API answers who asks too often, and as the door before it does. */
const tooOften = () =>
  new CombinedGraphQLErrors({
    errors: [
      { message: 'That was very often.', extensions: { code: 'TOO_OFTEN', retryAfter: 12 } },
    ],
  });
const tooOftenAtTheDoor = () =>
  new ServerError('Too many requests', {
    response: new Response('', { status: 429, headers: { 'retry-after': '12' } }),
    bodyText: 'That was very often.',
  });

const open = (answers: Answers = {}, path = '/proposals/bond') =>
  renderPage(path, {
    Shell: asha,
    Proposal: proposal(),
    ProposalThread: threadOf([callum, own]),
    ...answers,
  });

const commentBy = async (name: string) =>
  (await screen.findByRole('heading', { level: 3, name: new RegExp(`^${name}`) })).closest(
    'article',
  ) as HTMLElement;

// Pages are fetched when opened; the first one takes longer than a test waits.
beforeAll(async () => {
  // One after the other: Jest loses modules that two imports link at once.
  await import('../src/pages/ProposalPage');
  await import('../src/ui/MarkdownText');
});

afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

describe('the thread', () => {
  test('is lists in lists, and says how deep a reply is and whom it answers', async () => {
    const { container } = open();
    const deep = await commentBy('Gwenllian');
    expect(within(deep).getByRole('heading').textContent).toContain('level 3, reply to Ruth');
    expect(deep.closest('ul')?.getAttribute('aria-label')).toBe('Replies to Ruth');
    expect(deep.parentElement?.parentElement?.closest('ul ul')).toBeTruthy();
    expect(within(await commentBy('Callum')).getByText('Against')).toBeTruthy();
    expect(await axeViolations(container)).toEqual([]);
  });

  test('folds a branch away and brings it back', async () => {
    open();
    await commentBy('Ruth');
    const fold = screen.getByRole('button', { name: 'Hide the comment by Callum with 3 replies' });
    await userEvent.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('heading', { name: /^Ruth/ })).toBeNull();
    await userEvent.click(fold);
    expect(screen.getByRole('heading', { name: /^Ruth/ })).toBeTruthy();
  });

  test('fetches deeper replies when somebody asks for them', async () => {
    const tom = comment({ id: 'c4', parentId: 'c3', depth: 3, name: 'Tom', body: 'Then I agree.' });
    const asked: unknown[] = [];
    const deeper = (variables: Variables) => {
      asked.push(variables);
      const { replies } = comment({ ...{ id: 'c3', name: 'G', body: '' }, replies: [tom] });
      const found = { __typename: 'Comment', id: 'c3', replies };
      return { comment: { __typename: 'CommentInContext', comment: found } };
    };
    open({ Replies: deeper });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show 1 more reply to Gwenllian' }),
    );
    const reply = await commentBy('Tom');
    expect(asked).toEqual([{ id: 'c3', after: null }]);
    expect(within(reply).getByRole('heading').textContent).toContain('level 4');
  });

  test('a link to one comment shows it with those above it', async () => {
    const { replies: _, ...above } = callum;
    const chain = {
      comment: {
        __typename: 'CommentInContext',
        comment: { ...ruth, proposal: { __typename: 'Proposal', id: 'bond' } },
        ancestors: [above],
      },
    };
    open({ OneComment: chain }, '/proposals/bond?comment=c2');
    const linked = await commentBy('Ruth');
    await waitFor(() => expect(document.activeElement).toBe(linked));
    expect(await commentBy('Callum')).toBeTruthy();
    expect(screen.queryByText('My daughter left.')).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Read the whole discussion' }).getAttribute('href'),
    ).toBe('/proposals/bond');
  });

  test('J, Z and R work on the comment in focus, and can be switched off', async () => {
    open();
    const first = await commentBy('Callum');
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('z');
    expect(screen.queryByText('People stay where there is housing.')).toBeNull();
    await userEvent.keyboard('zr');
    expect(screen.getByLabelText('Reply to Callum')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByText('Keys for this discussion'));
    await userEvent.click(screen.getByLabelText('Use these keys'));
    first.focus();
    await userEvent.keyboard('z');
    expect(screen.getByText('People stay where there is housing.')).toBeTruthy();
  });
});

describe('a good point', () => {
  const marked = (goodPoints: number, isGoodPointByMe: boolean) => ({
    markGoodPoint: { __typename: 'Comment', id: 'c1', goodPoints, isGoodPointByMe },
  });
  const button = () => screen.findByRole('button', { name: /Good point by Callum/ });

  test('is counted at once, before Clarion has answered', async () => {
    let answer: (data: Record<string, unknown>) => void = () => {};
    const slowly = new Promise<Record<string, unknown>>((resolve) => {
      answer = resolve;
    });
    const later = () => slowly;
    open({ MarkGoodPoint: later });
    await userEvent.click(await button());
    expect((await button()).textContent).toContain('38');
    expect((await button()).getAttribute('aria-pressed')).toBe('true');
    answer(marked(38, true));
    await waitFor(async () => expect((await button()).textContent).toContain('38'));
  });

  test('is taken back on the screen when it was refused, with the reason', async () => {
    const message = 'The discussion closed a minute ago.';
    open({
      MarkGoodPoint: { markGoodPoint: { __typename: 'Refusal', reason: 'wrong_phase', message } },
    });
    await userEvent.click(await button());
    expect(await screen.findByText(message)).toBeTruthy();
    expect((await button()).getAttribute('aria-pressed')).toBe('false');
    expect((await button()).textContent).toContain('37');
  });

  test('is not for one’s own comment', async () => {
    open();
    const mine = await commentBy('Asha');
    expect(within(mine).queryByRole('button', { name: /Good point/ })).toBeNull();
  });
});

describe('the composer', () => {
  test('keeps what Asha typed when her reply is refused, and sends the same id again', async () => {
    const ids: unknown[] = [];
    let isRefused = true;
    const taken = ({ input }: Variables) => {
      const { id, body } = input as { id: string; body: string };
      ids.push(id);
      if (!isRefused) {
        const { replies: _, ...sent } = comment({
          id,
          parentId: 'c1',
          depth: 1,
          name: 'Asha',
          body,
        });
        return { sendComment: sent };
      }
      const message = 'Wait a minute, then send it again.';
      return {
        sendComment: { __typename: 'Refusal', reason: 'too_many', message, field: 'body' },
      };
    };
    open({ SendComment: taken });
    await userEvent.click(await screen.findByRole('button', { name: 'Reply to Callum' }));
    const box = screen.getByLabelText<HTMLTextAreaElement>('Reply to Callum');
    await userEvent.type(box, 'Then build the housing');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Wait a minute, then send it again.')).toBeTruthy();
    expect(box.value).toBe('Then build the housing');

    isRefused = false;
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Then build the housing')).toBeTruthy();
    expect(screen.queryByLabelText('Reply to Callum')).toBeNull();
    expect(new Set(ids).size).toBe(1);
    const replies = screen.getByRole('list', { name: 'Replies to Callum' });
    expect(within(replies).getByText('Then build the housing')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Discussion, 3 comments' })).toBeTruthy();
  });

  test.each([
    ['a field of GraphQL', tooOften],
    ['the door before it', tooOftenAtTheDoor],
  ])('keeps what was typed when %s says that it was too often', async (_, fault) => {
    let isTooOften = true;
    const sent: Variables[] = [];
    const send = (variables: Variables) => {
      sent.push(variables);
      if (isTooOften) return Promise.reject(fault());
      const { id, body } = variables['input'] as { id: string; body: string };
      const placed = comment({ id, parentId: 'c1', depth: 1, name: 'Asha', body });
      return { sendComment: placed };
    };
    open({ SendComment: send });
    await userEvent.click(await screen.findByRole('button', { name: 'Reply to Callum' }));
    const box = screen.getByLabelText<HTMLTextAreaElement>('Reply to Callum');
    await userEvent.type(box, 'Then build the housing');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(
      await screen.findByText(/Try again in 12 seconds\. What you typed is kept\./),
    ).toBeTruthy();
    expect(box.value).toBe('Then build the housing');
    isTooOften = false;
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Then build the housing')).toBeTruthy();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  test('asks for a side before anything is sent', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add to the discussion' }));
    await userEvent.type(screen.getByLabelText('Add to the discussion'), 'Hear, hear');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(screen.getByText(/Say where your comment stands/)).toBeTruthy();
  });

  test('nobody may write without signing in, and comes back to this page', async () => {
    open({ Shell: { viewer: null, demo: null }, Proposal: proposal({ viewerMay: [] }) });
    await commentBy('Callum');
    const links = screen.getAllByRole('link', { name: 'Sign in' });
    expect(links.map((link) => link.getAttribute('href'))).toContain(
      '/sign-in?next=%2Fproposals%2Fbond',
    );
  });
});
