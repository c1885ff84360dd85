// The builds for browsers, which Node runs as well: what reads rounds must run in both.
import { parse } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';

export type CsvCell = string | number | bigint | boolean | Date | null | undefined;

export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => CsvCell;
}

export interface WriteCsvOptions {
  /** Begin with a byte order mark, by which Excel knows UTF-8. */
  bom?: boolean;
}

/**
 * What spreadsheets take for a formula: these characters at the beginning, in their full-width
 * forms too. Apostrophes before them count, so that reading back is exact.
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A CSV file after RFC 4180: a header, CRLF line ends, quotes where needed. A text that a
 * spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers. Dates are
 * written in ISO 8601; null, undefined and numbers that are not finite as empty cells.
 */
export function writeCsv<Row>(
  rows: Iterable<Row>,
  columns: readonly CsvColumn<Row>[],
  { bom = false }: WriteCsvOptions = {},
): string {
  const header = columns.map(({ header }) => safeText(header));
  const body = Array.from(rows, (row) => columns.map(({ value }) => written(value(row))));
  return stringify([header, ...body], {
    bom,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
    // A lone empty cell would be a blank line, which readers skip.
    quoted_empty: columns.length === 1,
  });
}

/** Rows as `writeCsv` writes them, but ended by a line feed alone, as Polis and rounds have them. */
export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(written)),
    { record_delimiter: '\n', quoted_match: /[\r\n]/, quoted_empty: rows[0]?.length === 1 },
  );
}

/** Whether `writeCsv` puts an apostrophe before a text. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** A text as it was before `writeCsv` put an apostrophe before it. */
export function withoutApostrophe(cell: string): string {
  return FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}

/** The cells of a CSV file, header included, with the apostrophes of `writeCsv` taken off. */
export function readCsv(text: string): string[][] {
  const rows = parse(text, {
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: 10_000_000,
  });
  return rows.map((cells) => cells.map(withoutApostrophe));
}

const safeText = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return safeText(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
