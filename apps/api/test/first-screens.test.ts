import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fastifyOf, { type FastifyInstance } from 'fastify';
import { openFirstScreens } from '../src/doors/first-screens.js';
import type { Log } from '../src/log.js';

/** A build whose writer does what the address says. */
const WRITER = `
let written = 0;
export const openPages = (shell, manifest, sheets) => ({
  writes: (url) => url !== '/drawn',
  write: async ({ url, ask, isNew }) => {
  written += 1;
  if (url === '/fault') throw new Error('A part of the page broke.');
  if (url === '/shell') return null;
  if (url === '/elsewhere') return { status: 301, location: '/there' };
  if (url === '/nothing') return { status: 404, html: 'We cannot find that page', styles: [] };
  if (url.startsWith('/slow')) await new Promise((done) => setTimeout(done, 100));
  const { data } = await ask('a-hash', {});
  return { status: 200, html: shell + ' ' + data.name + ' ' + written + ' ' + manifest.made, styles: isNew ? [...sheets.keys()] : [] };
  },
});
`;

let folder: string;
let faults: unknown[];
let fastify: FastifyInstance;
let address: string;

/** A server that writes pages with that writer, for whoever a header names. */
async function raise(writer: string): Promise<void> {
  for (const name of ['.vite', 'assets']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'assets/page.css'), 'p { color: red }');
  writeFileSync(join(folder, 'index.html'), 'shell');
  writeFileSync(join(folder, '.vite/manifest.json'), '{"made":"here"}');
  writeFileSync(join(folder, 'writer.mjs'), writer);
  const log = { error: (fault: unknown) => void faults.push(fault) } as unknown as Log;
  const sendScreen = await openFirstScreens({
    web: folder,
    writer: join(folder, 'writer.mjs'),
    log,
    readerOf: async ({ headers }) => {
      const name = headers['x-name'];
      return {
        viewer: name ? {} : null,
        now: new Date(),
        ask: async () => ({ data: { name: name ?? 'nobody' } }),
      };
    },
  });
  fastify = fastifyOf();
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.header('content-security-policy', "style-src 'self'; script-src 'self'");
    done();
  });
  fastify.get('/*', async (request, reply) =>
    (await sendScreen(request, reply)) ? reply : 'the shell as ever',
  );
  address = await fastify.listen({ port: 0, host: '127.0.0.1' });
}

interface Reply {
  status: number;
  body: string;
  headers: Headers;
}

/** Asks as a browser does, which goes nowhere by itself here. */
async function get(path: string, name?: string): Promise<Reply> {
  const reply = await fetch(`${address}${path}`, {
    redirect: 'manual',
    headers: name ? { 'x-name': name } : {},
  });
  return { status: reply.status, body: await reply.text(), headers: reply.headers };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-first-screens-'));
  faults = [];
});

afterEach(async () => {
  await fastify.close();
  rmSync(folder, { recursive: true });
});

describe('The first screen of a page', () => {
  test('is written for whoever asks, and kept by nobody', async () => {
    await raise(WRITER);
    const reply = await get('/', 'Asha');
    expect(reply.body).toBe('shell Asha 1 here');
    expect(reply.headers.get('cache-control')).toBe('private, no-store');
    expect((await get('/', 'Tom')).body).toBe('shell Tom 2 here');
  });

  test('lets in the style sheets that stand in it, by their hash, and no other', async () => {
    await raise(WRITER);
    const policyFor = async (name?: string) =>
      (await get('/', name)).headers.get('content-security-policy');
    // printf 'p { color: red }' | openssl dgst -sha256 -binary | base64
    expect(await policyFor()).toBe(
      "style-src 'self' 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4='; script-src 'self'",
    );
    expect(await policyFor('Asha')).toBe("style-src 'self'; script-src 'self'");
  });

  test('is written once a second for all who are not signed in', async () => {
    await raise(WRITER);
    const first = await Promise.all([get('/slow'), get('/slow'), get('/slow')]);
    expect(first.map(({ body }) => body)).toEqual(Array(3).fill('shell nobody 1 here'));
    expect((await get('/slow', 'Asha')).body).toBe('shell Asha 2 here');
    expect((await get('/slow')).body).toBe('shell nobody 1 here');
    await new Promise((later) => setTimeout(later, 1_050));
    expect((await get('/slow')).body).toBe('shell nobody 3 here');
  });

  test('that faults is drawn by the browser instead, and the log says why', async () => {
    await raise(WRITER);
    const reply = await get('/fault', 'Asha');
    expect([reply.status, reply.body]).toEqual([200, 'the shell as ever']);
    expect(faults.map(String)).toEqual(['Error: A part of the page broke.']);
    expect((await get('/', 'Asha')).body).toContain('shell Asha');
    expect(faults.length).toBe(1);
  });

  test('waits for nobody when too many are wanted at once', async () => {
    await raise(WRITER);
    const asked = Array.from({ length: 20 }, (_, index) => get(`/slow/${index}`, 'Asha'));
    const bodies = (await Promise.all(asked)).map(({ body }) => body);
    expect(bodies.filter((body) => body.startsWith('shell Asha')).length).toBe(12);
    expect(bodies.filter((body) => body === 'the shell as ever').length).toBe(8);
  });

  test('keeps the status that the writer gives, and goes where it sends', async () => {
    await raise(WRITER);
    expect((await get('/nothing')).status).toBe(404);
    const sent = await get('/elsewhere');
    expect([sent.status, sent.headers.get('location')]).toEqual([301, '/there']);
    expect((await get('/shell')).body).toBe('the shell as ever');
    expect((await get('/drawn')).body).toBe('the shell as ever');
  });
});
