import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openWire } from '../src/serving/wire.js';
import { askAtRate, type Stream } from '../src/soak/at-rate.js';
import { type Cast, castFor, onMany, onOne } from '../src/votes/casting.js';
import type { VoteSample } from '../src/votes/measured.js';
import { reportUnmet } from '../src/votes/report-unmet.js';
import type { Stage } from '../src/votes/stage.js';

const stage = { voters: 50, proposals: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] } as Stage;
const take = (casts: Generator<Cast>, count: number) =>
  Array.from({ length: count }, () => casts.next().value as Cast);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
async function serve(answer: (body: string) => { status: number; parts: string[] }) {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const { status, parts } = answer(body);
      response.statusCode = status;
      const [whole] = parts;
      if (parts.length === 1) return response.end(whole);
      for (const part of parts) response.write(part);
      return response.end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('Votes that are cast to measure', () => {
  test('are nobody’s twice the same on one proposal, one after the other', () => {
    const casts = take(onOne(stage, 0), 120);
    expect(new Set(casts.map(({ proposalId }) => proposalId))).toEqual(new Set(['a']));
    const ways = casts.map(({ voter, choice }) => `${voter} ${choice}`);
    expect(new Set(ways).size).toBe(120);
  });

  test('are spread over all proposals, by everybody', () => {
    const casts = take(onMany(stage, 1), 300);
    expect(new Set(casts.map(({ proposalId }) => proposalId)).size).toBe(7);
    expect(new Set(casts.map(({ voter, proposalId }) => `${voter} ${proposalId}`)).size).toBe(300);
  });

  test('are counted where they were taken, and else as failed, with what was said', async () => {
    const address = await serve((body) =>
      body.includes('"pass"')
        ? { status: 503, parts: ['busy'] }
        : { status: 200, parts: ['{"data":{}}'] },
    );
    const body = (vote: object) => JSON.stringify(vote);
    const bounds = { atOnce: 4, milliseconds: 200 };
    const loaded = await castFor(address, { body }, onOne(stage, 0), bounds);
    expect(loaded.replies).toBeGreaterThan(0);
    expect(loaded.failed).toBeGreaterThan(0);
    expect(loaded.complaint).toBe('busy');
  });
});

describe('A wire', () => {
  test('reads replies with a length and in chunks, one after the other', async () => {
    const replies = [
      { status: 200, parts: ['{"é":1}'] },
      { status: 200, parts: ['{"a":', '1}'] },
      { status: 401, parts: [''] },
    ];
    let nth = 0;
    const address = await serve(() => replies[nth++] ?? { status: 500, parts: [] });
    const wire = await openWire(address);
    const seen = [];
    for (const _each of replies) seen.push((await wire.send('{}', 'a=b')).status);
    wire.close();
    expect(seen).toEqual([200, 200, 401]);
  });
});

describe('Who asks at a rate', () => {
  test('asks on while replies are late, and tells what was taken, refused and failed apart', async () => {
    let nth = 0;
    const address = await serve(() => {
      nth += 1;
      if (nth % 7 === 0) return { status: 503, parts: ['{"errors":[{"code":"TOO_BUSY"}]}'] };
      if (nth % 7 === 5) return { status: 500, parts: ['broken'] };
      return { status: 200, parts: ['{"data":{}}'] };
    });
    const taken: boolean[] = [];
    const stream: Stream = {
      name: 'votes',
      perSecond: 100,
      isTaken: ({ status }) => status === 200,
      next: () => ({ body: '{}', cookie: '', answered: (isTaken) => void taken.push(isTaken) }),
    };
    const { next: _tells, ...quiet } = stream;
    const pages: Stream = { ...quiet, name: 'pages', next: () => ({ body: '{}', cookie: '' }) };
    const [votes, seen] = await askAtRate(address, [stream, pages], 1_000);
    expect((seen?.taken ?? 0) + (seen?.busy ?? 0) + (seen?.failed ?? 0)).toBe(100);
    const { taken: count = 0, busy = 0, failed = 0, complaint } = votes ?? {};
    expect(count + busy + failed).toBe(100);
    expect(busy).toBeGreaterThan(0);
    expect(failed).toBeGreaterThan(0);
    expect(complaint).toBe('500 broken');
    expect(taken.filter(Boolean)).toHaveLength(count);
  });
});

describe('A target of votes', () => {
  const turn = (milliseconds: number, cpu: number): VoteSample => ({
    milliseconds,
    cpuMilliseconds: cpu,
    postgresMilliseconds: cpu / 2,
    askingMilliseconds: 0.05,
    peakBytes: 0,
    growthBytes: 0,
    answer: '',
    p50: 1,
    p99: 1,
  });
  const block = {
    isSpread: false,
    slower: 0,
    flush: 0.3,
    atOnce: 64,
    measured: [
      { name: 'Clarion', turns: [turn(0.4, 0.25)] },
      { name: 'floor', turns: [turn(0.5, 0.3)] },
    ],
  };
  const wished = { job: 'votes at once', least: 4, block };

  test('that is not met says what it would leave for a vote, what one takes, and what is next', () => {
    const told = reportUnmet([{ ...wished, isMet: false }]);
    expect(told).toContain('votes at once: 8,000 a second');
    expect(told).toContain('Node 0.250, Postgres 0.125, who asks 0.0500');
    expect(told).toContain('**What is next**');
  });

  test('that is met, or could not be measured, says nothing', () => {
    expect(reportUnmet([{ ...wished, isMet: true }])).toBe('');
    expect(reportUnmet([{ ...wished, block: null, isMet: null }])).toBe('');
  });
});
