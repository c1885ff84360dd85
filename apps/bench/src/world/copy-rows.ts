import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value of a row; a list becomes an array, a Buffer bytes. */
export type Value = string | number | boolean | null | Buffer | readonly string[] | Date;

/** Characters that leave for Postgres at once. */
const CHUNK = 256 * 1024;

const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (letter) =>
    letter === '\\' ? '\\\\' : letter === '\t' ? '\\t' : letter === '\n' ? '\\n' : '\\r',
  );

/** A value in the text format of COPY. Arrays hold texts without quotes and backslashes. */
function written(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return `{${value.map((entry) => `"${entry}"`).join(',')}}`;
}

function* chunks(rows: Iterable<readonly Value[]>, hear: (rows: number) => void) {
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      chunk += (i === 0 ? '' : '\t') + written(row[i] as Value);
    }
    chunk += '\n';
    count += 1;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    hear(count);
    chunk = '';
    count = 0;
  }
  if (count === 0) return;
  yield Buffer.from(chunk);
  hear(count);
}

/** Copies rows into the named columns of a table, in bounded memory; answers how many. */
export async function copyRows(
  db: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
  hear: (rows: number) => void = () => undefined,
): Promise<number> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const stream = db.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`));
  await pipeline(Readable.from(chunks(rows, hear)), stream);
  return stream.rowCount;
}
