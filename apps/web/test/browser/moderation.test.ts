import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { whatIsShown } from './addresses';
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

const SAID = 'Callum, you are a clown and you know it.';
const NOTE = 'Say it again without the word.';
const APPEAL = 'I meant the timetable, not the man.';
const ANSWER = 'You did mean the timetable.';
const UNLAWFUL = 'She lives at 12 Thylacine Street, go and tell her.';
const WHY = 'It says where a councillor lives.';

let browser: Browser;
const people = new Map<string, Page>();
const faults: string[] = [];
let proposal = '';
/** Where Tom's comment stands. */
let place = '';

/** Somebody's own browser, signed in once. */
async function as(name: string): Promise<Page> {
  const known = people.get(name);
  if (known) return known;
  const page = await (await openContext(browser)).newPage();
  page.setDefaultTimeout(20_000);
  const said = listen(page);
  page.on('close', () => faults.push(...said));
  await signIn(page, name);
  people.set(name, page);
  return page;
}

/** The page as it stands is sound for axe at both sizes in both colours, and no wider than its window. */
async function isSound(page: Page): Promise<void> {
  for (const [scheme, size] of [
    ['light', PHONE],
    ['dark', DESK],
  ] as const) {
    await look(page, size, scheme);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  }
}

/** Sends a comment under the proposal; answers where it stands. */
async function commentAs(page: Page, words: string): Promise<string> {
  await visit(page, `/proposals/${proposal}`);
  await page.getByRole('button', { name: 'Add to the discussion' }).click();
  await page.getByRole('textbox', { name: 'Add to the discussion' }).fill(words);
  await page.getByRole('radio', { name: 'Against' }).check({ force: true });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const sent = page.getByRole('article').filter({ hasText: words }).last();
  const id = /[0-9a-f-]{36}$/.exec((await sent.getAttribute('id')) ?? '')?.[0];
  return `/proposals/${proposal}?comment=${id}`;
}

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser);
  ({ proposal } = await whatIsShown(context, 'open'));
  await context.close();
});

afterAll(async () => {
  await browser?.close();
});

describe('A moderator’s evening', () => {
  test('Tom goes for Callum, and Asha reports it in her own words', async () => {
    const tom = await as('Tom Ainsley');
    place = await commentAs(tom, SAID);

    const asha = await as('Asha Rahman');
    await visit(asha, place);
    const comment = asha.getByRole('article').filter({ hasText: SAID }).last();
    await comment.getByRole('button', { name: /^Report this comment by Tom/ }).click();
    const dialog = asha.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Abuse/ }).check({ force: true });
    await dialog.getByLabel(/^In your words/).fill('He calls him a clown.');
    await isSound(asha);
    await dialog.getByRole('button', { name: 'Send to the moderators' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('Joan finds it, and without a mouse hides it with a note and the message before her', async () => {
    const joan = await as('Joan Whitlock');
    await visit(joan, '/moderation');
    const reported = joan.getByRole('article', { name: /^comment by Tom Ainsley/ });
    await reported.getByText('He calls him a clown.').waitFor();
    for (let presses = 0; presses < 20; presses += 1) {
      await joan.keyboard.press('j');
      if (await reported.evaluate((one) => one === document.activeElement)) break;
    }
    await joan.keyboard.press('h');
    await joan.keyboard.press('1');
    await joan.keyboard.press('Shift+Tab');
    await joan.keyboard.type(NOTE);
    const preview = reported.getByRole('region', { name: 'What the author will read' });
    await preview.getByText(`The moderator writes: “${NOTE}”`).waitFor();
    await isSound(joan);
    await joan.keyboard.press('Tab');
    await joan.keyboard.press('Enter');
    await reported.getByText('Hidden by a moderator. Abuse.').waitFor();
    expect(await reported.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('everybody else sees its place and the reason, and none of its words', async () => {
    const asha = await as('Asha Rahman');
    await visit(asha, place);
    await asha
      .getByText('It attacks a person instead of answering what they say.')
      .first()
      .waitFor();
    expect(await asha.getByRole('main').textContent()).not.toContain('clown');
    await visit(asha, '/mine');
    await asha
      .getByRole('region', { name: 'What I reported' })
      .getByText(/^Hidden by a/)
      .first()
      .waitFor();
    await visit(asha, '/moderation/log');
    const log = await asha.getByRole('list', { name: 'Acts of moderators' }).textContent();
    expect(log).toContain('Hidden by a moderator: abuse');
    expect(log).not.toMatch(/clown|Joan|Tom Ainsley/);
  });

  test('Tom reads under Mine what Joan wrote to him, and appeals', async () => {
    const tom = await as('Tom Ainsley');
    await visit(tom, '/mine');
    const told = tom.getByRole('region', { name: 'What moderators did' });
    await told.getByText(`The moderator writes: “${NOTE}”`).waitFor();
    await told.getByRole('button', { name: /^Appeal/ }).click();
    await told.getByLabel('Why is it wrong?').fill(APPEAL);
    await isSound(tom);
    await told.getByRole('button', { name: 'Send the appeal' }).click();
    await told.getByText('You appealed.').waitFor();
  });

  test('Joan may not answer it; Priya does, and it stands again where it stood', async () => {
    const waiting = (page: Page) =>
      page.getByRole('list', { name: 'Appeals' }).getByRole('listitem').filter({ hasText: APPEAL });
    const joan = await as('Joan Whitlock');
    await visit(joan, '/moderation?part=appeals');
    await waiting(joan)
      .getByText(/another moderator answers the appeal/)
      .waitFor();
    expect(await waiting(joan).getByRole('textbox').count()).toBe(0);

    const priya = await as('Priya Nair');
    await visit(priya, '/moderation?part=appeals');
    await waiting(priya).getByText(SAID).waitFor();
    await waiting(priya).getByLabel('The answer to the author').fill(ANSWER);
    await isSound(priya);
    await waiting(priya).getByRole('button', { name: 'Uphold it: take the act back' }).click();
    await waiting(priya).waitFor({ state: 'detached' });

    const asha = await as('Asha Rahman');
    await visit(asha, place);
    await asha.getByText(SAID).first().waitFor();
    const tom = await as('Tom Ainsley');
    await visit(tom, '/mine');
    await tom.getByText('Your appeal was upheld.').first().waitFor();
    await tom.getByText(ANSWER).first().waitFor();
  });
});

describe('What may be unlawful', () => {
  test('a visitor reports it without an account, and Joan hides it under seal', async () => {
    const tom = await as('Tom Ainsley');
    place = await commentAs(tom, UNLAWFUL);
    const visitor = await (await openContext(browser)).newPage();
    people.set('a visitor', visitor);
    await visit(visitor, place);
    const comment = visitor.getByRole('article').filter({ hasText: UNLAWFUL }).last();
    await comment.getByRole('link', { name: /^Report this comment by Tom/ }).click();
    await visitor.getByLabel('What is wrong with it?').fill(WHY);
    await isSound(visitor);
    await visitor.getByRole('button', { name: 'Send it to the moderators' }).click();
    await visitor.getByText('Thank you. A moderator reads it before anything else.').waitFor();

    const joan = await as('Joan Whitlock');
    await visit(joan, '/moderation');
    const first = joan.getByRole('article').first();
    await first.getByText(WHY).waitFor();
    await first.getByRole('button', { name: /^Hide/ }).click();
    await first.getByLabel('The reason').selectOption('unlawful');
    await first.getByRole('button', { name: 'Hide it' }).click();
    await first.getByText('Hidden by a moderator. May be unlawful.').waitFor();
  });

  test('its words are sent to nobody, until Joan reads them by an act that says what for', async () => {
    const joan = await as('Joan Whitlock');
    await visit(joan, place);
    const sealed = joan.getByRole('article').filter({ hasText: 'The words are under seal' }).last();
    expect(await joan.getByRole('main').textContent()).not.toContain(UNLAWFUL);
    await sealed.getByRole('button', { name: 'Read the sealed words' }).click();
    await sealed.getByRole('button', { name: 'Read them' }).click();
    await sealed.getByText('Choose what it is for.').waitFor();
    await isSound(joan);
    await sealed.getByRole('radio', { name: /^For a duty of the party/ }).check({ force: true });
    await sealed.getByRole('button', { name: 'Read them' }).click();
    await sealed.getByText(UNLAWFUL).waitFor();
    await isSound(joan);
    const tom = await as('Tom Ainsley');
    await visit(tom, place);
    expect(await tom.getByRole('main').textContent()).not.toContain(UNLAWFUL);
    await visit(tom, '/moderation/log');
    const [newest] = await tom
      .getByRole('list', { name: 'Acts of moderators' })
      .getByRole('listitem')
      .allTextContents();
    expect(newest).toMatch(/Sealed words read by a moderator/);
  });

  test('no browser complained', async () => {
    for (const page of people.values()) await page.close();
    expect(faults).toEqual([]);
  });
});
