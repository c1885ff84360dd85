import { sayDay, ukDay } from '@clarion/deliberation';
import { writeCsv } from '@clarion/exchange';
import type { DraftRow, ParagraphRow, SourceRow } from './draft.queries.js';
import type { ItemRow } from './source-item.queries.js';
import { bodyLabel, labelOf } from './source-label.js';

/** The words of what was cited, by its id. */
export type Cited = ReadonlyMap<string, object>;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The words to recognise what was cited by. */
function wordsOf(item: ItemRow | undefined): string {
  switch (item?.__typename) {
    case 'Proposal':
      return item.statement;
    case 'Comment':
      return item.status === 'withdrawn' ? 'Withdrawn by its author' : oneLine(item.body);
    case 'Evidence':
      return item.claim;
    case 'Decision':
      return oneLine(item.reason);
    default:
      return '';
  }
}

const cited = (items: Cited, source: SourceRow) =>
  wordsOf(items.get(source.itemId) as ItemRow | undefined);

/** Text that Markdown must not read as its own signs. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

function sourceLine(items: Cited, source: SourceRow): string {
  const words = cited(items, source);
  const said = words ? `: “${plain(words)}”` : '';
  const note = source.note ? ` Altered: ${plain(oneLine(source.note))}` : '';
  return `> - ${plain(labelOf(source))}${said}${note}`;
}

function paragraphLines(items: Cited, paragraph: ParagraphRow): string[] {
  const { heading, number, text, sources, ownReason } = paragraph;
  const added = ownReason ? [`> - Added by the drafters: ${plain(oneLine(ownReason))}`] : [];
  return [
    ...(heading ? [`## ${plain(heading)}`, ''] : []),
    `**${number}.** ${text}`,
    '',
    ...sources.map((source) => sourceLine(items, source)),
    ...added,
    '',
  ];
}

function standing({ version, body, adoption }: DraftRow): string[] {
  const published = version.publishedAt ? sayDay(ukDay(new Date(version.publishedAt))) : null;
  const whose = bodyLabel(body.name, body.kind);
  const isAdopted = adoption !== null && adoption.version === version.number;
  return [
    `${whose}, draft ${version.number}${published ? `, published on ${published}` : ''}.`,
    ...(isAdopted
      ? [
          `Adopted on ${sayDay(ukDay(new Date(adoption.at)))}, ${plain(adoption.meeting)}: ${adoption.for} for, ${adoption.against} against, ${adoption.abstained} abstained.`,
        ]
      : []),
  ];
}

/** A draft as Markdown: numbered paragraphs, each followed by where it came from. */
export function asMarkdown(draft: DraftRow, items: Cited): string {
  const lines = [
    `# ${plain(draft.title)}`,
    '',
    draft.summary,
    '',
    ...standing(draft),
    '',
    ...draft.paragraphs.flatMap((paragraph) => paragraphLines(items, paragraph)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

interface Line {
  paragraph: ParagraphRow;
  source: SourceRow | null;
}

/** A draft as CSV: one line for each paragraph and source; a paragraph without a source has one line. */
export function asCsv(draft: DraftRow, items: Cited): string {
  const lines = draft.paragraphs.flatMap((paragraph): Line[] =>
    paragraph.sources.length > 0
      ? paragraph.sources.map((source) => ({ paragraph, source }))
      : [{ paragraph, source: null }],
  );
  return writeCsv(
    lines,
    [
      { header: 'paragraph', value: ({ paragraph }) => paragraph.number },
      { header: 'heading', value: ({ paragraph }) => paragraph.heading },
      { header: 'text', value: ({ paragraph }) => paragraph.text },
      { header: 'source', value: ({ source }) => source && labelOf(source) },
      { header: 'source_kind', value: ({ source }) => source?.kind },
      { header: 'source_words', value: ({ source }) => source && cited(items, source) },
      { header: 'source_id', value: ({ source }) => source?.itemId },
      { header: 'note', value: ({ source }) => source?.note },
      { header: 'drafters_reason', value: ({ paragraph }) => paragraph.ownReason },
    ],
    { bom: true },
  );
}
