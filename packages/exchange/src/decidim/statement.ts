/** The longest statement, in code points. */
export const STATEMENT_LIMIT = 180;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A title as one line of at most `limit` code points: where it is longer, it is cut after a whole
 * word (or, in a text without spaces, after a whole character) and ends in an ellipsis.
 */
export function shortened(title: string, limit = STATEMENT_LIMIT): string {
  const text = title.replace(/\s+/gu, ' ').trim();
  if ([...text].length <= limit) return text;
  let points = 0;
  let end = 0;
  let lastWord = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    if (segment === ' ') lastWord = index;
    points += [...segment].length;
    if (points > limit - 1) break;
    end = index + segment.length;
  }
  // A cut that throws away more than half for the sake of one word would say too little.
  const cut = lastWord > end / 2 ? lastWord : end;
  return `${text.slice(0, cut).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
