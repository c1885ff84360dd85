import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { address, listen, openBrowser, PHONE, signIn, visit } from './stage';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  // The policy of the page stands: the worker has to start and fetch under it.
  context = await browser.newContext({ baseURL: address(), viewport: PHONE, locale: 'en-GB' });
  context.setDefaultTimeout(60_000);
});

afterAll(async () => {
  await browser?.close();
});

describe('Asha on her phone', () => {
  test('checks the whole record, and once more when it has grown', async () => {
    const page = await context.newPage();
    const said = listen(page);
    await visit(page, '/record');
    await page.getByRole('button', { name: 'Check the record' }).click();
    await page.getByText(/The record holds: \d+ entries/).waitFor();
    await page.getByText('This is the first look from this browser.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Check again' }).click();
    // The commitments of votes enter it every ten minutes, which may be now.
    await page.getByText(/since this browser looked last/i).waitFor();
    expect(said).toEqual([]);
    await page.close();
  });

  test('is told in red when the record is not the one she was shown before', async () => {
    const page = await context.newPage();
    await visit(page, '/record');
    // One act of those that were signed over, changed on the way.
    await page.route('**/record/entries**', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace('"kind":"sent"', '"kind":"sunk"');
      await route.fulfill({ response: answer, body: text });
    });
    await page.getByRole('button', { name: 'Check the record' }).click();
    await page.getByText(/The record does not hold/).waitFor();
    await page.close();
  });

  test('sends a proposal, and her browser gets the receipt and checks it by itself', async () => {
    const page = await context.newPage();
    await signIn(page, 'Asha Rahman');
    const query = '{ consultations(phase: open, first: 1) { edges { node { id } } } }';
    const reply = await page.request.post('/graphql', { data: { query } });
    const { data } = (await reply.json()) as {
      data: { consultations: { edges: { node: { id: string } }[] } };
    };
    const sent = data.consultations.edges[0]?.node.id;
    await visit(page, `/consultations/${sent}/proposals/new`);
    await page.getByLabel('What should happen?').fill('Let every receipt be checked by itself.');
    await page.getByLabel('Why?').fill('So that nobody has to believe anybody.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('link', { name: 'Follow its story' }).waitFor();
    await visit(page, '/mine');
    await page
      .getByText(/In the record as entry/)
      .first()
      .waitFor();
    await page
      .getByText(/checked in this browser on/)
      .first()
      .waitFor();
    await page.close();
  });
});
