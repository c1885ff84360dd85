import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export type Scheme = 'light' | 'dark';
export const PHONE = { width: 360, height: 760 };
export const DESK = { width: 1280, height: 900 };

/** Where the server of this run answers; raise.js sets it. */
export function address(): string {
  const at = process.env['CLARION_ADDRESS'];
  if (!at) throw new Error('The server has not been raised: run "pnpm test:browser".');
  return at;
}

/** Chromium, without anything of its own that goes to the network. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What the policy kept pages from since the last test, in whatever browser was opened here. */
const kept: string[] = [];
const OF_POLICY = /Content Security Policy|TrustedHTML|TrustedScript/;

afterEach(() => {
  expect({ 'kept out by the policy': kept.splice(0) }).toEqual({ 'kept out by the policy': [] });
});

/** A fresh browser for one person, under the policy that members' browsers are under. */
export async function openContext(
  browser: Browser,
  scheme: Scheme = 'light',
  baseURL = address(),
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    viewport: DESK,
    colorScheme: scheme,
    // Colours that are on their way to others would be measured half-way.
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.on('console', (message) => {
    if (OF_POLICY.test(message.text())) kept.push(message.text());
  });
  return context;
}

/** Picks somebody of the demonstration, as a visitor does. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name, exact: false }).first().click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Goes to an address and waits until it shows what it has. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Nothing is being fetched or drawn any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Changes the size and the colours of a page that is open; waits for one drawing. */
export async function look(
  page: Page,
  size: { width: number; height: number },
  scheme: Scheme,
): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

/** The rules of axe that look at colours; every other finds the same in light and in dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it is drawn, or with its colours alone, as sentences. */
export async function axe(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // As the debugger does it: the page's policy lets no script in that is not the site's.
    await page.evaluate(readFileSync(axeFile, 'utf8'));
  }
  const { violations } = await page.evaluate(
    (rules) => {
      const { axe } = window as unknown as { axe: { run: (o: object) => Promise<AxeResult> } };
      return axe.run({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
    },
    what === 'colours' ? OF_COLOURS : null,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${help} (${id}): ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 200))
        .join(' · ')}`,
  );
}

/** Everything the browser complains about on a page, from now on. */
export function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return said;
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
