import { flag, type Place, sign, timestamp, wholeNumber } from '../cell.js';
import { MalformedFile } from '../malformed-file.js';
import type { Source } from '../source.js';
import { openTable } from '../table.js';
import type { PolisStatement } from './polis-export.js';

const COLUMNS = ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'];

export interface Comments {
  /** In the order of their ids. */
  statements: PolisStatement[];
  /** Where each id stands in `statements`. */
  indexOf: ReadonlyMap<number, number>;
  /** Rows that repeat an earlier one and were left out. */
  duplicates: number;
}

export async function readCommentsFile(
  source: Source,
  textOf: (cell: string) => string,
  onBytes: (file: string, bytes: number) => void,
): Promise<Comments> {
  const { header, rows } = await openTable(source, COLUMNS, onBytes);
  const column = new Map(header.map((name, at) => [name, at]));
  const read = new Map<number, { line: number; statement: PolisStatement }>();
  let duplicates = 0;
  for await (const { line, fields } of rows) {
    const cell = (name: string) => fields[column.get(name) ?? -1] ?? '';
    const statement = statementFrom(cell, textOf, { file: source.name, line });
    const earlier = read.get(statement.id);
    if (earlier === undefined) {
      read.set(statement.id, { line, statement });
    } else if (JSON.stringify(earlier.statement) === JSON.stringify(statement)) {
      duplicates += 1;
    } else {
      const fault = `the comment id ${statement.id} was already given to another comment on line ${earlier.line}.`;
      throw new MalformedFile(source.name, line, fault);
    }
  }
  const statements = [...read.values()].map((entry) => entry.statement);
  statements.sort((one, other) => one.id - other.id);
  const indexOf = new Map(statements.map((statement, at) => [statement.id, at]));
  return { statements, indexOf, duplicates };
}

function statementFrom(
  cell: (name: string) => string,
  textOf: (cell: string) => string,
  place: Place,
): PolisStatement {
  const author = cell('author-id');
  return {
    id: wholeNumber(cell('comment-id'), 'the comment id', place),
    authorId: author.trim() === '' ? null : wholeNumber(author, 'the author id', place),
    createdAt: timestamp(cell('timestamp'), place),
    body: textOf(cell('comment-body')),
    moderated: sign(
      cell('moderated'),
      'the moderation state',
      '-1 (rejected), 0 (not acted on) or 1 (accepted)',
      place,
    ),
    isMeta: flag(cell('is-meta'), 'is-meta', place),
    isSeed: flag(cell('is-seed'), 'is-seed', place),
  };
}
