import { decodeEntities } from './entities.js';
import { type HtmlPiece, htmlPieces } from './html-pieces.js';
import { escapeInline, escapeLineStart, markdownInline } from './plain-markdown.js';

const PARAGRAPHS = new Set(
  'p div ul ol blockquote h1 h2 h3 h4 h5 h6 pre table tr section article header footer hr'.split(
    ' ',
  ),
);
const UNSEEN = new Set('script style template title head iframe'.split(' '));

/** What is being put together: finished paragraphs, and the lines of the one at hand. */
interface Page {
  paragraphs: string[];
  lines: string[];
  /** '- ' where the line at hand begins a list item. */
  dash: string;
  /** Inline Markdown of the line at hand, as far as it is settled. */
  line: string;
  /** Text behind it, not yet Markdown: tags that are dropped must not cut it in pieces. */
  text: string;
  link: { address: string; text: string } | null;
  /** The element whose content is being left out. */
  unseen: string | null;
}

/**
 * The HTML of a comment as Markdown: paragraphs, line breaks, list items, entities and links to
 * http, https and mailto addresses. All other markup is dropped and its text kept; no HTML gets
 * through. Takes one pass, whatever the nesting.
 */
export function markdownFromHtml(html: string): string {
  const page: Page = {
    paragraphs: [],
    lines: [],
    dash: '',
    line: '',
    text: '',
    link: null,
    unseen: null,
  };
  for (const piece of htmlPieces(html)) {
    if (page.unseen !== null) {
      if (piece.kind === 'close' && piece.name === page.unseen) page.unseen = null;
    } else if (piece.kind === 'text') {
      (page.link ?? page).text += decodeEntities(piece.text);
    } else {
      addTag(page, piece);
    }
  }
  endParagraph(page);
  return page.paragraphs.join('\n\n');
}

function addTag(page: Page, tag: Exclude<HtmlPiece, { kind: 'text' }>): void {
  const opens = tag.kind === 'open';
  if (tag.name === 'a') {
    endLink(page);
    const address = opens ? safeAddress(decodeEntities(tag.href ?? '')) : null;
    if (address !== null) page.link = { address, text: '' };
  } else if (tag.name === 'br') {
    endLine(page);
  } else if (tag.name === 'li') {
    endParagraph(page);
    if (opens) page.dash = '- ';
  } else if (PARAGRAPHS.has(tag.name)) {
    endParagraph(page);
  } else if (opens && UNSEEN.has(tag.name)) {
    page.unseen = tag.name;
  }
}

function endText(page: Page): void {
  page.line += markdownInline(page.text.replace(/\s+/gu, ' '));
  page.text = '';
}

function endLink(page: Page): void {
  endText(page);
  if (page.link === null) return;
  const { address, text } = page.link;
  page.link = null;
  const label = text.replace(/\s+/gu, ' ').trim();
  if (label === '') return;
  if (/^\s/.test(text)) page.line += ' ';
  // An exclamation mark before a bracket would make the link an image.
  page.line = page.line.replace(/!$/, '\\!');
  page.line += label === address ? `<${address}>` : `[${escapeInline(label)}](<${address}>)`;
  if (/\s$/.test(text)) page.line += ' ';
}

function endLine(page: Page): void {
  endLink(page);
  const line = page.line.replace(/ +/g, ' ').trim();
  page.line = '';
  if (line === '') return;
  page.lines.push(page.dash + escapeLineStart(line));
  page.dash = '';
}

function endParagraph(page: Page): void {
  endLine(page);
  if (page.lines.length > 0) page.paragraphs.push(page.lines.join('\\\n'));
  page.lines = [];
}

/** An address that may stand between < and >, or null where it is of no safe kind. */
function safeAddress(href: string): string | null {
  const address = href.trim();
  if (!/^(?:https?:\/\/|mailto:)[^\s]/i.test(address) || !URL.canParse(address)) return null;
  return address.replace(/[\s<>\\"`\p{Cc}]/gu, encodeURIComponent);
}
