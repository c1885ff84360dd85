import { LENS_IDS } from '@clarion/deliberation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
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

/** Somebody's own browser; a visitor's for null. */
async function openAs(name: string | null): Promise<BrowserContext> {
  const context = await openContext(browser);
  if (name) {
    const page = await context.newPage();
    await signIn(page, name);
    await page.close();
  }
  return context;
}

interface Person {
  context: BrowserContext;
  open: Shown;
  answered: Shown;
  choosing: Shown;
}

async function openPerson(name: string | null): Promise<Person> {
  const context = await openAs(name);
  return {
    context,
    open: await whatIsShown(context, 'open'),
    answered: await whatIsShown(context, 'reviewing'),
    choosing: await whatIsShown(context, 'prioritising'),
  };
}

/** Where a page is looked at: in the consultation that shows most of it, or in two. */
function addressesOf(pattern: string, { open, answered, choosing }: Person): string[] {
  const addresses = [addressOf(pattern, open)];
  if (pattern.includes(':id') && !pattern.startsWith('/drafts/')) {
    addresses.push(addressOf(pattern, answered));
  }
  if (pattern === patterns.priorities) addresses.push(addressOf(pattern, choosing));
  return addresses;
}

// What one waits for another uses: all three look at a page at the same time.
describe('for a visitor, for Asha, a member, and for Helen, who represents and convenes,', () => {
  const people: Person[] = [];

  beforeAll(async () => {
    for (const name of [null, 'Asha Rahman', 'Helen Adeyemi']) people.push(await openPerson(name));
  });

  afterAll(async () => {
    for (const { context } of people) await context.close();
  });

  test.each(routedPatterns())('%s is sound in both colours at every width', async (pattern) => {
    await areSound(
      people.map((person) => ({
        context: person.context,
        paths: addressesOf(pattern, person),
      })),
    );
  });
});

test('what Nadia administers, what Joan moderates and every order that a visitor asks for are sound in both colours at every width', async () => {
  const [nadia, joan, visitor] = [
    await openAs('Nadia Hussain'),
    await openAs('Joan Whitlock'),
    await openAs(null),
  ];
  const ranking = addressOf(patterns.ranking, await whatIsShown(visitor, 'reviewing'));
  await areSound([
    {
      context: nadia,
      paths: [patterns.admin, `${patterns.admin}?number=L1000001`, patterns.settings],
    },
    {
      context: joan,
      paths: [
        patterns.moderation,
        `${patterns.moderation}?part=appeals`,
        `${patterns.moderation}?part=lately`,
        patterns.moderationLog,
      ],
    },
    { context: visitor, paths: LENS_IDS.map((lens) => `${ranking}?lens=${lens}`) },
  ]);
  for (const context of [nadia, joan, visitor]) await context.close();
});

interface Round {
  context: BrowserContext;
  paths: string[];
}

/** One heading, nothing for axe to find, no scrolling sideways, nothing said on the console. */
const SOUND = {
  headings: 1,
  '360 light': [],
  '360 dark': [],
  '1280 dark': [],
  '1280 light': [],
  'too wide by': 0,
  said: [],
};

/** Goes around as several people at the same time, and expects all they find to be sound. */
async function areSound(rounds: Round[]): Promise<void> {
  const found = await Promise.all(rounds.map(lookAround));
  expect(found).toEqual(rounds.map(({ paths }) => paths.map((path) => ({ path, ...SOUND }))));
}

async function lookAround({ context, paths }: Round): Promise<object[]> {
  const found: object[] = [];
  const page = await context.newPage();
  try {
    const said = listen(page);
    for (const path of paths) {
      await page.setViewportSize(PHONE);
      await visit(page, path);
      const here: Record<string, unknown> = { path, headings: await page.locator('h1').count() };
      for (const [scheme, size, what] of [
        ['light', PHONE, 'all'],
        ['dark', PHONE, 'colours'],
        ['dark', DESK, 'all'],
        ['light', DESK, 'colours'],
      ] as const) {
        await look(page, size, scheme);
        here[`${size.width} ${scheme}`] = await axe(page, what);
      }
      await look(page, { width: 320, height: 640 }, 'light');
      here['too wide by'] = await overflow(page);
      found.push({ ...here, said: said.splice(0) });
    }
  } finally {
    await page.close();
  }
  return found;
}
