import { type Refusal, refusal } from './refusal.js';

/** A field of text: the most characters it takes, and what it is called on the screen. */
export interface TextField {
  field: string;
  label: string;
  /** In characters people see: Unicode code points after cleaning. */
  max: number;
  required: boolean;
}

const field = (name: string, label: string, max: number, required = true): TextField => ({
  field: name,
  label,
  max,
  required,
});

/** Every text that somebody types, with its limit; one table for the form, the API and the import. */
export const TEXT = {
  statement: field('statement', 'the statement', 180),
  argument: field('argument', 'the argument', 8_000),
  comment: field('body', 'the comment', 4_000),
  editReason: field('reason', 'the reason', 500),
  withdrawalReason: field('reason', 'the reason', 500),
  reason: field('reason', 'the reason', 2_000),
  nextStop: field('nextStop', 'the next stop', 200),
  doneNote: field('note', 'what was done', 1_000),
  claim: field('claim', 'the claim', 300),
  detail: field('detail', 'the detail', 8_000),
  authorName: field('authorName', 'the author', 140),
  confidenceReason: field('confidenceReason', 'what the confidence rests on', 300),
  declaredInterest: field('declaredInterest', 'the declared interest', 500),
  mandate: field('mandate', 'the mandate', 500),
  sourceTitle: field('sources', 'the title of a source', 300),
  contest: field('text', 'what is wrong with it', 4_000),
  consideredSentence: field('sentence', 'the sentence', 500),
  title: field('title', 'the title', 140),
  question: field('question', 'the question', 300),
  paper: field('paper', 'the paper', 40_000),
  questionAsked: field('questions', 'a question', 300),
  summary: field('summary', 'the summary', 600),
  heading: field('paragraphs', 'a heading', 140, false),
  paragraph: field('paragraphs', 'a paragraph', 6_000),
  ownReason: field('paragraphs', 'the drafters’ reason', 1_000, false),
  sourceNote: field('paragraphs', 'the note on a source', 500, false),
  versionNote: field('note', 'the note', 500),
  meeting: field('meeting', 'the meeting', 200),
  moderationNote: field('note', 'the note', 1_000, false),
  reportWords: field('words', 'what is wrong', 1_000, false),
  reportPlace: field('place', 'where it is', 2_000),
  appealWords: field('words', 'the appeal', 2_000),
  appealAnswer: field('answer', 'the answer', 2_000),
  displayName: field('name', 'the name', 80),
} as const satisfies Record<string, TextField>;

export const STATEMENT_MAX = TEXT.statement.max;
export const ARGUMENT_MAX = TEXT.argument.max;
export const COMMENT_MAX = TEXT.comment.max;
export const REASON_MAX = TEXT.reason.max;
export const CLAIM_MAX = TEXT.claim.max;

/** Most sources on one piece of evidence, questions in a paper, paragraphs in a draft, sources of a paragraph. */
export const SOURCES_MAX = 20;
export const QUESTIONS_MAX = 12;
export const PARAGRAPHS_MAX = 500;
export const PARAGRAPH_SOURCES_MAX = 30;

/** Control characters but tab and line feed; Postgres takes no NUL, and a terminal obeys the rest. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
/** Overrides of direction, which can make a text read otherwise than it is stored. */
const OVERRIDES = /[\u202A-\u202E]/gu;
/** A half of a surrogate pair that lost its other half; `u` matches only lone ones. */
const LONE_SURROGATES = /\p{Cs}/gu;
/** Something to be seen: letters, digits, punctuation, symbols; blank letters such as the Hangul filler do not count. */
const VISIBLE = /(?![\u115F\u1160\u2800\u3164\uFFA0])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text of several lines as it is stored: NFC, line feeds only, without invisible controls, trimmed. */
export function cleanText(value: string): string {
  return value
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(CONTROLS, '')
    .replace(OVERRIDES, '')
    .normalize('NFC')
    .trim();
}

/** Text of one line as it is stored: as `cleanText`, with every run of white space a single space. */
export function cleanLine(value: string): string {
  return cleanText(value).replace(/\s+/gu, ' ');
}

/**
 * The beginning of a text in one line of at most `most` code points and an ellipsis, cut between words; a word
 * longer than half of that is cut.
 */
export function beginningOf(text: string, most: number): string {
  const points = [...text.replace(/\s+/gu, ' ').trim()];
  if (points.length <= most) return points.join('');
  const end = points.lastIndexOf(' ', most);
  return `${points.slice(0, end > most / 2 ? end : most).join('')} …`;
}

/** Length in characters people see: Unicode code points of the cleaned text, not UTF-16 units. */
export function lengthOf(value: string): number {
  let length = 0;
  for (const _ of cleanText(value)) length++;
  return length;
}

/** Whether nothing in the text can be seen. */
export function isBlank(value: string): boolean {
  return !VISIBLE.test(value);
}

/** Refuses a text that is empty where it is required, or too long, naming the field and by how much. */
export function refuseText(value: string, spec: TextField): Refusal | null {
  const { field: name, label, max, required } = spec;
  if (isBlank(value)) return required ? refusal('empty', { field: name, label }) : null;
  // Cleaning never lengthens by more than NFC does (threefold): longer than that is counted as it is.
  const length = value.length > max * 8 ? value.length : lengthOf(value);
  return length > max ? refusal('too_long', { field: name, label, max, length }) : null;
}

/** Whether a text is an address on the web that can be linked: http or https, at most 2,000 characters. */
export function isWebAddress(value: string): boolean {
  return value.length <= 2_000 && /^https?:\/\/[^\s/$.?#][^\s]*$/iu.test(value);
}
