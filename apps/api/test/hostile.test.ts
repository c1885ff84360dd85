import { beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_SHUT } from '../src/app.module.js';
import { LIMITS } from '../src/graphql/limits.js';
import { SharedPages } from '../src/graphql/shared/pages.js';
import { type Hostile, hostiles, KINDS } from './stage/hostile.js';
import { openStage, type Stage } from './stage/stage.js';

// As it runs for members: without introspection, without hints.
const stage = openStage({ NODE_ENV: 'production' });
/** One that also shares what is equal for everybody, as it does for members. */
let sharing: Stage;

beforeAll(async () => {
  sharing = await stage.beside();
});

/** 1,120 in `npm test`; more with CLARION_HOSTILE=10000. */
const COUNT = Number(process.env['CLARION_HOSTILE'] ?? 1120);
const SEED = process.env['CLARION_SEED'] ?? 'the usual hostile crowd';
const SLOWEST_MS = 2000;

interface Answered {
  kind: string;
  status: number;
  says: string;
  ms: number;
}

async function send(address: string, { kind, body }: Hostile): Promise<Answered> {
  const began = performance.now();
  const reply = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const says = await reply.text();
  return { kind, status: reply.status, says, ms: performance.now() - began };
}

const isBroken = ({ status, says }: Answered) =>
  status >= 500 || says.includes('INTERNAL_SERVER_ERROR');
const isRefused = ({ status, says }: Answered) =>
  (status >= 400 && status < 500) || (status === 200 && says.startsWith('{"errors"'));

const bomb = (levels: number) =>
  `{ bodies { ${'parent { '.repeat(levels)} name ${'}'.repeat(levels)} } }`;
const aliases = (many: number) =>
  `{ ${Array.from({ length: many }, (_, n) => `v${n}: version`).join(' ')} }`;
const asked = (query: string): Hostile => ({ kind: 'one', body: JSON.stringify({ query }) });

describe('Whatever somebody sends who means harm', () => {
  test(`of ${COUNT} documents of ${Object.keys(KINDS).length} kinds each is answered in words, none breaks anything, none takes long`, async () => {
    const broken: Answered[] = [];
    const answered: Answered[] = [];
    const slow: Answered[] = [];
    let sent = 0;
    for (const hostile of hostiles(COUNT, SEED)) {
      const answer = await send(sharing.address, hostile);
      sent += 1;
      if (isBroken(answer)) broken.push({ ...answer, says: answer.says.slice(0, 200) });
      if (answer.ms > SLOWEST_MS) slow.push({ ...answer, says: answer.says.slice(0, 200) });
      if (hostile.isBad && !isRefused(answer)) {
        answered.push({
          ...answer,
          says: `${hostile.body.slice(0, 200)} → ${answer.says.slice(0, 200)}`,
        });
      }
    }
    expect({ broken, slow, answered }).toEqual({ broken: [], slow: [], answered: [] });
    expect(sent).toBeGreaterThanOrEqual(1000);
    const { data } = await (await sharing.as('asha')).send('{ version }');
    expect(data).toHaveProperty('version');
    expect((await fetch(`${sharing.address}/health`)).status).toBe(200);
  }, 600_000);

  test('variables too deep or too long for a page are answered as ever, also to what everybody asks', async () => {
    const query = '{ bodies { name } }';
    const ask = async (variables: string): Promise<Answered> =>
      send(sharing.address, {
        kind: 'one',
        body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
      });
    for (let time = 0; time < 5; time += 1) await ask('{}');
    const pages = sharing.app.get(SharedPages);
    const expected = await ask('{}');
    const before = pages.shown;
    expect(before).toBeGreaterThan(0);
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    for (const variables of [deep(20), deep(40_000), `{"a":"${'a'.repeat(100_000)}"}`]) {
      for (let time = 0; time < 3; time += 1) {
        const { status, says } = await ask(variables);
        expect({ status, says }).toEqual({ status: 200, says: expected.says });
      }
    }
    expect(pages.shown).toBe(before);
    await ask('{}');
    expect(pages.shown).toBe(before + 1);
  });

  test('it is the limits that refuse: without them a deep document and one of many names are answered', async () => {
    const open = await stage.beside({ ...ALL_SHUT, limits: false });
    for (const query of [bomb(LIMITS.depth + 20), aliases(LIMITS.aliases + 400)]) {
      expect((await send(stage.address, asked(query))).status).toBe(400);
      const { status, says } = await send(open.address, asked(query));
      expect({ status, isAnswered: says.startsWith('{"data"') }).toEqual({
        status: 200,
        isAnswered: true,
      });
    }
  });
});

describe('A request', () => {
  test.each([
    ['as deep as it may be', bomb(LIMITS.depth - 2), 200, 'data'],
    ['a level too deep', bomb(LIMITS.depth - 1), 400, '10 levels at most'],
    ['with ten names', aliases(LIMITS.aliases), 200, 'data'],
    ['with eleven', aliases(LIMITS.aliases + 1), 400, '10 aliases at most'],
    [
      'with eleven directives',
      `{ ${'version @skip(if: false) '.repeat(11)} }`,
      400,
      '10 directives',
    ],
    ['of two mutations', 'mutation { ping again: ping }', 400, 'one mutation at a time'],
    [
      'of two mutations in a fragment',
      'mutation { ...Both } fragment Both on Mutation { ping signOut }',
      400,
      'one mutation at a time',
    ],
    ['of sixteen questions', `{ ${'version '.repeat(16)} }`, 400, '15 fields at its root'],
    [
      'that would bring 125,000 things',
      '{ consultations(first: 50) { edges { node { proposals(first: 50) { edges { node { thread(first: 50) { edges { node { id } } } } } } } } } }',
      400,
      'too much at once',
    ],
    ['of more than 1,000 words', `{ bodies { ${'name '.repeat(1000)} } }`, 400, '1000 tokens'],
    ['about the contract itself', '{ __schema { types { name } } }', 400, 'introspection'],
  ])('%s', async (_what, query, status, says) => {
    const answer = await send(stage.address, asked(query));
    expect(answer).toMatchObject({ status, says: expect.stringContaining(says) });
  });

  test('that would bring too much by its variables is refused as well', async () => {
    const query =
      'query ($n: Int) { consultations(first: $n) { edges { node { proposals(first: $n) { edges { node { thread(first: $n) { totalCount } } } } } } } }';
    const asksFor = (n: number) =>
      send(stage.address, { kind: 'one', body: JSON.stringify({ query, variables: { n } }) });
    expect((await asksFor(5)).status).toBe(200);
    expect((await asksFor(50)).status).toBe(400);
  });
});
