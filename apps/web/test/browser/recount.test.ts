import { unzipRound, zipRound } from '@clarion/exchange/round';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { address, axe, listen, openBrowser, openContext, PHONE, visit } from './stage';

let browser: Browser;
let context: BrowserContext;
let consultation = '';

const QUERY =
  '{ consultations(first: 50) { edges { node { id rounds { number files { name } } } } } }';

interface Answer {
  data: {
    consultations: {
      edges: { node: { id: string; rounds: { number: number; files: unknown[] }[] } }[];
    };
  };
}

/** Unlike elsewhere the policy of the page stands: the worker has to start and fetch under it. */
async function openPhone(): Promise<BrowserContext> {
  const phone = await browser.newContext({ baseURL: address(), viewport: PHONE, locale: 'en-GB' });
  phone.setDefaultTimeout(20_000);
  return phone;
}

beforeAll(async () => {
  browser = await openBrowser();
  context = await openPhone();
  const response = await context.request.post('/graphql', { data: { query: QUERY } });
  const { data } = (await response.json()) as Answer;
  const found = data.consultations.edges.find(({ node }) =>
    node.rounds.some(({ number, files }) => number === 1 && files.length > 0),
  );
  if (!found) throw new Error('The demonstration has no round with its data');
  consultation = found.node.id;
});

afterAll(async () => {
  await browser?.close();
});

/** From the order of round 1 to what came of recounting it. */
async function recount(page: Page): Promise<string> {
  await visit(page, `/consultations/${consultation}/ranking?round=1`);
  await page.getByRole('link', { name: 'Recount in this browser', exact: true }).click();
  const panel = page.locator('#recount-1');
  await panel.getByRole('button', { name: /^Recount again/ }).waitFor();
  return (await panel.textContent()) ?? '';
}

describe('a journalist on a phone, not signed in, believes nothing that she cannot check', () => {
  test('she recounts round 1 in her browser and reads that it is identical', async () => {
    const page = await context.newPage();
    const said = listen(page);
    const result = await recount(page);
    expect(result).toMatch(/Identical/);
    expect(result).toMatch(/Identical: \d+ proposals in the same order under support@1/);
    expect(result).toMatch(/The signature over manifest\.json is by the key in key\.txt/);
    expect(result).not.toMatch(/it should say/);
    expect(said).toEqual([]);
    await page.close();
  });

  test('from “why is this here?” she reads where that one proposal comes out', async () => {
    const page = await context.newPage();
    await visit(page, `/consultations/${consultation}/ranking?round=1`);
    const statement = await page.locator('ol h3 a').first().textContent();
    await page.getByText('Why is this here?').first().click();
    await page
      .getByRole('link', { name: /^Recount in this browser ?:/ })
      .first()
      .click();
    const place = page.getByText(`“${statement}” comes out 1st of`);
    expect(await place.textContent()).toMatch(/as published\.$/);
    await page.close();
  });

  test('with one byte changed on the way she reads what differs, and where', async () => {
    const page = await context.newPage();
    await page.route('**/bundle.zip', async (route) => {
      const response = await route.fetch();
      const files = unzipRound(await response.body());
      const votes = files.get('votes.csv');
      const second = (votes?.indexOf(0x0a) ?? 0) + 1;
      // The first vote is now on another proposal.
      if (votes) votes[second] = (votes[second] as number) === 0x31 ? 0x32 : 0x31;
      await route.fulfill({ response, body: Buffer.from(zipRound(files)) });
    });
    const result = await recount(page);
    expect(result).toMatch(/Not as it was published/);
    expect(result).toMatch(/\.csv, line \d+: it says .*; it should say /);
    expect(result).toMatch(/something with the SHA-256 [0-9a-f]{64}/);
    await page.close();
  });

  test('without a network she is told so, and it goes on when it is back', async () => {
    // A phone that holds nothing yet: a round never changes, so what was fetched once is kept.
    const phone = await openPhone();
    const page = await phone.newPage();
    await visit(page, `/consultations/${consultation}/rounds`);
    await phone.setOffline(true);
    const panel = page.locator('#recount-1');
    await panel.getByRole('button', { name: /^Recount/ }).click();
    await panel.getByText('The data could not be fetched').waitFor();
    await phone.setOffline(false);
    await panel.getByRole('button', { name: /^Try again/ }).click();
    await panel.getByText('Identical', { exact: true }).waitFor();
    await phone.close();
  });

  test('what came of it is sound for those who cannot see it', async () => {
    const sound = await openContext(browser, 'dark');
    const page = await sound.newPage();
    await recount(page);
    expect(await axe(page)).toEqual([]);
    await sound.close();
  });
});
