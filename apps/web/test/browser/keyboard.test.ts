import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { whatIsShown } from './addresses';
import { axe, DESK, openBrowser, openContext, PHONE, settled, signIn, visit } from './stage';

let browser: Browser;
let page: Page;
let consultation = '';
/** The one in which people choose what matters most. */
let choosing = '';

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await signIn(page, 'Ruth Okonedo');
  consultation = (await whatIsShown(context, 'open')).consultation;
  choosing = (await whatIsShown(context, 'prioritising')).consultation;
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

  test('on a phone nothing that has the focus is under the bar at the foot', async () => {
    await page.setViewportSize(PHONE);
    await visit(page, `/consultations/${consultation}/proposals`);
    const hidden: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const under = await page.evaluate(() => {
        const here = document.activeElement;
        const bar = document.querySelector('nav[aria-label="Quick"]');
        if (!here || !bar || bar.contains(here)) return null;
        const isUnder = here.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
        return isUnder ? here.textContent : null;
      });
      if (under !== null) hidden.push(under);
    }
    expect(hidden).toEqual([]);
    await page.setViewportSize(DESK);
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

  test('she chooses five that matter most, moves one up, and finds them so when she comes back', async () => {
    await visit(page, `/consultations/${choosing}/priorities`);
    for (let each = 0; each < 5; each += 1) {
      await tabTo(/^Choose: /);
      await page.keyboard.press('Enter');
    }
    const choice = page.getByRole('region', { name: 'Your choice' });
    await choice.getByText('5 of 5 chosen').waitFor();
    await choice.getByText('Saved.').waitFor();
    const listed = () => choice.getByRole('listitem').getByRole('link').allTextContents();
    const [first = '', second = '', third = '', ...rest] = await listed();
    expect(rest).toHaveLength(2);

    await visit(page, `/consultations/${choosing}/priorities`);
    await tabTo(`Move up: ${third}`);
    await page.keyboard.press('Enter');
    const focused = () => page.locator(':focus').getAttribute('aria-label');
    expect(await focused()).toBe(`Move up: ${third}`);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe(`Move up: ${third}`);
    expect(await listed()).toEqual([third, first, second, ...rest]);
    await choice.getByText('Saved.').waitFor();
    expect(await axe(page)).toEqual([]);

    await page.reload();
    await settled(page);
    expect(await listed()).toEqual([third, first, second, ...rest]);
  });

  test('what she lets go without a network waits, and is sent when it is back', async () => {
    await visit(page, `/consultations/${choosing}/priorities`);
    await page.context().setOffline(true);
    await tabTo(/^Remove: /);
    await page.keyboard.press('Enter');
    const choice = page.getByRole('region', { name: 'Your choice' });
    await choice.getByText('Not sent yet').waitFor();
    const sent = page.waitForResponse(
      (reply) => reply.request().postData()?.includes('CastPriorityBallot') === true && reply.ok(),
      { timeout: 60_000 },
    );
    await page.context().setOffline(false);
    expect(await (await sent).text()).toContain('"PriorityBallot"');
    await visit(page, `/consultations/${choosing}/priorities`);
    await choice.getByText('4 of 5 chosen').waitFor();
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
      (reply) => reply.request().postData()?.includes('CastVote') === true && reply.ok(),
      { timeout: 60_000 },
    );
    await page.context().setOffline(false);
    expect(await (await sent).text()).toContain('"Vote"');
  });
});
