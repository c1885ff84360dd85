import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCsv, writeCsv } from '../src/index.js';

const texts = (row: readonly string[]) =>
  row.map((_, at) => ({ header: `column ${at}`, value: (cells: readonly string[]) => cells[at] }));

test('numbers stay numbers, dates are ISO, and nothing is an empty cell', () => {
  const csv = writeCsv(
    [
      {
        rank: 1,
        change: -3,
        at: new Date(Date.UTC(2025, 0, 2)),
        note: null,
        tied: true,
        ratio: Number.NaN,
      },
    ],
    [
      { header: 'rank', value: ({ rank }) => rank },
      { header: 'change', value: ({ change }) => change },
      { header: 'at', value: ({ at }) => at },
      { header: 'note', value: ({ note }) => note },
      { header: 'tied', value: ({ tied }) => tied },
      { header: 'ratio', value: ({ ratio }) => ratio },
    ],
  );
  expect(csv).toBe('rank,change,at,note,tied,ratio\r\n1,-3,2025-01-02T00:00:00.000Z,,true,\r\n');
});

test('quotes, commas and line breaks are quoted as RFC 4180 says', () => {
  const csv = writeCsv([['Homes, "now"', 'two\nlines']], texts(['', '']));
  expect(csv).toBe('column 0,column 1\r\n"Homes, ""now""","two\nlines"\r\n');
});

test("Tom's formula reaches the spreadsheet as text, and Asha's -3 degrees too", () => {
  const rows = [['=HYPERLINK("http://example.org")'], ['-3 degrees'], ['@here'], ['+44'], ['\tx']];
  const [, ...cells] = csvLines(writeCsv(rows, texts([''])));
  expect(cells).toEqual([
    '"\'=HYPERLINK(""http://example.org"")"',
    "'-3 degrees",
    "'@here",
    "'+44",
    "'\tx",
  ]);
});

test('a byte order mark is written where it is asked for, and read over', () => {
  const csv = writeCsv([['Ynys Môn']], texts(['']), { bom: true });
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(readCsv(csv)).toEqual([['column 0'], ['Ynys Môn']]);
});

const cell = fc.string({
  unit: fc.constantFrom(
    'a',
    '1',
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    '\t',
    '\r',
    '\n',
    ' ',
    'ŵ',
    '＝',
    '🙂',
  ),
  maxLength: 8,
});
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
  );

test('whatever is written is read back the same', () => {
  fc.assert(
    fc.property(tables, fc.boolean(), (rows, bom) => {
      const columns = texts(rows[0] ?? []);
      const [header, ...read] = readCsv(writeCsv(rows, columns, { bom }));
      expect(header).toEqual(columns.map((column) => column.header));
      expect(read).toEqual(rows);
    }),
  );
});

test('no cell of text begins as a formula', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const csv = writeCsv([[text]], texts(['']));
      const written = csv.slice('column 0\r\n'.length, -2).replace(/^"/, '');
      expect(written).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

function csvLines(csv: string): string[] {
  return csv.split('\r\n').slice(0, -1);
}
