import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { MalformedFile, shown } from './malformed-file.js';
import { type Source, wholeLines } from './source.js';

/** One row of a CSV file, and the line on which it begins. */
export interface Row {
  line: number;
  fields: string[];
}

/** Longer than any real row: past this a quotation mark was surely left open. */
const LONGEST_ROW = 10_000_000;

/**
 * The rows of a CSV file as they stream in, header row included, blank lines left out. Lines are
 * counted here: csv-parse's `info.lines` gives the row's last line, counts a CRLF inside quotes
 * twice, and is not to be had for a row that fails.
 */
export async function* csvRows(
  source: Source,
  onBytes?: (file: string, bytes: number) => void,
): AsyncGenerator<Row> {
  let next = 1;
  const starts: number[] = [];
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record: (fields) => {
      starts.push(next);
      next += 1 + fields.reduce((sum, field) => sum + newlinesIn(field), 0);
      return fields;
    },
  });
  const text = Readable.from(wholeLines(source, onBytes), { objectMode: true, highWaterMark: 1 });
  const fed = pipeline(text, parser);
  fed.catch(() => undefined);
  try {
    for await (const fields of parser as AsyncIterable<string[]>) {
      const line = starts.shift() ?? next;
      if (fields.length > 1 || fields[0] !== '') yield { line, fields };
    }
  } catch (error) {
    throw error instanceof CsvError ? badQuotes(source.name, next, error) : error;
  }
}

/** A CSV file with a header row, its columns found by name in any order. */
export interface Table {
  header: string[];
  rows: AsyncGenerator<Row>;
}

/** Opens a CSV file whose header must name `required`; every row has as many fields as it. */
export async function openTable(
  source: Source,
  required: readonly string[],
  onBytes?: (file: string, bytes: number) => void,
): Promise<Table> {
  const rows = csvRows(source, onBytes);
  const first = await rows.next();
  if (first.done) {
    const fault = `the file is empty; its first line must name the columns ${required.join(', ')}.`;
    throw new MalformedFile(source.name, 1, fault);
  }
  const { line, fields } = first.value;
  const header = fields.map((name) => name.trim());
  const missing = required.filter((name) => !header.includes(name));
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) !== at);
  if (missing.length > 0 || twice !== undefined) {
    await rows.return(undefined);
    const fault =
      missing.length > 0
        ? `the header has no column ${missing.map(shown).join(', ')}.`
        : `the header names the column ${shown(twice)} twice.`;
    throw new MalformedFile(source.name, line, fault);
  }
  return { header, rows: sameWidth(source.name, header.length, rows) };
}

async function* sameWidth(
  file: string,
  width: number,
  rows: AsyncGenerator<Row>,
): AsyncGenerator<Row> {
  for await (const row of rows) {
    const found = row.fields.length;
    if (found !== width) {
      const fields = found === 1 ? '1 field' : `${found} fields`;
      throw new MalformedFile(file, row.line, `the row has ${fields}; the header has ${width}.`);
    }
    yield row;
  }
}

function badQuotes(file: string, line: number, error: CsvError): MalformedFile {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new MalformedFile(
        file,
        line,
        'a quotation mark is opened in this row and never closed.',
      );
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new MalformedFile(
        file,
        line,
        'a quotation mark opened in this row is not closed before the next one.',
      );
    default:
      return new MalformedFile(
        file,
        line,
        'a quotation mark stands inside a text that is not quoted as a whole.',
      );
  }
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
