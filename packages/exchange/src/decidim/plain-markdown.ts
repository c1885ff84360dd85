/**
 * Plain text as Markdown that shows just that text: every character that Markdown or HTML would
 * read as more is escaped, each line break stays one, each blank line parts paragraphs, and bare
 * web addresses become links.
 */
export function markdownFromText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map(tidy).filter(Boolean))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(markdownFromLine).join('\\\n'))
    .join('\n\n');
}

const tidy = (line: string) => line.replace(/\s+/gu, ' ').trim();

/** One line of text, spaces already tidied, at the beginning of a line of Markdown. */
function markdownFromLine(line: string): string {
  return escapeLineStart(markdownInline(line));
}

/** Ends before punctuation that belongs to the sentence. */
const ADDRESS =
  /(?:https?:\/\/|(?<![\p{L}\p{N}])www\.)[^\s<>"\\`]*[^\s<>"\\`.,;:!?'()[\]{}*_~»”’…]/giu;

/** Text in the middle of a line, with bare web addresses as links. */
export function markdownInline(text: string): string {
  let markdown = '';
  let done = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    // An exclamation mark before a bracket would make the link an image.
    markdown += escapeInline(text.slice(done, index)).replace(/!$/, '\\!');
    markdown += /^www/i.test(address)
      ? `[${escapeInline(address)}](<http://${address}>)`
      : `<${address}>`;
    done = index + address.length;
  }
  return markdown + escapeInline(text.slice(done));
}

/** Escapes what has a meaning anywhere in a line. An underscore inside a word has none. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,31};)/g, '\\&');
}

/** Escapes what has a meaning only where a line begins: headings, quotes, lists, rules, tables. */
export function escapeLineStart(line: string): string {
  if (/^[-=|:\s]+$/.test(line)) return `\\${line}`;
  return line
    .replace(/^(#{1,6}(?=\s|$)|>|[-+](?=\s|$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
