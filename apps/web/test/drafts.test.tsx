import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

const forum = {
  __typename: 'Body',
  id: 'npf',
  kind: 'national_policy_forum',
  name: 'National Policy Forum',
};

const helen = {
  viewer: viewerOf('Helen Adeyemi', {
    id: 'helen',
    clp: { __typename: 'Body', id: 'newcastle', name: 'Newcastle Central CLP' },
    interests: ['health'],
    isRepresentative: true,
    offices: [{ __typename: 'Office', id: 'o1', office: 'representative', body: forum }],
  }),
  demo: null,
};

const asha = {
  __typename: 'Source',
  id: 's1',
  label: 'Ranked 4th, Asha Rahman',
  note: '“Every centre” became forty towns.',
  item: {
    __typename: 'Proposal',
    id: 'chairs',
    statement: 'Put a dentist’s chair in every community diagnostic centre.',
    author: { __typename: 'Author', name: 'Asha Rahman', clpName: 'Bristol East CLP' },
    tally: { __typename: 'Tally', agree: 1904, disagree: 236, pass: 287, votes: 2427 },
  },
};

function paragraph(number: string, text: string, more: Record<string, unknown> = {}) {
  const own = { heading: null, ownReason: null, sources: [] };
  return { __typename: 'Paragraph', id: `p${number}`, number, text, ...own, ...more };
}

const first = paragraph('14', 'We will open NHS dental chairs in the forty towns.', {
  sources: [asha],
});
const second = paragraph('15', 'The board will publish the hours it bought.', {
  ownReason: 'nobody proposed who would be accountable.',
});

function version(number: number, status = 'published') {
  const publishedAt = status === 'working' ? null : `2026-05-${10 + number}T10:00:00.000Z`;
  return { __typename: 'DraftVersion', number, status, publishedAt, publishedBy: null, note: '' };
}

const draft = {
  __typename: 'Draft',
  id: 'care',
  title: 'Care close to home',
  summary: 'What we will do about dentists.',
  revision: 7,
  body: forum,
  consultation: { __typename: 'Consultation', id: 'dentistry', title: 'NHS dentistry' },
  version: version(2),
  versions: [version(2), version(1)],
  sourcedCount: 1,
  ownCount: 1,
  mine: ['14'],
  viewerMayEdit: false,
  adoption: null,
  publishCheck: null,
  paragraphs: [first, second],
};

afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

test('a tap on paragraph 14 shows where it came from; Escape closes it and gives focus back', async () => {
  const { container, router } = renderPage('/drafts/care', { Draft: { draft } });
  await userEvent.click(
    await screen.findByText('We will open NHS dental chairs in the forty towns.'),
  );
  const panel = await screen.findByRole('region', { name: 'Paragraph 14 came from' });
  expect(within(panel).getByText(/Ranked 4th\. 1,904 members agreed\./)).toBeTruthy();
  expect(panel.textContent).toContain('“Every centre” became forty towns.');
  expect(router.state.location.hash).toBe('#14');
  expect(await axeViolations(container)).toEqual([]);
  within(panel).getByRole('button', { name: 'Close the sources of paragraph 14' }).focus();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Paragraph 14 came from' })).toBeNull();
  expect(document.activeElement?.getAttribute('aria-label')).toContain('Paragraph 14');
});

test('what the drafters added says so with their reason, and the counts say how much that is', async () => {
  renderPage('/drafts/care', { Draft: { draft } });
  expect(await screen.findByText('Added by the drafters.')).toBeTruthy();
  expect(
    screen.getByText(
      /2 paragraphs: 1 came from what members and societies sent, 1 was added by the drafters\./,
    ),
  ).toBeTruthy();
});

test('the changes since the version before are told in words, and the address keeps them', async () => {
  const before = { ...first, text: 'We will open NHS dental chairs in every region.' };
  const gone = paragraph('16', 'A boiler will be lent.');
  const change = { __typename: 'ParagraphChange', moved: false };
  const { container, router } = renderPage('/drafts/care', {
    Draft: { draft },
    DraftChanges: {
      draft: {
        __typename: 'Draft',
        id: 'care',
        changes: [
          { ...change, kind: 'changed', before, after: first },
          { ...change, kind: 'added', before: null, after: second },
          { ...change, kind: 'removed', before: gone, after: null },
        ],
      },
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Changes since draft 1' }));
  expect(await screen.findByText('Changed since draft 1')).toBeTruthy();
  expect(screen.getByText('New since draft 1')).toBeTruthy();
  expect(screen.getByText('Taken out since draft 1')).toBeTruthy();
  await waitFor(() =>
    expect(container.querySelector('article del')?.textContent).toContain('every region'),
  );
  expect(router.state.location.search).toBe('?changes=1');
});

const working = {
  ...draft,
  version: version(3, 'working'),
  versions: [version(3, 'working'), version(2), version(1)],
  viewerMayEdit: true,
  publishCheck: {
    __typename: 'PublishCheck',
    mayPublish: false,
    unsourced: ['15'],
    empty: [],
    unanswered: [],
    sentences: ['Paragraph 15 shows neither a source nor a reason of the drafters’.'],
  },
};

function writing(more: Answers = {}) {
  const saves: Record<string, unknown>[] = [];
  const save = (variables: Record<string, unknown>) => {
    saves.push(variables);
    return { saveDraft: { ...working, revision: 8 } };
  };
  const answers: Answers = {
    Shell: helen,
    DraftToEdit: { draft: working },
    SaveDraft: save,
    ...more,
  };
  return { saves, answers };
}

/** Saving waits for a pause in the typing. */
const patience = { timeout: 10_000 };

test('Helen writes, and it is saved by itself with the revision she began from', async () => {
  const { saves, answers } = writing();
  const { container } = renderPage('/drafts/care/edit', answers);
  const box = await screen.findByLabelText('Words of paragraph 15');
  await userEvent.type(box, ' Each quarter.');
  expect(screen.getByText('Not saved yet; kept on this device.')).toBeTruthy();
  await waitFor(() => expect(saves).toHaveLength(1), patience);
  expect(saves[0]).toMatchObject({ draftId: 'care', revision: 7 });
  expect(JSON.stringify(saves[0])).toContain('the hours it bought. Each quarter.');
  expect(await screen.findByText('Everything is saved.')).toBeTruthy();
  expect(localStorage.getItem('clarion:text:draft:care:3')).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
});

test('when Daniel saved the same paragraph meanwhile both texts stand there until Helen chooses', async () => {
  const theirs = { ...second, text: 'Daniel’s words.' };
  const newer = { ...working, revision: 9, paragraphs: [first, theirs] };
  const saves: Record<string, unknown>[] = [];
  const refusal = { __typename: 'Refusal', reason: 'changed_since', message: '', field: null };
  const save = (variables: Record<string, unknown>) => {
    saves.push(variables);
    return { saveDraft: saves.length === 1 ? refusal : { ...newer, revision: 10 } };
  };
  const { answers } = writing({ SaveDraft: save, NewestDraft: { draft: newer } });
  renderPage('/drafts/care/edit', answers);
  const box = await screen.findByLabelText('Words of paragraph 15');
  await userEvent.clear(box);
  await userEvent.type(box, 'Helen’s words.');
  const choose = await screen.findByRole('button', { name: 'Paragraph 15: take theirs' }, patience);
  expect(screen.getByText('Daniel’s words.')).toBeTruthy();
  expect(screen.getAllByText('Helen’s words.')).not.toHaveLength(0);
  expect(saves).toHaveLength(1);
  await userEvent.click(choose);
  expect((box as HTMLTextAreaElement).value).toBe('Daniel’s words.');
  expect(screen.queryByText('Theirs')).toBeNull();
});

test('a deleted paragraph comes back, and what has no source is said at the check and beside it', async () => {
  const { answers } = writing();
  renderPage('/drafts/care/edit', answers);
  await userEvent.click(await screen.findByRole('button', { name: 'Delete paragraph 14' }));
  expect(screen.queryByLabelText('Words of paragraph 14')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Bring back the deleted paragraph' }));
  expect(screen.getByLabelText('Words of paragraph 14')).toBeTruthy();
  expect(screen.getByText('It cannot be published yet')).toBeTruthy();
  const publish = screen.getByRole('button', { name: 'Publish draft 3' });
  expect((publish as HTMLButtonElement).disabled).toBe(true);
});

test('a visitor cannot write in a draft, and is asked to sign in', async () => {
  renderPage('/drafts/care/edit', { DraftToEdit: { draft: null } });
  expect(await screen.findByText('to write in this draft.')).toBeTruthy();
});

test('on paper every source is an endnote', async () => {
  const { container } = renderPage('/drafts/care/print', { PrintedDraft: { draft } });
  expect(await screen.findByText('Where each paragraph came from')).toBeTruthy();
  expect(screen.getByText(/“Put a dentist’s chair in every community/)).toBeTruthy();
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
});
