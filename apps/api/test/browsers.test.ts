import { describe, expect, test } from '@jest/globals';
import { ALL_SHUT } from '../src/app.module.js';
import { buildServer } from '../src/server.js';
import { openStage } from './stage/stage.js';

const stage = openStage();
const PING = JSON.stringify({ query: 'mutation { ping }' });

const ping = (address: string, headers: Record<string, string>) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: PING,
  });

describe('Another site’s page', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://clarion.example' }, 403],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ])('that sends %j is answered with %i', async (headers, status) => {
    expect((await ping(stage.address, headers)).status).toBe(status);
  });

  test('has the origin of this one said by browsers that say nothing else', async () => {
    expect((await ping(stage.address, { origin: stage.address })).status).toBe(200);
  });

  test('could change something if nobody asked where a request comes from', async () => {
    const open = await stage.beside({ ...ALL_SHUT, sites: false });
    expect((await ping(open.address, { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });

  test('cannot send a form, nor have a picture ask', async () => {
    const form = await fetch(`${stage.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query=mutation{ping}',
    });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${stage.address}/graphql?query={version}`)).status).toBe(400);
  });
});

describe('What a page may do', () => {
  test('is said by every answer: own scripts from files alone, no text that becomes script, no frames', async () => {
    const { headers } = await fetch(`${stage.address}/health`);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self';",
      "style-src 'self';",
      "require-trusted-types-for 'script'",
      'trusted-types default',
      "frame-ancestors 'none'",
      "base-uri 'none'",
      'report-uri /report/policy',
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('over https it stays with https', async () => {
    const secure = await stage.beside(ALL_SHUT, {
      CLARION_PUBLIC_URL: 'https://clarion.example',
    });
    const { headers } = await fetch(`${secure.address}/health`);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  });
});

describe('What browsers report of pages', () => {
  const report = (body: unknown, type = 'application/csp-report') =>
    fetch(`${stage.address}/report/policy`, {
      method: 'POST',
      headers: { 'content-type': type, 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify(body),
    });

  test('is counted by day and rule, and nothing else of it is kept', async () => {
    const other = await buildServer(stage.clarion);
    await other.listen(0, '127.0.0.1');
    const address = await other.getUrl();
    const send = (body: unknown, type: string) =>
      fetch(`${address}/report/policy`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(body),
      });
    const page = 'https://clarion.example/proposals/of-asha';
    const old = {
      'csp-report': { 'document-uri': page, 'effective-directive': 'script-src-elem' },
    };
    expect((await send(old, 'application/csp-report')).status).toBe(204);
    const fresh = [{ type: 'csp-violation', url: page, body: { effectiveDirective: 'img-src' } }];
    expect((await send([...fresh, ...fresh], 'application/reports+json')).status).toBe(204);
    await send({ 'csp-report': { 'effective-directive': page } }, 'application/csp-report');
    await other.close();
    const kept = await stage.database.query(
      'SELECT directive, count FROM policy_report ORDER BY directive',
    );
    expect(kept).toEqual([
      { directive: 'img-src', count: 2 },
      { directive: 'other', count: 1 },
      { directive: 'script-src-elem', count: 1 },
    ]);
  });

  test('is taken whatever it is, and breaks nothing', async () => {
    for (const body of [null, 5, [], [null], { 'csp-report': null }, 'x'.repeat(10_000)]) {
      expect((await report(body)).status).toBeLessThan(500);
    }
    expect((await report({ a: 'x'.repeat(20_000) })).status).toBe(413);
  });
});
