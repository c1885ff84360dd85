import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { address, axe, listen, openBrowser, PHONE, signIn, visit } from './stage';

let browser: Browser;
let asha: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  asha = await browser.newContext({ baseURL: address(), viewport: PHONE, locale: 'en-GB' });
  asha.setDefaultTimeout(60_000);
});

afterAll(async () => {
  await browser?.close();
});

async function ask<T>(
  request: APIRequestContext,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const reply = await request.post('/graphql', { data: { query, variables } });
  return ((await reply.json()) as { data: T }).data;
}

/** A consultation of Helen's that is open, on which Asha has something left to vote. */
async function openTo(request: APIRequestContext): Promise<string> {
  const found = await ask<{
    consultations: { edges: { node: { id: string; title: string; viewerMay: string[] } }[] };
  }>(
    request,
    '{ consultations(phase: open, first: 10) { edges { node { id title viewerMay } } } }',
  );
  const node = found.consultations.edges.find(({ node: one }) =>
    one.viewerMay.includes('publish_round'),
  );
  if (!node) throw new Error('Helen has no open consultation');
  return node.node.id;
}

async function voteOn(page: Page, consultation: string, times: number): Promise<void> {
  await visit(page, `/consultations/${consultation}/vote`);
  for (let time = 0; time < times; time += 1) {
    await page
      .getByRole('button', { name: /^Agree/ })
      .first()
      .click();
    await page.waitForTimeout(1_500);
  }
}

describe('Asha votes on her phone', () => {
  test('gets receipts when her votes are in the record, and finds them in the round', async () => {
    const helen = await browser.newContext({ baseURL: address() });
    await signIn(await helen.newPage(), 'Helen Adeyemi');
    const consultation = await openTo(helen.request);

    const page = await asha.newPage();
    const said = listen(page);
    await signIn(page, 'Asha Rahman');
    await voteOn(page, consultation, 3);
    await visit(page, '/mine');
    await page.getByText('0 in the record, 3 waiting for a batch of ten people').waitFor();

    // A round enters what waits, hers with that of hundreds; then the record is signed.
    const { publishRound } = await ask<{ publishRound: { number: number } }>(
      helen.request,
      `mutation ($id: ID!, $consultationId: ID!) {
        publishRound(id: $id, consultationId: $consultationId) { ... on Round { number } } }`,
      { id: randomUUID(), consultationId: consultation },
    );
    await expectReceipts(page);
    expect(await axe(page)).toEqual([]);

    await visit(page, `/consultations/${consultation}/rounds?recount=${publishRound.number}`);
    const panel = page.locator(`#recount-${publishRound.number}`);
    await panel.getByRole('button', { name: /^Recount again/ }).waitFor();
    const text = (await panel.textContent()) ?? '';
    // Some may stay closed to fill up to ten: which, chance decides.
    expect(text.match(/counted as you cast it|in the record, but not opened/g)).toHaveLength(3);
    expect(text).toMatch(/counted as you cast it/);
    expect(text).not.toMatch(/not in this round as you cast it/);
    expect(said).toEqual([]);
    await helen.close();
    await page.close();
  });
});

/** The record is signed four times a minute. */
async function expectReceipts(page: Page): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const again = page.getByRole('button', { name: /Ask for receipts/ });
    if ((await again.count()) === 0) break;
    await again.click();
    await page.waitForTimeout(2_000);
  }
  await page.getByText('3 in the record').waitFor();
}
