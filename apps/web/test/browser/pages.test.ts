import { LENS_IDS } from '@clarion/deliberation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { patterns } from '../../src/paths';
import { addressOf, routedPatterns, type Shown, whatIsShown } from './addresses';
import {
  axe,
  DESK,
  listen,
  look,
  openBrowser,
  openContext,
  overflow,
  PHONE,
  signIn,
  visit,
} from './stage';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const people: [who: string, name: string | null][] = [
  ['a visitor', null],
  ['Asha, a member,', 'Asha Rahman'],
  ['Helen, who represents and convenes,', 'Helen Adeyemi'],
];

describe.each(people)('for %s', (_who, name) => {
  let context: BrowserContext;
  let open: Shown;
  let answered: Shown;
  let choosing: Shown;

  beforeAll(async () => {
    context = await openContext(browser);
    if (name) {
      const page = await context.newPage();
      await signIn(page, name);
      await page.close();
    }
    open = await whatIsShown(context, 'open');
    answered = await whatIsShown(context, 'reviewing');
    choosing = await whatIsShown(context, 'prioritising');
  });

  afterAll(async () => {
    await context?.close();
  });

  test.each(routedPatterns())('%s is sound in both colours at every width', async (pattern) => {
    const page = await context.newPage();
    try {
      await isSound(page, addressOf(pattern, open));
      if (pattern.includes(':id') && !pattern.startsWith('/drafts/')) {
        await isSound(page, addressOf(pattern, answered));
      }
      if (pattern === patterns.priorities) await isSound(page, addressOf(pattern, choosing));
    } finally {
      await page.close();
    }
  });
});

describe('for Nadia, an administrator,', () => {
  test.each([patterns.admin, `${patterns.admin}?number=L1000001`, patterns.settings])(
    '%s is sound in both colours at every width',
    async (path) => {
      const context = await openContext(browser);
      const page = await context.newPage();
      await signIn(page, 'Nadia Hussain');
      await isSound(page, path);
      await context.close();
    },
  );
});

describe('for Joan, a moderator,', () => {
  test.each([
    patterns.moderation,
    `${patterns.moderation}?part=appeals`,
    `${patterns.moderation}?part=lately`,
    patterns.moderationLog,
  ])('%s is sound in both colours at every width', async (path) => {
    const context = await openContext(browser);
    const page = await context.newPage();
    await signIn(page, 'Joan Whitlock');
    await isSound(page, path);
    await context.close();
  });
});

describe('for a visitor who asks each question', () => {
  test.each(LENS_IDS)(
    'the order under %s is sound in both colours at every width',
    async (lens) => {
      const context = await openContext(browser);
      const { consultation } = await whatIsShown(context, 'reviewing');
      await isSound(
        await context.newPage(),
        `${addressOf(patterns.ranking, { consultation, proposal: '', draft: '' })}?lens=${lens}`,
      );
      await context.close();
    },
  );
});

/** One heading, nothing for axe to find, no scrolling sideways, nothing said on the console. */
async function isSound(page: Page, path: string): Promise<void> {
  const said = listen(page);
  await page.setViewportSize(PHONE);
  await visit(page, path);
  const found: Record<string, unknown> = { headings: await page.locator('h1').count() };
  for (const [scheme, size] of [
    ['light', PHONE],
    ['dark', PHONE],
    ['dark', DESK],
    ['light', DESK],
  ] as const) {
    await look(page, size, scheme);
    found[`${size.width} ${scheme}`] = await axe(page);
  }
  await look(page, { width: 320, height: 640 }, 'light');
  found['too wide by'] = await overflow(page);
  expect({ path, ...found, said }).toEqual({
    path,
    headings: 1,
    '360 light': [],
    '360 dark': [],
    '1280 dark': [],
    '1280 light': [],
    'too wide by': 0,
    said: [],
  });
}
