import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { ALL_SHUT } from '../src/app.module.js';
import { keep } from '../src/doors/trusted-document.queries.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { listen, liveAt, tokenOf, until } from './stage/listening.js';
import { openStage, type Stage } from './stage/stage.js';

const stage = openStage({ NODE_ENV: 'production', CLARION_DOCUMENTS: 'programs' });

const PROPOSAL = 'subscription News($id: ID!) { proposalNews(id: $id) { id commentCount } }';
const HASH = createHash('sha256').update(PROPOSAL).digest('hex');
const PROTOCOL = 'graphql-transport-ws';
const PAGE = { 'sec-fetch-site': 'same-origin' };

let id = '';
beforeAll(async () => {
  id = await proposeIn(stage, await consultationUnder(stage));
  await keep(stage.database.manager, { [HASH]: PROPOSAL });
});

const open: WebSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

/** Knocks; tells the status of the answer, 101 when it is let in. */
function knock(
  on: Pick<Stage, 'address'>,
  headers: Record<string, string> = {},
  protocol = PROTOCOL,
): Promise<{ status: number; socket: WebSocket; retryAfter: string | undefined }> {
  const socket = new WebSocket(liveAt(on), protocol, { headers });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve({ status: 101, socket, retryAfter: undefined }));
    socket.once('unexpected-response', (_request, reply) =>
      resolve({
        status: reply.statusCode ?? 0,
        socket,
        retryAfter: reply.headers['retry-after'],
      }),
    );
    socket.once('error', reject);
  });
}

/** Sends messages as they are; tells what came back. */
async function speak(
  headers: Record<string, string>,
  messages: readonly (string | Buffer)[],
  ends: 'when it is answered' | 'when it is closed' = 'when it is answered',
) {
  const { socket } = await knock(stage, headers);
  const replies: any[] = [];
  let code: number | null = null;
  socket.on('message', (data) => replies.push(JSON.parse(String(data))));
  socket.on('close', (closed) => {
    code = closed;
  });
  socket.on('error', () => undefined);
  for (const message of messages) {
    socket.send(message);
    // Nothing else may be said before it is answered.
    if (message === INIT) await until(() => replies.length > 0 || code !== null, 'an answer');
  }
  const isAnswered = () => replies.some(({ type }) => type === 'next' || type === 'error');
  const isOver = () => code !== null || (ends === 'when it is answered' && isAnswered());
  await until(isOver, ends).catch(() => undefined);
  return { code: code as number | null, replies };
}

const INIT = '{"type":"connection_init"}';
const subscribe = (payload: object, name = 'a') =>
  JSON.stringify({ id: name, type: 'subscribe', payload });
const codesOf = ({ replies }: { replies: any[] }) =>
  replies.flatMap(({ type, payload }) => (type === 'error' ? payload[0].extensions.code : []));

describe('A page of another site', () => {
  const THEIRS: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
  ];

  test('does not come in, with a session or without', async () => {
    const cookie = `clarion=${await tokenOf(stage, 'asha')}`;
    for (const headers of THEIRS) {
      expect((await knock(stage, { ...headers, cookie })).status).toBe(403);
      expect((await knock(stage, headers)).status).toBe(403);
    }
  });

  test('would, were it not for that door', async () => {
    const ajar = await stage.beside({ ...ALL_SHUT, sites: false });
    for (const headers of THEIRS) expect((await knock(ajar, headers)).status).toBe(101);
  });
});

describe('A page of this site', () => {
  test('asks by the hash of what it asks, and by nothing else', async () => {
    const byHash = { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } };
    const heard = await speak(PAGE, [INIT, subscribe({ ...byHash, variables: { id } })]);
    expect(heard.replies.at(-1)).toEqual({
      id: 'a',
      type: 'next',
      payload: { data: { proposalNews: { id, commentCount: 0 } } },
    });
    const free = await speak(PAGE, [INIT, subscribe({ query: PROPOSAL, variables: { id } })]);
    expect(codesOf(free)).toEqual(['FORBIDDEN']);
    const unknown = { version: 1, sha256Hash: HASH.replace(/./, 'z') };
    const old = { query: '', extensions: { persistedQuery: unknown } };
    expect(codesOf(await speak(PAGE, [INIT, subscribe(old)]))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  });

  test('is refused its own words also where a program is not', async () => {
    const program = await speak({}, [INIT, subscribe({ query: PROPOSAL, variables: { id } })]);
    expect(program.replies.at(-1)).toMatchObject({ type: 'next' });
    const own = await stage.beside(ALL_SHUT, { CLARION_DOCUMENTS: 'own' });
    const heard = listen(own, null).hear(PROPOSAL, { id });
    await until(() => heard.isOver, 'a refusal');
    expect(heard.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('Whoever sends', () => {
  test('a question or a change is told where to send it, and nothing is done', async () => {
    for (const query of [
      '{ version }',
      'mutation { ping }',
      'mutation { signOut }',
      'subscription { ...F } fragment F on Subscription { proposalNews(id: "x") { id } }',
      'subscription { __typename }',
      'subscription { a: proposalNews(id: "x") { id } b: proposalNews(id: "y") { id } }',
      'subscription { proposalNws(id: "x") { id } }',
      'subscription { proposalNews { id } }',
      'subscription ($id: [ID!]!) { proposalNews(id: $id) { id } }',
      `subscription { ${'proposalNews(id: "x") { id } '.repeat(130)} }`,
      '{',
    ]) {
      const { code, replies } = await speak({}, [INIT, subscribe({ query })]);
      expect(code).toBeNull();
      expect(replies).toEqual([
        { type: 'connection_ack' },
        {
          id: 'a',
          type: 'error',
          payload: [expect.objectContaining({ message: expect.any(String) })],
        },
      ]);
      expect(replies[1].payload[0].extensions.code).toMatch(
        /^(BAD_USER_INPUT|BAD_REQUEST|GRAPHQL_PARSE_FAILED)$/,
      );
      expect(replies[1].payload[0].message).not.toMatch(/did you mean|broke/i);
    }
  });

  test('what is no message is shown out, and the others hear on', async () => {
    const heard = listen(stage, null).hear(PROPOSAL, { id });
    await until(() => heard.news.length === 1, 'how it stands');
    const good = subscribe({ query: PROPOSAL, variables: { id } });
    const frames: (string | Buffer)[][] = [
      [''],
      ['{'],
      ['null'],
      ['[]'],
      ['"x"'],
      ['{"type":7}'],
      ['{"type":"next","id":"a","payload":{}}'],
      ['{"type":"constructor"}'],
      [Buffer.from([0, 255, 254])],
      [good],
      [INIT, INIT],
      [INIT, good, good],
      [INIT, '{"type":"subscribe","id":"","payload":{"query":"x"}}'],
      [INIT, '{"type":"subscribe","id":"a","payload":{"query":7}}'],
      [INIT, subscribe({ query: PROPOSAL, variables: { id } }, 'x'.repeat(200))],
      [INIT, `{"type":"ping","payload":{"a":"${'x'.repeat(20_000)}"}}`],
      [INIT, '['.repeat(8_000)],
      Array.from({ length: 200 }, () => '{"type":"ping"}'),
      [
        INIT,
        ...Array.from({ length: 30 }, (_, at) =>
          subscribe({ query: PROPOSAL, variables: { id } }, `${at}`),
        ),
      ],
    ];
    for (const messages of frames) {
      const { code } = await speak({}, messages, 'when it is closed');
      expect({ first: String(messages[0]).slice(0, 40), code }).toMatchObject({
        code: expect.any(Number),
      });
      expect(code).not.toBe(4500);
    }
    // Names that objects have by themselves are names like others.
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const { replies } = await speak({}, [
        INIT,
        subscribe({ query: PROPOSAL, variables: { id } }, name),
      ]);
      expect(replies.at(-1)).toMatchObject({ id: name, type: 'next' });
    }
    expect((await fetch(`${stage.address}/health`)).status).toBe(200);
    expect(heard.isOver).toBe(false);
    heard.leave();
  });

  test('another protocol, or none at all, is not spoken with', async () => {
    const { socket } = await knock(stage, {}, PROTOCOL);
    expect(socket.protocol).toBe(PROTOCOL);
    await expect(knock(stage, {}, 'graphql-ws')).rejects.toThrow();
    expect((await fetch(`${stage.address}/live`)).status).toBe(404);
  });
});

describe('Connections', () => {
  test('of one account are twenty at most, and who leaves makes room', async () => {
    const cookie = `clarion=${await tokenOf(stage, 'ruth')}`;
    const held = await Promise.all(Array.from({ length: 20 }, () => knock(stage, { cookie })));
    expect(held.map(({ status }) => status)).toEqual(Array(20).fill(101));
    expect(await knock(stage, { cookie })).toMatchObject({ status: 429, retryAfter: '30' });
    held[0]?.socket.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await knock(stage, { cookie })).status).toBe(101);
  });

  test('are closed when the server stops, and do not keep it from stopping', async () => {
    const other = await stage.beside();
    const { socket } = await knock(other);
    const deaf = (await knock(other)).socket;
    deaf.pause();
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    const since = performance.now();
    await other.app.close();
    expect(await closed).toBe(1001);
    expect(performance.now() - since).toBeLessThan(5_000);
  });
});
