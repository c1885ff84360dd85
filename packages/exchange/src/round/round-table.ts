import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { withoutApostrophe } from '../csv.js';
import { MalformedFile } from '../malformed-file.js';

export interface TableRow {
  line: number;
  cells: Record<string, string>;
}

/**
 * The rows of a CSV file of a round, with the line on which each begins. Throws MalformedFile for text that
 * is not UTF-8, quotes that do not close, another header than `columns`, and rows that are shorter or longer.
 */
export function readTable(file: string, bytes: Uint8Array, columns: readonly string[]): TableRow[] {
  const rows = rowsOf(file, textOf(file, bytes));
  const header = rows[0];
  if (header?.join(',') !== columns.join(',')) {
    throw new MalformedFile(file, 1, `the header must be ${columns.join(',')}.`);
  }
  let line = 1 + linesIn(header);
  return rows.slice(1).map((fields) => {
    if (fields.length !== columns.length) {
      const fault = `the row has ${fields.length} fields; the header has ${columns.length}.`;
      throw new MalformedFile(file, line, fault);
    }
    const cells = Object.fromEntries(
      columns.map((column, at) => [column, withoutApostrophe(fields[at] ?? '')]),
    );
    const row = { line, cells };
    line += linesIn(fields);
    return row;
  });
}

export function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedFile(file, null, 'the text is not UTF-8.');
  }
}

function rowsOf(file: string, text: string): string[][] {
  try {
    return parse(text, {
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: 1_000_000,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    throw new MalformedFile(file, line, 'quotation marks do not stand around a whole text here.');
  }
}

/** Lines that a row takes up. */
function linesIn(fields: readonly string[]): number {
  return 1 + fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
}
