export type HtmlPiece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; href: string | null }
  | { kind: 'close'; name: string };

const HREF = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/**
 * HTML cut into texts and tags, from left to right, each character read once. Comments and
 * declarations are dropped. A < that opens no tag, and a tag that never ends, is text.
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let at = 0;
  let text = '';
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    text += html.slice(at, open);
    const end = markupEnd(html, open);
    if (end === -1) {
      at = open;
      break;
    }
    if (end === open + 1) {
      text += '<';
    } else {
      const tag = asTag(html.slice(open, end));
      if (tag !== null) {
        if (text !== '') yield { kind: 'text', text };
        text = '';
        yield tag;
      }
    }
    at = end;
  }
  text += html.slice(at);
  if (text !== '') yield { kind: 'text', text };
}

/** Where the markup that opens at `open` ends: just behind the <, if it is none; -1, if never. */
function markupEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end === -1 ? html.length : end + 3;
  }
  if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) return open + 1;
  let quote = '';
  for (let at = open + 1; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at + 1;
    } else if ((character === '"' || character === "'") && html[at - 1] === '=') {
      quote = character;
    }
  }
  return -1;
}

function asTag(markup: string): HtmlPiece | null {
  const parts = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(markup);
  if (parts === null) return null;
  const name = (parts[2] ?? '').toLowerCase();
  if (parts[1] === '/') return { kind: 'close', name };
  const href = HREF.exec(markup.slice(parts[0].length, -1));
  return { kind: 'open', name, href: href?.[1] ?? href?.[2] ?? href?.[3] ?? null };
}
