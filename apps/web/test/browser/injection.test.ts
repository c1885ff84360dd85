import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PAYLOADS } from './payloads';
import { type Planted, plant } from './planting';
import { type Started, startServer, stopServer } from './server.js';
import { openBrowser, openContext, settled, signIn, visit } from './stage';

let browser: Browser;
let server: Started;
let helen: BrowserContext;
let planted: Planted;

/** What ran, and what browsers said, since a context was watched. */
interface Watch {
  ran: unknown[];
  dialogs: string[];
}

async function watch(context: BrowserContext): Promise<Watch> {
  const seen: Watch = { ran: [], dialogs: [] };
  await context.exposeBinding('canary', (_source, number: unknown) => {
    seen.ran.push(number);
  });
  context.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

async function signedIn(name: string): Promise<BrowserContext> {
  const context = await openContext(browser, 'light', server.address);
  const page = await context.newPage();
  await signIn(page, name);
  await page.close();
  return context;
}

beforeAll(async () => {
  // A demonstration of its own: what is planted here would stand on every page of the others.
  server = await startServer({ CLARION_PACE: '0' });
  browser = await openBrowser();
  helen = await signedIn('Helen Adeyemi');
  const [asha, ewan, kofi] = [
    await signedIn('Asha Rahman'),
    await signedIn('Dr Ewan Leckie'),
    await signedIn('Kofi Mensah'),
  ];
  planted = await plant({ helen, asha, ewan, kofi }, PAYLOADS);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  if (server) await stopServer(server);
});

/** Opens whatever hides more, until all is on the page. */
async function showAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: /^Show (more|\d+ more)|^Fetch/ });
  for (let clicks = 0; clicks < 15 && (await more.count()) > 0; clicks += 1) {
    await more.first().click();
    await settled(page);
  }
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describe('Somebody who writes scripts into every field', () => {
  test(`of ${PAYLOADS.length} texts sees none run on any page, and the policy has nothing to keep out`, async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
    const seen = await watch(helen);
    const page = await helen.newPage();
    for (const path of planted.pages) {
      await visit(page, path);
      await showAll(page);
    }
    await page.close();
    expect(seen).toEqual({ ran: [], dialogs: [] });
  }, 300_000);

  test('sees none run from an address either: searches, filters, ids and fragments', async () => {
    const context = await openContext(browser, 'light', server.address);
    const seen = await watch(context);
    const page = await context.newPage();
    const some = PAYLOADS.filter((_payload, index) => index % 10 === 0);
    for (const payload of some) {
      const text = encodeURIComponent(payload);
      await visit(page, `/search?text=${text}&q=${text}#${text}`);
    }
    for (const payload of some.slice(0, 8)) {
      const text = encodeURIComponent(payload);
      await page.goto(`/proposals/${text}`);
      await page.goto(`/consultations/${planted.consultation}/ranking?lens=${text}&round=${text}`);
      await page.goto(`/?text=${text}&commission=${text}`);
      await settled(page);
    }
    await context.close();
    expect(seen).toEqual({ ran: [], dialogs: [] });
  }, 300_000);

  test('sees none run from the HTML that the server writes, where no policy would keep it out', async () => {
    const careless = await openContext(browser, 'light', server.address);
    const seen = await watch(careless);
    const page = await careless.newPage();
    let html = '';
    await page.route('**/*', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html', body: html })
        : route.abort(),
    );
    let written = 0;
    for (const path of planted.pages) {
      html = await (await helen.request.get(path)).text();
      if (!html.includes('id="first-screen"')) continue;
      written += 1;
      await page.goto(path);
      // What the browser will take the page over with is whole: nothing that was written ended it.
      const state = await page.evaluate(
        () => JSON.parse(document.getElementById('first-screen')?.textContent ?? '') as object,
      );
      expect(Object.keys(state)).toEqual(['at', 'cache']);
      await page.waitForTimeout(50);
    }
    await careless.close();
    expect(written).toBeGreaterThan(18);
    expect(seen).toEqual({ ran: [], dialogs: [] });
  }, 120_000);

  test('would see them run on a page that shows them as they are: that is how we know', async () => {
    const careless = await openContext(browser, 'light', server.address);
    const seen = await watch(careless);
    const page = await careless.newPage();
    const body = `<!doctype html><body>${PAYLOADS.map((text) => `<div>${text}</div>`).join('\n')}`;
    await page.route('**/careless', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto('/careless');
    await page.waitForTimeout(500);
    await careless.close();
    expect(new Set(seen.ran).size).toBeGreaterThan(5);
  });

  test('would be stopped there by the policy alone', async () => {
    const policy = (await fetch(server.address)).headers.get('content-security-policy') ?? '';
    const careless = await browser.newContext({ baseURL: server.address });
    const seen = await watch(careless);
    const page = await careless.newPage();
    const kept: string[] = [];
    page.on('console', (message) => kept.push(message.text()));
    const body = `<!doctype html><body>${PAYLOADS.map((text) => `<div>${text}</div>`).join('\n')}`;
    await page.route('**/careless', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': policy },
        body,
      }),
    );
    await page.goto('/careless');
    await page.waitForTimeout(500);
    await careless.close();
    expect(seen.ran).toEqual([]);
    expect(kept.some((text) => text.includes('Content Security Policy'))).toBe(true);
  });
});
