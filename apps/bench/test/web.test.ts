import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { reportWeb } from '../src/web/report-web.js';
import type { Visit } from '../src/web/slow-phone.js';
import { openTwoWays } from '../src/web/two-ways.js';

/** What is answered to a browser that goes to an address, or that fetches a file of it. */
async function asked(address: string, as: 'document' | 'script'): Promise<string> {
  const request = get(address, { headers: { 'sec-fetch-dest': as } });
  const [reply] = (await once(request, 'response')) as [AsyncIterable<Buffer>];
  let text = '';
  for await (const chunk of reply) text += chunk.toString();
  return text;
}

test('One of the two ways sends the shell in the place of a page, and all else as it is', async () => {
  const server = createServer(({ url }, reply) => reply.end(`at ${url}`)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ways = await openTwoWays(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    expect(await asked(`${ways.written}/drafts/1`, 'document')).toBe('at /drafts/1');
    expect(await asked(`${ways.shell}/drafts/1`, 'document')).toBe('at /settings');
    expect(await asked(`${ways.shell}/assets/a.js`, 'script')).toBe('at /assets/a.js');
  } finally {
    await ways.close();
    server.close();
  }
});

const visit = (largestPaint: number, blocking: number): Visit => ({
  firstPaint: largestPaint / 2,
  largestPaint,
  blocking,
  longestTask: 90,
  shift: 0,
  script: 190_000,
  questions: 0,
  words: 900,
});

test('A target is met by the median, and not said to be when the thread was not shown whole', () => {
  const page = { name: 'story' as const, shell: [visit(3_000, 500), visit(3_000, 500)] };
  const quick = { ...page, written: [visit(700, 100), visit(900, 100)] };
  const slow = { ...page, written: [visit(1_200, 100), visit(1_300, 300)] };
  const scrolled = { comments: 400, pixels: 9_000, longest: 40, overHundred: 0 };
  expect(reportWeb([quick], { ...scrolled, comments: 1_000 })).not.toContain('**no**');
  const text = reportWeb([slow], scrolled);
  expect(text).toContain('| story, largest paint | ≤ 1,000 ms | 1,250 ms | **no** |');
  expect(text).toContain('| story, blocking | ≤ 250 ms | 200 ms | yes |');
  expect(text).toMatch(/scrolling through 400 comments.* not measured \|/);
});
