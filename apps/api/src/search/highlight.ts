import type { HighlightPart } from '../graphql/generated.js';

/** A word as the search sees it: letters with their accents, and digits. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const EXCERPT_WORDS = 40;
const WORDS_BEFORE = 10;

export const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

/** The text of Markdown on one line, without its signs. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*`]|(?<!\p{L})_|_(?!\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The text in parts, those words marked that matched. The words are those of the text itself, so that
 * what was found without its accent is marked with it.
 */
export function mark(text: string, matches: ReadonlySet<string>): HighlightPart[] {
  const parts: HighlightPart[] = [];
  const add = (piece: string, isMatch: boolean) => {
    if (piece === '') return;
    const last = parts.at(-1);
    if (last && last.isMatch === isMatch) last.text += piece;
    else parts.push({ text: piece, isMatch });
  };
  let end = 0;
  for (const word of text.matchAll(WORD)) {
    add(text.slice(end, word.index), false);
    add(word[0], matches.has(word[0]));
    end = word.index + word[0].length;
  }
  add(text.slice(end), false);
  return parts;
}

/** About forty words around the first match, or from the beginning when none is marked. */
export function excerptOf(text: string, matches: ReadonlySet<string>): HighlightPart[] {
  const words = [...text.matchAll(WORD)];
  const first = Math.max(
    0,
    words.findIndex((word) => matches.has(word[0])),
  );
  const from = Math.max(0, Math.min(first - WORDS_BEFORE, words.length - EXCERPT_WORDS));
  const last = words[Math.min(words.length, from + EXCERPT_WORDS) - 1];
  if (!last) return mark(text, matches);
  const begin = from === 0 ? 0 : (words[from]?.index ?? 0);
  const isWhole = from + EXCERPT_WORDS >= words.length;
  const end = isWhole ? text.length : last.index + last[0].length;
  const cut = `${begin > 0 ? '… ' : ''}${text.slice(begin, end)}${isWhole ? '' : ' …'}`;
  return mark(cut, matches);
}
