import {
  cleanLine,
  cleanText,
  PARAGRAPH_SOURCES_MAX,
  PARAGRAPHS_MAX,
  type Refusal,
  refusal,
  refuseText,
  TEXT,
} from '@clarion/deliberation';
import type { ParagraphInput, SourceInput } from '../graphql/generated.js';
import type { WrittenParagraph, WrittenSource } from './paragraph.queries.js';

const REFERENCES = ['proposalId', 'commentId', 'evidenceId', 'decisionId'] as const;

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
  if (sources.length > PARAGRAPH_SOURCES_MAX) {
    return refusal('too_many', {
      field: 'paragraphs',
      label: 'the sources of a paragraph',
      max: PARAGRAPH_SOURCES_MAX,
    });
  }
  const references = sources.map(referenceOf);
  if (references.includes(null)) return refusal('one_source_each', { field: 'paragraphs' });
  const isTwice =
    new Set(references).size < sources.length ||
    new Set(sources.map((source) => source.id)).size < sources.length;
  if (isTwice) {
    return refusal('not_valid', { field: 'paragraphs', saying: 'It cites the same thing twice.' });
  }
  for (const { note } of sources) {
    const refused = refuseText(note ?? '', TEXT.sourceNote);
    if (refused) return refused;
  }
  return null;
}

/** A working version may have unfinished paragraphs: an empty text is refused when it is published. */
function refuseParagraph(paragraph: ParagraphInput): Refusal | null {
  return (
    refuseText(paragraph.heading ?? '', TEXT.heading) ??
    refuseText(paragraph.text, { ...TEXT.paragraph, required: false }) ??
    refuseText(paragraph.ownReason ?? '', TEXT.ownReason) ??
    refuseSources(paragraph.sources)
  );
}

/** Refuses what cannot be kept, naming the place in the draft. */
export function refuseWords(input: {
  title: string;
  summary: string;
  paragraphs: readonly ParagraphInput[];
}): Refusal | null {
  const { paragraphs } = input;
  if (paragraphs.length > PARAGRAPHS_MAX) {
    return refusal('too_many', {
      field: 'paragraphs',
      label: 'a draft',
      max: PARAGRAPHS_MAX,
    });
  }
  if (new Set(paragraphs.map(({ id }) => id.toLowerCase())).size < paragraphs.length) {
    return refusal('not_valid', {
      field: 'paragraphs',
      saying: 'Two paragraphs have the same id. Each paragraph needs one of its own.',
    });
  }
  const refused = refuseText(input.title, TEXT.title) ?? refuseText(input.summary, TEXT.summary);
  if (refused) return refused;
  for (const [index, paragraph] of paragraphs.entries()) {
    const fault = inPlace(index + 1, refuseParagraph(paragraph));
    if (fault) return fault;
  }
  return null;
}

const orNull = (text: string) => (text === '' ? null : text);

/** The words as they are stored. */
export function written(input: {
  title: string;
  summary: string;
  paragraphs: readonly ParagraphInput[];
}): WrittenDraft {
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
        id: source.id,
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
