import { Agent, request } from 'node:http';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openStage } from './stage/stage.js';

const stage = openStage();
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as (how: { type: 'minor' | 'major' }) => void;

const REQUESTS = 300;
/** Bytes; a request with all that hangs on it is eight thousand and more. */
const MOST_LEFT = 5_000;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let cookie = '';

/** With no more than Node itself brings, since what asks leaves things behind in the same process. */
const ask = (query: string) =>
  new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', cookie };
    const asked = request(
      `${stage.address}/graphql`,
      { method: 'POST', headers, agent },
      (reply) => {
        const [set] = reply.headers['set-cookie'] ?? [];
        if (set) cookie = set.split(';')[0] ?? '';
        let text = '';
        reply.on('data', (part) => {
          text += part;
        });
        reply.on('end', () => resolve(text));
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify({ query }));
  });

beforeAll(async () => {
  const id = (await stage.as('asha')).id;
  await ask(
    `mutation { signInAsDemoPerson(memberId: "${id}") { ... on Viewer { member { id } } } }`,
  );
});

/** Bytes a request that are still there when V8 has looked through what is young, where what is over must be found. */
async function leftBy(ask: () => Promise<unknown>): Promise<number> {
  const old = () =>
    getHeapSpaceStatistics()
      .filter(({ space_name }) => space_name === 'old_space')
      .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
  const some = async (count: number) => {
    for (let each = 0; each < count; each += 20) {
      for (let nth = 0; nth < 20; nth += 1) await ask();
      gc({ type: 'minor' });
    }
  };
  await some(REQUESTS);
  const left: number[] = [];
  // The least of several: V8 also makes code meanwhile.
  for (let time = 0; time < 4; time += 1) {
    gc({ type: 'major' });
    const before = old();
    await some(REQUESTS);
    left.push((old() - before) / REQUESTS);
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
