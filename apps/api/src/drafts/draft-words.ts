import {
  cleanLine,
  cleanText,
  type Refusal,
  refusal,
  refuseDraftText,
  refuseText,
  TEXT,
} from '@clarion/deliberation';
import { isId } from '../database/is-id.js';
import { BadInput } from '../graphql/errors.js';
import type { ParagraphInput, SourceInput } from '../graphql/generated.js';
import type { WrittenParagraph, WrittenSource } from './paragraph.queries.js';

const REFERENCES = ['proposalId', 'commentId', 'evidenceId', 'decisionId'] as const;

/** The words of a draft as its drafters send them. */
export interface DraftInputWords {
  title: string;
  summary: string;
  paragraphs: readonly ParagraphInput[];
}

/** A working version as it will be stored, before it has numbers. */
export interface WrittenDraft {
  title: string;
  summary: string;
  paragraphs: Omit<WrittenParagraph, 'number'>[];
  sources: WrittenSource[];
}

const inPlace = (place: number, refused: Refusal | null): Refusal | null =>
  refused && { ...refused, message: `Paragraph in place ${place}: ${refused.message}` };

/** What a source points to, such as "proposalId 0190…"; null unless it points to exactly one thing. */
export function referenceOf(source: SourceInput | WrittenSource): string | null {
  const given = REFERENCES.filter((name) => source[name]);
  const [only] = given;
  return given.length === 1 && only ? `${only} ${source[only]}` : null;
}

function refuseSources(sources: readonly SourceInput[]): Refusal | null {
  const references = sources.map((source) => referenceOf(source)?.toLowerCase() ?? null);
  if (references.includes(null)) return refusal('one_source_each', { field: 'paragraphs' });
  const isTwice =
    new Set(references).size < sources.length ||
    new Set(sources.map((source) => source.id.toLowerCase())).size < sources.length;
  if (isTwice) {
    return refusal('not_valid', { field: 'paragraphs', saying: 'It cites the same thing twice.' });
  }
  for (const { note } of sources) {
    const refused = refuseText(note ?? '', TEXT.sourceNote);
    if (refused) return refused;
  }
  return null;
}

/** Refuses what cannot be kept. Unfinished paragraphs can: they are refused when it is published. */
export function refuseWords(input: DraftInputWords): Refusal | null {
  const { paragraphs } = input;
  const refused = refuseDraftText({
    ...input,
    paragraphs: paragraphs.map((paragraph) => ({
      heading: paragraph.heading ?? null,
      text: paragraph.text,
      ownReason: paragraph.ownReason ?? null,
      sourceCount: paragraph.sources.length,
    })),
  });
  if (refused) return refused;
  const ids = paragraphs.flatMap(({ id, sources }) => [id, ...sources.map((source) => source.id)]);
  // Postgres reads other spellings of the same id too, which would then come twice.
  if (!ids.every(isId)) {
    throw new BadInput('An id in the request is not a valid id.');
  }
  if (new Set(paragraphs.map(({ id }) => id.toLowerCase())).size < paragraphs.length) {
    return refusal('not_valid', {
      field: 'paragraphs',
      saying: 'Two paragraphs have the same id. Each paragraph needs one of its own.',
    });
  }
  for (const [index, { sources }] of paragraphs.entries()) {
    const fault = inPlace(index + 1, refuseSources(sources));
    if (fault) return fault;
  }
  return null;
}

const orNull = (text: string) => (text === '' ? null : text);

/** The words as they are stored. */
export function written(input: DraftInputWords): WrittenDraft {
  return {
    title: cleanLine(input.title),
    summary: cleanText(input.summary),
    paragraphs: input.paragraphs.map((paragraph, position) => ({
      id: paragraph.id.toLowerCase(),
      position,
      heading: orNull(cleanLine(paragraph.heading ?? '')),
      text: cleanText(paragraph.text),
      ownReason: orNull(cleanText(paragraph.ownReason ?? '')),
    })),
    sources: input.paragraphs.flatMap((paragraph) =>
      paragraph.sources.map((source, position) => ({
        id: source.id.toLowerCase(),
        paragraphId: paragraph.id.toLowerCase(),
        position,
        proposalId: source.proposalId?.toLowerCase() ?? null,
        commentId: source.commentId?.toLowerCase() ?? null,
        evidenceId: source.evidenceId?.toLowerCase() ?? null,
        decisionId: source.decisionId?.toLowerCase() ?? null,
        note: orNull(cleanText(source.note ?? '')),
      })),
    ),
  };
}
