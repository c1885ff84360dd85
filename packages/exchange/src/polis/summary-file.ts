import { MalformedFile } from '../malformed-file.js';
import type { Source } from '../source.js';
import { csvRows } from '../table.js';

/** What summary.csv says of the conversation. */
export interface Conversation {
  topic: string;
  description: string;
  url: string | null;
}

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
  return {
    topic: values.get('topic')?.trim() ?? '',
    description: values.get('conversation-description')?.trim() ?? '',
    url: values.get('url')?.trim() || null,
  };
}
