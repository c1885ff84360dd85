import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Request } from 'playwright-core';
import { openBrowser, openContext, signIn, visit } from './stage';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

interface Asked {
  query?: string;
  extensions?: { persistedQuery?: { sha256Hash?: string } };
}

describe('The pages on a server as members have it', () => {
  test('ask by hashes alone, and nothing else is taken from a page', async () => {
    const context = await openContext(browser);
    const page = await context.newPage();
    const asked: Asked[] = [];
    page.on('request', (request: Request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postDataJSON() as Asked);
    });
    await signIn(page, 'Asha Rahman');
    for (const path of ['/', '/drafts', '/rankings', '/mine']) await visit(page, path);
    expect(asked.length).toBeGreaterThan(5);
    for (const { query, extensions } of asked) {
      expect({ query, hash: extensions?.persistedQuery?.sha256Hash }).toEqual({
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
    const status = await page.evaluate(async () => {
      const reply = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ viewer { standing } }' }),
      });
      return reply.status;
    });
    expect(status).toBe(403);
    await context.close();
  });

  test('that are older than the server says so, and keep what was typed', async () => {
    const context = await openContext(browser);
    const page = await context.newPage();
    await page.route('**/graphql', async (route) => {
      const body = route.request().postDataJSON() as Asked;
      if (body.extensions?.persistedQuery) {
        body.extensions.persistedQuery.sha256Hash = '0'.repeat(64);
      }
      await route.continue({ postData: JSON.stringify(body) });
    });
    await page.goto('/count');
    await page.getByText('Clarion has been brought up to date').first().waitFor();
    await page.getByText('What you typed is kept.').first().waitFor();
    await context.close();
  });
});
