import { expect, test } from '@jest/globals';
import { beginEditing, type Editor, type EditorAction, edit, isDirty } from './editor';

const paragraph = (id: string, text: string) => ({
  id,
  heading: '',
  text,
  ownReason: '',
  sources: [],
});

const begun = beginEditing({
  revision: 3,
  numbers: { a: '1', b: '2', c: '3' },
  words: {
    title: 'Care close to home',
    summary: 'What we will do.',
    paragraphs: [paragraph('a', 'First'), paragraph('b', 'Second'), paragraph('c', 'Third')],
  },
});

const after = (...actions: EditorAction[]): Editor => actions.reduce(edit, begun);
const texts = ({ words }: Editor) => words.paragraphs.map(({ text }) => text);
const write = (id: string, text: string): EditorAction => ({
  type: 'write',
  id,
  field: 'text',
  text,
});

const source = {
  id: 's1',
  kind: 'Proposal' as const,
  itemId: 'chairs',
  label: 'Ranked 4th, Asha Rahman',
  title: 'A dentist’s chair in every centre',
  note: '',
};

test('Helen adds a paragraph after the one she is in, or the first of all', () => {
  const added = after({ type: 'add', id: 'n', after: 'a' }, write('n', 'New'));
  expect(texts(added)).toEqual(['First', 'New', 'Second', 'Third']);
  expect(texts(after({ type: 'add', id: 'n', after: null }))).toEqual([
    '',
    'First',
    'Second',
    'Third',
  ]);
});

test('a paragraph moves one place, and not beyond the first or the last', () => {
  const up: EditorAction = { type: 'move', id: 'b', by: -1 };
  expect(texts(after(up))).toEqual(['Second', 'First', 'Third']);
  expect(texts(after(up, up))).toEqual(['Second', 'First', 'Third']);
  expect(texts(after({ type: 'move', id: 'c', by: 1 }))).toEqual(['First', 'Second', 'Third']);
});

test('what was deleted comes back where it was with its words, the last one first', () => {
  const gone = after(
    write('b', 'Second, better'),
    { type: 'delete', id: 'b' },
    { type: 'delete', id: 'a' },
  );
  expect(texts(gone)).toEqual(['Third']);
  const once = edit(gone, { type: 'undo_delete' });
  expect(texts(once)).toEqual(['First', 'Third']);
  const twice = edit(once, { type: 'undo_delete' });
  expect(texts(twice)).toEqual(['First', 'Second, better', 'Third']);
  expect(edit(twice, { type: 'undo_delete' })).toBe(twice);
});

test('a draft is unsaved from the first letter until it is saved, and not after writing it back', () => {
  expect(isDirty(begun)).toBe(false);
  const written = after(write('a', 'First!'));
  expect(isDirty(written)).toBe(true);
  expect(isDirty(edit(written, write('a', 'First')))).toBe(false);
  const draft = { ...begun.saved, revision: 4 };
  const saved = edit(written, { type: 'saved', draft, sent: written.words });
  expect(isDirty(saved)).toBe(false);
  expect(saved.saved.revision).toBe(4);
});

test('what Helen types while a save is on its way stays, and is still unsaved', () => {
  const sent = after(write('a', 'First, and'));
  const typedOn = edit(sent, write('a', 'First, and more'));
  const draft = { ...begun.saved, revision: 4 };
  const saved = edit(typedOn, { type: 'saved', draft, sent: sent.words });
  expect(texts(saved)[0]).toBe('First, and more');
  expect(isDirty(saved)).toBe(true);
});

test('the same thing is cited once, with a note that can be written and a citation taken back', () => {
  const cited = after(
    { type: 'cite', id: 'a', source },
    { type: 'cite', id: 'a', source: { ...source, id: 's2' } },
    { type: 'write_note', id: 'a', sourceId: 's1', text: 'Every centre became forty towns.' },
  );
  expect(cited.words.paragraphs[0]?.sources).toEqual([
    { ...source, note: 'Every centre became forty towns.' },
  ]);
  const taken = edit(cited, { type: 'uncite', id: 'a', sourceId: 's1' });
  expect(isDirty(taken)).toBe(false);
});

test('of two texts Helen takes theirs or keeps hers, and the question is gone', () => {
  const theirs = paragraph('a', 'Daniel’s words');
  const conflict = { at: 'paragraph' as const, id: 'a', theirs };
  const merged = after(write('a', 'Helen’s words'), {
    type: 'merged',
    draft: begun.saved,
    words: after(write('a', 'Helen’s words')).words,
    conflicts: [conflict],
  });
  const mine = edit(merged, { type: 'settle', conflict, take: 'mine' });
  expect([texts(mine)[0], mine.conflicts.length]).toEqual(['Helen’s words', 0]);
  const taken = edit(merged, { type: 'settle', conflict, take: 'theirs' });
  expect([texts(taken)[0], taken.conflicts.length]).toEqual(['Daniel’s words', 0]);
});
