// What runs in the page is written here as well.
/// <reference lib="dom" />

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core';

const DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url));
export const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
const PHONE = { width: 360, height: 760 };
/** 1.6 Mbit/s down, half up, 150 ms there and back, a processor four times as slow. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 800_000 / 8,
};
const SLOWER = 4;
/** How long a page is watched after it has fetched all it wants, so that late work counts. */
const WATCH_MS = 2_000;

/** What somebody waits for who opens a page for the first time. */
export interface Visit {
  firstPaint: number;
  largestPaint: number;
  /** What long tasks took beyond 50 ms each, from the first paint on. */
  blocking: number;
  longestTask: number;
  /** How far what was painted moved, as browsers count it. */
  shift: number;
  /** Bytes of scripts, gzipped. */
  script: number;
  /** Requests to the API. */
  questions: number;
  words: number;
}

interface Watched {
  first: number;
  largest: number;
  shift: number;
  tasks: { at: number; took: number }[];
}

/** In the page, before anything of it: keeps what the browser reports. */
function watchInPage(): void {
  const watched: Watched = { first: 0, largest: 0, shift: 0, tasks: [] };
  Object.assign(window, { watched });
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') watched.first = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    watched.largest = startTime;
  });
  observe('layout-shift', (entry) => {
    watched.shift += (entry as PerformanceEntry & { value: number }).value;
  });
  observe('longtask', ({ startTime, duration }) => {
    watched.tasks.push({ at: startTime, took: duration });
  });
}

const read = (page: Page) =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched);

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/** A page as large as a phone's, which is watched; it is not slow yet. */
async function openPhone(context: BrowserContext): Promise<{ page: Page; devtools: CDPSession }> {
  await context.addInitScript(watchInPage);
  const page = await context.newPage();
  await page.setViewportSize(PHONE);
  return { page, devtools: await context.newCDPSession(page) };
}

/** Bytes of a script of the build, gzipped; what is no file of the build weighs nothing. */
function weightOf(url: string): number {
  const { pathname } = new URL(url);
  return pathname.endsWith('.js')
    ? gzipSync(readFileSync(DIST + pathname), { level: 9 }).length
    : 0;
}

/** Opens a page as somebody who has never been there, and waits until it has nothing more to do. */
export async function visit(browser: Browser, address: string, path: string): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' });
  try {
    const { page, devtools } = await openPhone(context);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', NETWORK);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const scripts = new Set<string>();
    let questions = 0;
    page.on('request', (request) => {
      const url = request.url();
      if (url.endsWith('/graphql')) questions += 1;
      else if (url.endsWith('.js')) scripts.add(url);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(WATCH_MS);
    const { first, largest, shift, tasks } = await read(page);
    const after = tasks.filter(({ at, took }) => at + took > first);
    return {
      firstPaint: first,
      largestPaint: largest,
      blocking: after.reduce((sum, { took }) => sum + Math.max(0, took - 50), 0),
      longestTask: Math.max(0, ...after.map(({ took }) => took)),
      shift,
      script: [...scripts].reduce((sum, url) => sum + weightOf(url), 0),
      questions,
      words: (await page.locator('main').textContent())?.length ?? 0,
    };
  } finally {
    await context.close();
  }
}

/** What happened while somebody scrolled from one end of a page to the other. */
export interface Scrolled {
  comments: number;
  pixels: number;
  /** The longest task, in milliseconds, and how many took over 100. */
  longest: number;
  overHundred: number;
}

const PIXELS_A_SECOND = 4_000;
const STEP_MS = 100;

/** Opens a thread, shows all of it, and scrolls through it with a thumb. */
export async function scrollThrough(
  browser: Browser,
  address: string,
  path: string,
): Promise<Scrolled> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', hasTouch: true });
  try {
    const { page, devtools } = await openPhone(context);
    await page.goto(path, { waitUntil: 'networkidle' });
    const more = page.getByRole('button', { name: /^Show more|^Fetching/ });
    while ((await more.count()) > 0) {
      await more.first().evaluate((button: HTMLButtonElement) => button.click());
      await page.waitForTimeout(STEP_MS);
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.waitForTimeout(WATCH_MS);
    const before = (await read(page)).tasks.length;
    const pixels = await page.evaluate(() => document.documentElement.scrollHeight);
    await devtools.send('Input.synthesizeScrollGesture', {
      x: PHONE.width / 2,
      y: PHONE.height / 2,
      yDistance: -pixels,
      speed: PIXELS_A_SECOND,
      gestureSourceType: 'touch',
    });
    const tasks = (await read(page)).tasks.slice(before).map(({ took }) => took);
    return {
      comments: await page.locator('[id^="comment-"]').count(),
      pixels,
      longest: Math.max(0, ...tasks),
      overHundred: tasks.filter((took) => took > 100).length,
    };
  } finally {
    await context.close();
  }
}
