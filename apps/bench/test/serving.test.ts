import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { pick, selection } from '../src/pages/shape.js';
import { load } from '../src/serving/load.js';
import { statementEar } from '../src/serving/statement-counter.js';

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
  const shape = { id: true, at: true, openedAt: true, of: { name: true } } as const;

  test('is compared by what all give, in the same order, and moments whatever their form', () => {
    const one = { of: [{ name: 'A', more: 1 }], openedAt: '2026-11-25T10:00:00+00:00', id: 1 };
    const other = { id: 1, openedAt: '2026-11-25T10:00:00.000Z', of: [{ name: 'A' }] };
    expect(JSON.stringify(pick(one, shape))).toBe(JSON.stringify(pick(other, shape)));
    expect(pick(other, shape)).not.toEqual(pick({ ...other, of: [{ name: 'B' }] }, shape));
  });

  test('is asked for by its shape', () => {
    expect(selection({ page: shape }, { page: '(id: $id)' })).toBe(
      '{ page(id: $id) { id at openedAt of { name } } }',
    );
  });
});

test('Nobody listening counts as failed, and asking ends at its bounds', async () => {
  const asking = { address: 'http://127.0.0.1:9', body: '{}', cookie: '' };
  const bounds = { atOnce: 2, milliseconds: 5_000, most: 6 };
  const { replies, failed, complaint } = await load(asking, bounds, 'page');
  expect({ replies, failed, complaint }).toEqual({ replies: 0, failed: 6, complaint: 'no reply' });
});

test('A reply is counted whole whether it comes with its length or in chunks, and another one is not', async () => {
  const page = JSON.stringify({ said: 'Labour’s buses', more: 'x'.repeat(100_000) });
  const server = createServer((request, response) => {
    if (request.headers.cookie === 'by=length')
      response.setHeader('content-length', Buffer.byteLength(page));
    response.write(page.slice(0, 50));
    setImmediate(() => response.end(page.slice(50)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bounds = { atOnce: 2, milliseconds: 5_000, most: 6 };
  const asking = { address: `http://127.0.0.1:${port}`, body: '{}', cookie: '' };
  try {
    for (const cookie of ['by=length', 'by=chunk']) {
      expect(await load({ ...asking, cookie }, bounds, page)).toMatchObject({
        replies: 6,
        failed: 0,
      });
    }
    expect(await load(asking, bounds, `${page} `)).toMatchObject({ replies: 0, failed: 6 });
  } finally {
    server.close();
  }
});
