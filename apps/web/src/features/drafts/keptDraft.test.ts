import { expect, test } from '@jest/globals';
import { beginEditing, edit } from './editor';
import { keep, resume } from './keptDraft';

const saved = {
  revision: 3,
  numbers: { a: '1' },
  words: {
    title: 'Care',
    summary: 'What we will do.',
    paragraphs: [{ id: 'a', heading: '', text: 'First', ownReason: '', sources: [] }],
  },
};
const written = edit(beginEditing(saved), { type: 'write', id: 'a', field: 'text', text: 'Kept' });
const firstText = (editor: ReturnType<typeof beginEditing>) => editor.words.paragraphs[0]?.text;

test('Helen closes her laptop before it is saved, and goes on where she was', () => {
  const { editor, isResumed } = resume(saved, keep(written));
  expect([firstText(editor), isResumed]).toEqual(['Kept', true]);
});

test('what Daniel saved meanwhile in the same paragraph waits beside what she kept', () => {
  const [first] = saved.words.paragraphs;
  if (!first) throw new Error('a paragraph');
  const theirs = { ...first, text: 'Daniel’s' };
  const newer = { ...saved, revision: 4, words: { ...saved.words, paragraphs: [theirs] } };
  const { editor } = resume(newer, keep(written));
  expect(firstText(editor)).toBe('Kept');
  expect(editor.conflicts).toEqual([{ at: 'paragraph', id: 'a', theirs }]);
});

test('nothing kept, the same words, or something that is no draft: as it was saved', () => {
  for (const text of ['', keep(beginEditing(saved)), 'no json', '{"words":1}']) {
    expect(resume(saved, text)).toEqual({ editor: beginEditing(saved), isResumed: false });
  }
});
