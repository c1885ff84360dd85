import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { whatIsShown } from './addresses';
import { axe, openBrowser, openContext, signIn, visit } from './stage';

let browser: Browser;
let page: Page;
let consultation = '';

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await signIn(page, 'Ruth Okonedo');
  consultation = (await whatIsShown(context, 'open')).consultation;
});

afterAll(async () => {
  await browser?.close();
});

/** Presses Tab until the named thing has the focus, as somebody without a mouse does. */
async function tabTo(name: string | RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const label = await focused.evaluate((element) => {
      const labels = (element as HTMLInputElement).labels;
      return (
        element.getAttribute('aria-label') ??
        (labels?.length ? labels[0]?.textContent : element.textContent) ??
        ''
      ).trim();
    });
    if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

describe('Ruth has no mouse', () => {
  test('the first press of Tab offers to skip to the content', async () => {
    await visit(page, '/');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toMatch(/^Skip to/);
  });

  test('she votes with A, D and P and takes the last one back with U', async () => {
    await visit(page, `/consultations/${consultation}/vote`);
    const statement = () => page.locator('blockquote').first().textContent();
    const first = await statement();
    await page.keyboard.press('a');
    await page.waitForFunction(
      (was) => document.querySelector('blockquote')?.textContent !== was,
      first,
    );
    await page.waitForTimeout(400);
    await page.keyboard.press('u');
    await page.waitForFunction(
      (was) => document.querySelector('blockquote')?.textContent === was,
      first,
    );
    for (const key of ['d', 'p', 'a']) {
      const before = await statement();
      // A second press within 300 ms is taken for one that was meant for the card before.
      await page.waitForTimeout(400);
      await page.keyboard.press(key);
      await page.waitForFunction(
        (was) => document.querySelector('blockquote')?.textContent !== was,
        before,
      );
    }
    expect(await axe(page)).toEqual([]);
  });

  test('she writes a proposal and sends it', async () => {
    await visit(page, `/consultations/${consultation}/proposals/new`);
    await tabTo('What should happen?');
    await page.keyboard.type('Pay dentists for the hour they spend with somebody who is afraid.');
    await tabTo('Why?');
    await page.keyboard.type('A frightened patient takes twice the time and pays the same.');
    await tabTo(/^Send$/);
    await page.keyboard.press('Enter');
    const sent = page.getByRole('heading', { name: /^Sent\. It is proposal/ });
    await sent.waitFor();
    expect(await sent.evaluate((heading) => heading === document.activeElement)).toBe(true);
  });

  test('what she typed is still there after the page was closed by mistake', async () => {
    await visit(page, `/consultations/${consultation}/proposals/new`);
    await tabTo('What should happen?');
    await page.keyboard.type('Half a thought about');
    await page.waitForTimeout(800);
    await page.reload();
    expect(await page.getByLabel('What should happen?').inputValue()).toBe('Half a thought about');
  });

  test('a vote without a network waits and is sent when it is back', async () => {
    await visit(page, `/consultations/${consultation}/vote`);
    const before = await page.locator('blockquote').first().textContent();
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await page.waitForFunction(
      (was) => document.querySelector('blockquote')?.textContent !== was,
      before,
    );
    const sent = page.waitForResponse(
      (reply) => reply.request().postData()?.includes('castVote') === true && reply.ok(),
      { timeout: 60_000 },
    );
    await page.context().setOffline(false);
    expect(await (await sent).text()).toContain('"Vote"');
  });
});
