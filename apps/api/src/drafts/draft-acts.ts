import type { PublicAct } from '../record/record.service.js';
import type { DraftRow, ParagraphRow, SourceRow } from './draft.queries.js';

/** What was sent: a decision stands for the proposal it answers. */
const aboutKind = (source: SourceRow) => (source.kind === 'decision' ? 'proposal' : source.kind);

/** One source a contribution: cited itself rather than by its answer, if both are. */
function contributionsOf(paragraph: ParagraphRow): SourceRow[] {
  const direct = paragraph.sources.filter((source) => source.kind !== 'decision');
  const seen = new Map(direct.map((source) => [source.contributionId, source]));
  for (const source of paragraph.sources) {
    if (!seen.has(source.contributionId)) seen.set(source.contributionId, source);
  }
  return [...seen.values()];
}

const fingerprint = (paragraph: ParagraphRow, source: SourceRow) =>
  JSON.stringify([paragraph.id, source.contributionId, paragraph.text, source.note]);

const base = (draft: DraftRow, actorId: string, at: Date) => ({
  consultationId: draft.consultationId,
  actorId,
  bodyId: draft.bodyId,
  at,
});

const naming = (draft: DraftRow) => ({
  draftId: draft.id,
  draftTitle: draft.title,
  version: draft.version.number,
});

/** For every contribution the paragraphs it reached, unless the version before told the same. */
export function usedInParagraphs(
  draft: DraftRow,
  before: readonly ParagraphRow[],
  actorId: string,
  at: Date,
): PublicAct[] {
  const told = new Set(
    before.flatMap((paragraph) =>
      contributionsOf(paragraph).map((source) => fingerprint(paragraph, source)),
    ),
  );
  return draft.paragraphs.flatMap((paragraph) =>
    contributionsOf(paragraph)
      .filter((source) => !told.has(fingerprint(paragraph, source)))
      .map(
        (source): PublicAct => ({
          ...base(draft, actorId, at),
          kind: 'used_in_paragraph',
          aboutKind: aboutKind(source),
          aboutId: source.contributionId,
          data: {
            ...naming(draft),
            paragraphId: paragraph.id,
            sourceId: source.id,
            number: paragraph.number,
          },
          ...(source.note !== null && { personal: { note: source.note } }),
        }),
      ),
  );
}

/** The words of a version, as the record commits to them. */
export const draftTexts = ({ title, summary, version, paragraphs }: DraftRow) => ({
  title,
  summary,
  note: version.note,
  paragraphs: paragraphs
    .map(({ id, number, heading, text, ownReason }) =>
      [number, id, heading ?? '', text, ownReason ?? ''].join('\n'),
    )
    .join('\n\n'),
});

/** An adoption, about the draft and about every contribution that is in it. */
export function adopted(draft: DraftRow, actorId: string, at: Date): PublicAct[] {
  const { adoption } = draft;
  if (!adoption) return [];
  const contributions = new Map<string, { source: SourceRow; numbers: string[] }>();
  for (const paragraph of draft.paragraphs) {
    for (const source of contributionsOf(paragraph)) {
      const known = contributions.get(source.contributionId) ?? { source, numbers: [] };
      known.numbers.push(paragraph.number);
      contributions.set(source.contributionId, known);
    }
  }
  const act = { ...base(draft, actorId, at), kind: 'adopted' };
  const data = {
    ...naming(draft),
    meeting: adoption.meeting,
    for: adoption.for,
    against: adoption.against,
    abstained: adoption.abstained,
  };
  return [
    { ...act, aboutKind: 'draft', aboutId: draft.id, data },
    ...[...contributions.values()].map(
      ({ source, numbers }): PublicAct => ({
        ...act,
        aboutKind: aboutKind(source),
        aboutId: source.contributionId,
        data: { ...data, numbers },
      }),
    ),
  ];
}
