import { type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { sendKept } from '../src/graphql/packed.js';
import { consultationUnder, proposeMany } from './stage/electorate.js';
import { openStage, type Stage } from './stage/stage.js';
import { until } from './stage/working.js';

interface Got {
  encoding: string | undefined;
  vary: string | undefined;
  text: string;
}

const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

async function got(reply: IncomingMessage): Promise<Got> {
  const parts: Buffer[] = [];
  for await (const part of reply) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const { 'content-encoding': encoding, vary } = reply.headers;
  return { encoding, vary, text: (UNPACK[encoding ?? '']?.(bytes) ?? bytes).toString() };
}

/** What is sent, unpacked here: fetch would say nothing of how it came. */
const ask = (
  address: string,
  accepted: string | null,
  { path, body }: { path: string; body?: string },
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...(accepted !== null && { 'accept-encoding': accepted }),
      ...(body && { 'content-type': 'application/json' }),
    };
    const options = { headers, method: body ? 'POST' : 'GET' };
    const asking = request(`${address}${path}`, options, (reply) => {
      got(reply).then(resolve, reject);
    });
    asking.once('error', reject);
    asking.end(body);
  });

describe('What is kept and sent to many', () => {
  // With nothing that would compress a reply.
  const server = fastify();
  const [long, short] = [
    Buffer.from('Buses, trains and trams. '.repeat(400)),
    Buffer.from('Buses.'),
  ];
  let address = '';

  beforeAll(async () => {
    server.get('/long', (request, reply) =>
      sendKept(request, reply.header('vary', 'cookie'), long),
    );
    server.get('/short', (request, reply) => sendKept(request, reply, short));
    address = await server.listen({ port: 0 });
  });
  afterAll(() => server.close());

  test.each(['br', 'gzip'])(
    'is compressed once, as %s, for all who take it so',
    async (encoding) => {
      const all = { path: '/long' };
      expect((await ask(address, encoding, all)).encoding).toBeUndefined();
      await until(async () => (await ask(address, encoding, all)).encoding === encoding, encoding);
      const got = await ask(address, `deflate, ${encoding}`, all);
      expect(got).toEqual({ encoding, vary: 'cookie, accept-encoding', text: long.toString() });
    },
  );

  test('is sent as it is to whoever takes nothing, or weighs, and where it is short', async () => {
    for (const accepted of [null, 'identity', 'br;q=0, gzip;q=0.5']) {
      for (let time = 0; time < 2; time += 1) {
        expect((await ask(address, accepted, { path: '/long' })).encoding).toBeUndefined();
      }
    }
    for (let time = 0; time < 3; time += 1) {
      expect((await ask(address, 'br', { path: '/short' })).encoding).toBeUndefined();
    }
  });
});

describe('A page that is equal for everybody', () => {
  const stage = openStage();

  test('says the same however it is compressed, to visitor after visitor', async () => {
    const shared: Stage = await stage.beside();
    const id = await consultationUnder(stage, { rules: { countsHiddenUntilVoted: false } });
    await proposeMany(stage, id, 20);
    const query = `query ($id: ID!) { consultation(id: $id) { title paper
      proposals(first: 20) { edges { node { number statement argument author { name } } } } } }`;
    const body = JSON.stringify({ query, variables: { id } });
    const seen = new Set<string>();
    for (let time = 0; time < 12; time += 1) {
      for (const accepted of [null, 'gzip, deflate, br', 'gzip', 'br;q=0.5']) {
        const reply = await ask(shared.address, accepted, { path: '/graphql', body });
        expect(reply.encoding !== undefined).toBe(accepted !== null);
        if (accepted) expect(reply.vary).toContain('accept-encoding');
        seen.add(reply.text);
      }
    }
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).toContain('Statement 20.');
  });
});
