import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { arrayText } from '../src/database/array-text.js';
import { newId } from './stage/over-http.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

/** What Postgres read, sent through the client that writes arrays out. */
async function read(values: readonly unknown[], type: string): Promise<unknown[]> {
  const [row] = await stage.database.query(`SELECT $1::${type}[] AS told`, [values]);
  return row.told;
}

const SIGNS = [
  '"',
  '\\',
  '{',
  '}',
  ',',
  "'",
  ' ',
  '\n',
  '\t',
  'N',
  'U',
  'L',
  'x',
  '0',
  'é',
  '👍',
  '$1',
  ';--',
];
const anyText = () =>
  Array.from({ length: randomInt(0, 9) }, () => SIGNS[randomInt(SIGNS.length)]).join('');

describe('An array that is written out', () => {
  test('is read as the same texts, whatever stands in them', async () => {
    const hostile = [
      '',
      'null',
      'NULL',
      'Null',
      ' ',
      '{}',
      '{a,b}',
      '"',
      '\\',
      '\\x41',
      `'; DROP TABLE vote;--`,
    ];
    const texts = [...hostile, null, ...Array.from({ length: 2_000 }, anyText), undefined];
    expect(arrayText(texts)).not.toBeNull();
    expect(await read(texts, 'text')).toEqual(texts.map((each) => each ?? null));
  });

  test('is read as the same ids, bytes, numbers and truths', async () => {
    const samples: [string, unknown[]][] = [
      ['uuid', [newId(), null, newId()]],
      ['bytea', [randomBytes(32), Buffer.alloc(0), null, Buffer.from('\\"{}')]],
      ['int', [0, -1, 2_147_483_647, null]],
      ['float8', [0.1, -1e-7, 1e300, Number.NaN, Number.POSITIVE_INFINITY]],
      ['boolean', [true, false, null]],
      ['text', []],
    ];
    for (const [type, values] of samples) {
      expect(arrayText(values)).not.toBeNull();
      expect(await read(values, type)).toEqual(values);
    }
  });

  test('is left to pg where it holds anything else, and read as ever', async () => {
    const at = new Date('2026-11-26T12:34:56.789Z');
    expect(arrayText([at])).toBeNull();
    expect(await read([at], 'timestamptz')).toEqual([at]);
    expect(arrayText([['a'], ['b']])).toBeNull();
    expect(await read([['a'], ['b,"']], 'text')).toEqual([['a'], ['b,"']]);
    expect(await read([{ a: '"' }], 'jsonb')).toEqual([{ a: '"' }]);
  });
});
