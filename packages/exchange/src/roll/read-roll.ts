import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Day, membershipNumber } from '@clarion/deliberation';
import { MalformedFile } from '../malformed-file.js';
import { type Progress, progressOver, type Source } from '../source.js';
import { csvRows } from '../table.js';
import { type Columns, findColumns } from './roll-columns.js';
import { type KnownClp, LineFault, lineReader, type RollPerson } from './roll-line.js';

/** A line of the file, counted as an editor counts: somebody, or why it cannot be taken. */
export type RollLine = { line: number } & (
  | { person: RollPerson }
  | { refused: { membershipNumber: string | null; why: string } }
);

/** A roll that is being read, its lines as they stream in. */
export interface Roll {
  /** Which of what may be left out the file says. */
  says: { email: boolean; clp: boolean; lapsed: boolean };
  /** Titles of columns that nothing is made of. */
  ignored: string[];
  lines: AsyncGenerator<RollLine>;
}

export interface ReadRollOptions {
  clps: readonly KnownClp[];
  /** Nobody joined after it. */
  today: Day;
  onProgress?: (progress: Progress) => void;
}

async function sourceOf(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new MalformedFile(path, null, 'there is no such file.');
  if (!found.isFile()) throw new MalformedFile(path, null, 'this is not a file.');
  return { name: basename(path), path, bytes: found.size };
}

/**
 * Opens a roll: a CSV file in UTF-8 whose first line names its columns, in any order. A line that cannot
 * be taken is told with its reason, and the rest goes on. Throws MalformedFile for a file that is none.
 */
export async function readRoll(path: string, options: ReadRollOptions): Promise<Roll> {
  const source = await sourceOf(path);
  const rows = csvRows(source, progressOver([source], options.onProgress));
  const first = await rows.next();
  if (first.done) {
    throw new MalformedFile(source.name, 1, 'the file is empty; its first line names the columns.');
  }
  const { line, fields } = first.value;
  const { columns, ignored } = findColumns(source.name, line, fields);
  return {
    says: {
      email: columns.email !== undefined,
      clp: columns.clp !== undefined,
      lapsed: columns.lapsedOn !== undefined,
    },
    ignored,
    lines: people(rows, columns, fields.length, options),
  };
}

async function* people(
  rows: ReturnType<typeof csvRows>,
  columns: Columns,
  width: number,
  { clps, today }: ReadRollOptions,
): AsyncGenerator<RollLine> {
  const read = lineReader(columns, clps, today);
  for await (const { line, fields } of rows) {
    if (fields.every((field) => field.trim() === '')) continue;
    try {
      if (fields.length !== width) {
        throw new LineFault(`it has ${fields.length} cells, and the first line has ${width}.`);
      }
      yield { line, person: read(fields) };
    } catch (fault) {
      if (!(fault instanceof LineFault)) throw fault;
      const number = membershipNumber(fields[columns.number ?? -1] ?? '');
      yield { line, refused: { membershipNumber: number, why: fault.message } };
    }
  }
}
