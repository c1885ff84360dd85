import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { patterns } from '../../src/paths';
import { addressOf, type Shown, whatIsShown } from './addresses';
import {
  address,
  DESK,
  listen,
  openBrowser,
  openContext,
  overflow,
  PHONE,
  settled,
  signIn,
} from './stage';

/** The pages that the server writes. */
const WRITTEN = [
  patterns.consultations,
  patterns.consultation,
  patterns.proposal,
  patterns.ranking,
  patterns.story,
  patterns.draft,
];

const PEOPLE: [who: string, name: string | null][] = [
  ['a visitor', null],
  ['Asha, a member,', 'Asha Rahman'],
  ['Helen, who represents and convenes,', 'Helen Adeyemi'],
];

let browser: Browser;
let shown: Shown;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser);
  shown = await whatIsShown(context, 'reviewing');
  await context.close();
});

afterAll(async () => {
  await browser?.close();
});

/** Two browsers of one person far from London: one that runs scripts, one that runs none. */
async function abroad(
  name: string | null,
): Promise<[scripted: BrowserContext, bare: BrowserContext]> {
  const home = await openContext(browser);
  if (name) await signIn(await home.newPage(), name);
  const storageState = await home.storageState();
  await home.close();
  const open = (javaScriptEnabled: boolean) =>
    browser.newContext({
      baseURL: address(),
      storageState,
      javaScriptEnabled,
      locale: 'en-US',
      timezoneId: 'America/New_York',
    });
  return [await open(true), await open(false)];
}

/** All that a page says, with its title. */
async function wordsOf(page: Page): Promise<{ title: string; words: string | null }> {
  return { title: await page.title(), words: await page.locator('#root').textContent() };
}

/** Whether React has taken the page over. */
const isTaken = (page: Page) =>
  page
    .locator('h1')
    .evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react')));

describe.each(PEOPLE)('For %s', (_who, name) => {
  let scripted: BrowserContext;
  let bare: BrowserContext;

  beforeAll(async () => {
    [scripted, bare] = await abroad(name);
  });

  afterAll(async () => {
    await scripted?.close();
    await bare?.close();
  });

  test.each(WRITTEN)(
    '%s can be read without a script, and is taken over as it stands, without asking again',
    async (pattern) => {
      const path = addressOf(pattern, shown);
      const [page, plain] = [await scripted.newPage(), await bare.newPage()];
      const said = listen(page);
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
      });
      const reply = await plain.goto(path);
      await page.goto(path);
      await settled(page);
      expect(reply?.status()).toBe(200);
      expect(await isTaken(page)).toBe(true);
      // What React had to put right would be said on the console, and what the policy kept out.
      expect(said).toEqual([]);
      expect(asked).toEqual([]);
      const written = await wordsOf(plain);
      expect(written.words?.length).toBeGreaterThan(500);
      expect(written.title).toMatch(/.+ – Clarion$/);
      expect(await wordsOf(page)).toEqual(written);
      expect(await overflow(page)).toBe(0);
      await page.close();
      await plain.close();
    },
  );
});

/** How far what was painted moved while fonts came half a second late, as browsers count it. */
async function movedByFonts(path: string, viewport: typeof DESK): Promise<number> {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  await page.route('**/*.woff2', async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (window as unknown as Moved).moved += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  // Browsers tell of it after the next frames.
  await page.waitForTimeout(500);
  const moved = await page.evaluate(() => (window as unknown as Moved).moved);
  await context.close();
  return moved;
}
interface Moved {
  moved: number;
}

test.each([
  ['a phone', PHONE, 0.1],
  ['a desk', DESK, 0.02],
])('On %s next to nothing moves when the fonts come late', async (_where, viewport, most) => {
  for (const pattern of [patterns.draft, patterns.proposal, patterns.story]) {
    // "Good" of Core Web Vitals is 0.1 at most; a measure of 66ch made it 0.05 to 0.2 at a desk.
    expect(await movedByFonts(addressOf(pattern, shown), viewport)).toBeLessThan(most);
  }
});

/** A consultation that only those who prepare it see. */
async function idInPreparation(): Promise<string> {
  const helen = await openContext(browser);
  await signIn(await helen.newPage(), 'Helen Adeyemi');
  const query = '{ consultations(first: 1, phase: preparing) { edges { node { id } } } }';
  const reply = await helen.request.post('/graphql', { data: { query } });
  const { data } = (await reply.json()) as {
    data: { consultations: { edges: { node: { id: string } }[] } };
  };
  await helen.close();
  return data.consultations.edges[0]?.node.id ?? '';
}

/** Asks the API as a visitor's browser would, and counts how often one waits for the answer before. */
function visitorsQuestions() {
  let open = 0;
  const counted = { turns: 0, questions: 0 };
  const ask = async (hash: string, variables: Record<string, unknown>) => {
    if (open === 0) counted.turns += 1;
    counted.questions += 1;
    open += 1;
    const reply = await fetch(`${address()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      }),
    });
    open -= 1;
    return (await reply.json()) as Record<string, unknown>;
  };
  return { ask, counted };
}

/** What React wrote, without what it notes to itself. */
const bodyOf = (html: string) => html.replace(/<script.*$/s, '').replaceAll(/<!--.*?-->/g, '');

describe('A proposal', () => {
  test('is asked for in one go once another was written, and says the same', async () => {
    const web = new URL('../../', import.meta.url);
    const { openPages } = await import(new URL('dist-server/server.js', web).href);
    const [shell, manifest] = ['dist/index.html', 'dist/.vite/manifest.json'].map((file) =>
      readFileSync(new URL(file, web), 'utf8'),
    );
    const pages = openPages(shell, JSON.parse(manifest ?? ''), new Map());
    const now = new Date();
    const write = async () => {
      const { ask, counted } = visitorsQuestions();
      const url = addressOf(patterns.proposal, shown);
      const { html } = await pages.write({ url, ask, now, isNew: true });
      return { html, ...counted };
    };
    const first = await write();
    const second = await write();
    expect(first.turns).toBeGreaterThan(1);
    expect(second.turns).toBe(1);
    expect(second.questions).toBe(first.questions);
    expect(bodyOf(second.html)).toBe(bodyOf(first.html));
  });
});

describe('A page that the server writes', () => {
  let context: BrowserContext;

  beforeAll(async () => {
    context = await openContext(browser);
  });

  afterAll(async () => {
    await context?.close();
  });

  test('opens at the paragraph that the address names, which the server is not told', async () => {
    const page = await context.newPage();
    const said = listen(page);
    await page.goto(`${addressOf(patterns.draft, shown)}#2`);
    await page
      .getByRole('link', { name: /^Paragraph 2: / })
      .and(page.locator('[aria-expanded=true]'))
      .waitFor();
    expect(said).toEqual([]);
    await page.close();
  });

  test('begins at its own top when it is loaded anew, however far down the one before was left', async () => {
    const page = await context.newPage();
    await page.goto(addressOf(patterns.proposal, shown));
    await settled(page);
    await page.evaluate(() => window.scrollTo(0, 500));
    await page.goto(addressOf(patterns.consultation, shown));
    await settled(page);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.close();
  });

  test('without a script says what it is needed for, as does every other, and leads to what can be read', async () => {
    const bare = await browser.newContext({ baseURL: address(), javaScriptEnabled: false });
    const page = await bare.newPage();
    for (const path of ['/', patterns.signIn]) {
      await page.goto(path);
      const said = page.getByText(/To sign in, vote or write, .* switch it on/);
      await said.waitFor();
      expect(await overflow(page)).toBe(0);
      await said.getByRole('link', { name: 'the consultations' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    await bare.close();
  });

  test('leads to one whose code does not come: that says so, and comes when it is asked for again', async () => {
    const page = await context.newPage();
    await page.goto('/');
    await settled(page);
    await page.route(/\/assets\/MinePage-/, (route) => route.abort());
    await page.getByRole('link', { name: 'Mine' }).first().click();
    await page.getByRole('heading', { name: 'This page could not be fetched' }).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
    await page.close();
  });

  test('is the last that asks nothing: whoever goes on from it asks for the next', async () => {
    const page = await context.newPage();
    await page.goto('/');
    await settled(page);
    const asked = page.waitForRequest((request) => request.url().endsWith('/graphql'));
    await page.getByRole('link', { name: 'Drafts' }).first().click();
    await asked;
    await page.close();
  });

  test('that is not there, or not for whoever asks, is a 404 that says so', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    for (const path of [
      `/proposals/${nowhere}`,
      `/consultations/${nowhere}`,
      `/consultations/${nowhere}/ranking`,
      `/contributions/${nowhere}/story`,
      `/drafts/${nowhere}`,
      `/consultations/${await idInPreparation()}`,
      '/no-such-page',
    ]) {
      const reply = await context.request.get(path);
      expect({ path, status: reply.status() }).toEqual({ path, status: 404 });
      expect(await reply.text()).toContain('We cannot find that');
    }
    // Where the address names nothing that could be, the browser says what is wrong with it.
    expect((await context.request.get('/proposals/not-an-id')).status()).toBe(404);
  });

  test('of a round that was never published is a 404, and the browser says which', async () => {
    const page = await context.newPage();
    const reply = await page.goto(`${addressOf(patterns.ranking, shown)}?round=99`);
    expect(reply?.status()).toBe(404);
    await page
      .getByText(/round 99/i)
      .first()
      .waitFor();
    await page.close();
  });

  test('is kept by nobody when it is somebody’s; files with a hash in their name are kept for a year', async () => {
    const visitors = await context.request.get('/');
    expect(visitors.headers()['cache-control']).toBe('no-cache');
    const asha = await openContext(browser);
    await signIn(await asha.newPage(), 'Asha Rahman');
    const ashas = await asha.request.get('/');
    expect(ashas.headers()['cache-control']).toBe('private, no-store');
    expect(await ashas.text()).toContain('Asha');
    // A page written for her a moment ago is not what the next visitor gets.
    expect(await (await context.request.get('/')).text()).not.toContain('Asha Rahman');
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await visitors.text()) ?? [];
    const file = await context.request.get(script);
    expect(file.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(visitors.headers()['content-encoding']).toMatch(/^(br|gzip|zstd)$/);
    await asha.close();
  });

  test('holds no script but files, and of styles only the sheets of the site, by their hash', async () => {
    for (const pattern of WRITTEN) {
      const reply = await context.request.get(addressOf(pattern, shown));
      const html = await reply.text();
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts).toEqual([
        '<script type="application/json" id="first-screen">',
        '<script type="application/json" id="scripts">',
        expect.stringMatching(/^<script type="module" crossorigin src="\/assets\/begin-[^"]+">$/),
      ]);
      const sheets = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => text);
      const hashes = sheets.map(
        (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      );
      expect(hashes.length).toBeGreaterThan(0);
      expect(reply.headers()['content-security-policy']).toContain(
        `style-src 'self' ${hashes.join(' ')};`,
      );
      expect(html.replaceAll(/<style>.*?<\/style>/gs, '')).not.toMatch(
        /<style|rel="stylesheet"|\sstyle=|\son[a-z]+=/,
      );
    }
  });

  test('brings its style to those who were never here; whoever is signed in has it', async () => {
    const asha = await openContext(browser);
    await signIn(await asha.newPage(), 'Asha Rahman');
    const reply = await asha.request.get('/');
    const html = await reply.text();
    expect(html).toMatch(/<link rel="stylesheet" crossorigin href="\/assets\/[^"]+\.css">/);
    expect(html).not.toContain('<style');
    expect(reply.headers()['content-security-policy']).toContain("style-src 'self';");
    await asha.close();

    const visitor = await (await openContext(browser)).newPage();
    const fetched: string[] = [];
    visitor.on('request', (request) => fetched.push(request.url()));
    await visitor.goto('/', { waitUntil: 'networkidle' });
    expect(fetched.filter((url) => url.endsWith('.css'))).toEqual([]);
    expect(await visitor.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain(
      'Atkinson',
    );
    await visitor.context().close();
  });
});
