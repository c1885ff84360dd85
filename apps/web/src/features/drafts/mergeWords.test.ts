import { expect, test } from '@jest/globals';
import type { Words } from './editor';
import { mergeWords } from './mergeWords';

/** Paragraphs named by letters: "a:First". */
function words(title: string, ...paragraphs: string[]): Words {
  return {
    title,
    summary: 'What we will do.',
    paragraphs: paragraphs.map((one) => {
      const [id = '', text = ''] = one.split(':');
      return { id, heading: '', text, ownReason: '', sources: [] };
    }),
  };
}

const base = words('Care', 'a:First', 'b:Second', 'c:Third');
const shown = ({ paragraphs }: Words) => paragraphs.map(({ id, text }) => `${id}:${text}`);

test('Helen and Daniel change different paragraphs: both changes stand', () => {
  const mine = words('Care', 'a:First, by Helen', 'b:Second', 'c:Third');
  const theirs = words('Care', 'a:First', 'b:Second', 'c:Third, by Daniel');
  const merged = mergeWords(base, mine, theirs);
  expect(shown(merged.words)).toEqual(['a:First, by Helen', 'b:Second', 'c:Third, by Daniel']);
  expect(merged.conflicts).toEqual([]);
});

test('they change the same paragraph: hers stands, and his is kept for her to choose', () => {
  const mine = words('Care', 'a:By Helen', 'b:Second', 'c:Third');
  const theirs = words('Care', 'a:By Daniel', 'b:Second', 'c:Third');
  const { words: merged, conflicts } = mergeWords(base, mine, theirs);
  expect(shown(merged)[0]).toBe('a:By Helen');
  expect(conflicts).toEqual([{ at: 'paragraph', id: 'a', theirs: theirs.paragraphs[0] }]);
});

test('new paragraphs of both stand after what they followed', () => {
  const mine = words('Care', 'a:First', 'h:Helen’s', 'b:Second', 'c:Third');
  const theirs = words('Care', 'a:First', 'b:Second', 'c:Third', 'd:Daniel’s');
  expect(shown(mergeWords(base, mine, theirs).words)).toEqual([
    'a:First',
    'h:Helen’s',
    'b:Second',
    'c:Third',
    'd:Daniel’s',
  ]);
});

test('a deletion stands, unless the other changed those very words', () => {
  const mine = words('Care', 'b:Second', 'c:Third');
  const untouched = words('Care', 'a:First', 'b:Second', 'c:Third, by Daniel');
  expect(shown(mergeWords(base, mine, untouched).words)).toEqual([
    'b:Second',
    'c:Third, by Daniel',
  ]);
  const touched = words('Care', 'a:First, by Daniel', 'b:Second', 'c:Third');
  expect(shown(mergeWords(base, mine, touched).words)).toEqual([
    'a:First, by Daniel',
    'b:Second',
    'c:Third',
  ]);
});

test('Helen moved paragraphs and Daniel wrote in one: her order, his words', () => {
  const mine = words('Care', 'c:Third', 'a:First', 'b:Second');
  const theirs = words('Care', 'a:First, by Daniel', 'b:Second', 'c:Third');
  expect(shown(mergeWords(base, mine, theirs).words)).toEqual([
    'c:Third',
    'a:First, by Daniel',
    'b:Second',
  ]);
});

test('two titles are a choice; blanks at the end are none', () => {
  const both = mergeWords(base, words('Care at home'), words('Care nearby'));
  expect(both.words.title).toBe('Care at home');
  expect(both.conflicts).toContainEqual({ at: 'title', theirs: 'Care nearby' });
  const blank = mergeWords(
    words('Care ', 'a:First '),
    words('Care ', 'a:First, more'),
    words('Care', 'a:First'),
  );
  expect(blank.conflicts).toEqual([]);
});
