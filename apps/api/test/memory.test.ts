import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { begin } from '../src/accounts/session.service.js';
import { memberId } from '../src/demo/ids.js';
import { type Built, startBuilt } from './stage/built.js';
import { AT_A_TEST, openStage } from './stage/stage.js';

const REQUESTS = 300;
/** Bytes; a request with all that hangs on it is eight thousand and more. */
const MOST_LEFT = 5_000;

/**
 * Clears away what it is told to, and answers the bytes it then holds in memory that is only looked through
 * as a whole. In a process of its own: a test's also holds what tests before it left, by the megabyte.
 */
const PROGRAM = `
  const { getHeapSpaceStatistics } = await import('node:v8');
  const { start } = await import(${JSON.stringify(resolve('dist/main.js'))});
  process.on('message', (type) => {
    gc({ type });
    const old = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space');
    process.send(old.space_used_size);
  });
  await start();`;

const stage = openStage();
let server: Built;
let cookie = '';

beforeAll(async () => {
  server = await startBuilt(stage, PROGRAM, { node: ['--expose-gc'] });
  cookie = `clarion=${await begin(stage.database.manager, memberId('asha'), new Date(), AT_A_TEST)}`;
}, 120_000);

afterAll(() => server?.end('SIGKILL'));

async function oldAfter(type: 'minor' | 'major'): Promise<number> {
  const told = once(server.child, 'message') as Promise<[number]>;
  server.child.send(type);
  const [bytes] = await told;
  return bytes;
}

async function ask(query: string): Promise<string> {
  const reply = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query }),
  });
  return reply.text();
}

/** Bytes a request that are still there when V8 has looked through what is young, where what is over must be found. */
async function leftBy(ask: () => Promise<unknown>): Promise<number> {
  const some = async (count: number) => {
    let bytes = 0;
    for (let each = 0; each < count; each += 20) {
      for (let nth = 0; nth < 20; nth += 1) await ask();
      bytes = await oldAfter('minor');
    }
    return bytes;
  };
  await some(REQUESTS);
  const left: number[] = [];
  // The least of several: V8 also makes code meanwhile.
  for (let time = 0; time < 4; time += 1) {
    const before = await oldAfter('major');
    left.push(((await some(REQUESTS)) - before) / REQUESTS);
  }
  return Math.min(...left);
}

describe('A request that was answered', () => {
  test('leaves nothing of Asha’s vote in memory', async () => {
    const id = '019a0000-0000-7000-8000-000000000000';
    const vote = `mutation { castVote(proposalId: "${id}", choice: agree) { ... on Refusal { reason } } }`;
    expect(await ask(vote)).toContain('not_found');
    const bytes = await leftBy(() => ask(vote));
    expect(bytes).toBeLessThan(MOST_LEFT);
  });
});
