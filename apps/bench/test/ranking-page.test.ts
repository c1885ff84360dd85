import { describe, expect, test } from '@jest/globals';
import { load } from '../src/ranking/load.js';
import { cutReply, rankingDocument, timeless } from '../src/ranking/page.js';
import { statementEar } from '../src/ranking/statement-counter.js';

/** A message of a Postgres client: its letter, its length, its text. */
function message(letter: string, text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(letter.length + 4);
  head.write(letter);
  head.writeInt32BE(body.length + 4, letter.length);
  return Buffer.concat([head, body]);
}

const STARTUP = message('', 'user clarion');

function heard(chunks: readonly Buffer[]): string[] {
  const statements: string[] = [];
  const hear = statementEar((text) => statements.push(text));
  for (const chunk of chunks) hear(chunk);
  return statements;
}

describe('Statements on the wire', () => {
  const talk = [
    STARTUP,
    message('Q', 'START TRANSACTION'),
    message('P', 'name\0SELECT $1'),
    message('B', ''),
    message('E', ''),
    message('Q', 'SELECT 1'),
    message('Q', 'COMMIT'),
  ];

  test('are those executed and the simple ones, not what opens and ends a transaction', () => {
    expect(heard(talk)).toEqual(['SELECT $1', 'SELECT 1']);
  });

  test('are heard alike in whatever pieces they come', () => {
    const whole = Buffer.concat(talk);
    expect(heard([whole])).toEqual(heard(talk));
    expect(heard(Array.from(whole, (byte) => Buffer.of(byte)))).toEqual(heard(talk));
  });
});

describe('A reply', () => {
  const reply = `${JSON.stringify({
    data: { consultation: { ranking: { proposals: { edges: [{ a: 1 }, { a: 2 }], total: 2 } } } },
  })}\n`;

  test('is put together from its parts to the byte', () => {
    const { before, rows, after } = cutReply(reply);
    expect(rows).toEqual(['{"a":1}', '{"a":2}']);
    expect(before + rows.join(',') + after).toBe(reply);
  });

  test('with errors or without rows is not a page', () => {
    expect(() => cutReply('{"errors":[{"message":"Late"}],"data":{"consultation":null}}')).toThrow(
      'The page cannot be read',
    );
  });

  test('is compared without the moment of counting', () => {
    expect(timeless('{"countedAt":"2026-11-25T10:00:00Z","rank":1}')).toBe(
      '{"countedAt":"","rank":1}',
    );
  });
});

test('The document is the one that the web app sends', () => {
  expect(rankingDocument()).toMatch(/^query Ranking\(/);
});

test('Nobody listening counts as failed, and asking ends at its bounds', async () => {
  const asking = { address: 'http://127.0.0.1:9', body: '{}', cookie: '' };
  const bounds = { atOnce: 2, milliseconds: 5_000, most: 6 };
  const { replies, failed, complaint } = await load(asking, bounds, 'page');
  expect({ replies, failed, complaint }).toEqual({ replies: 0, failed: 6, complaint: 'no reply' });
});
