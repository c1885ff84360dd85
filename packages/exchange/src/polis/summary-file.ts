import { withoutApostrophe } from '../csv.js';
import { MalformedFile } from '../malformed-file.js';
import type { Source } from '../source.js';
import { csvRows } from '../table.js';
import { ESCAPED } from './polis-export.js';

/** What summary.csv says of the conversation. */
export interface Conversation {
  topic: string;
  description: string;
  url: string | null;
  /** What takes the apostrophes off that our own writer put before formulas; others put none. */
  textOf: (cell: string) => string;
}

const asItIs = (cell: string) => cell;

/** summary.csv has no header: each row is a name and its value. */
export async function readSummaryFile(
  source: Source,
  onBytes: (file: string, bytes: number) => void,
): Promise<Conversation> {
  const values = new Map<string, string>();
  for await (const { line, fields } of csvRows(source, onBytes)) {
    if (fields.length !== 2) {
      const found = fields.length === 1 ? '1 field' : `${fields.length} fields`;
      throw new MalformedFile(
        source.name,
        line,
        `the row has ${found}; a name and its value are 2.`,
      );
    }
    values.set(fields[0]?.trim() ?? '', fields[1] ?? '');
  }
  const textOf = values.get(ESCAPED[0]) === ESCAPED[1] ? withoutApostrophe : asItIs;
  const value = (name: string) => textOf(values.get(name) ?? '').trim();
  return {
    topic: value('topic'),
    description: value('conversation-description'),
    url: value('url') || null,
    textOf,
  };
}
