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
  const { data, errors } = (await reply.json()) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
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

const PUBLISH = `mutation ($id: ID!, $consultationId: ID!) {
  publishRound(id: $id, consultationId: $consultationId) { ... on Round { number } } }`;

/** A round enters what waits, if it is of ten people; answers its number. */
async function publishRound(by: APIRequestContext, consultationId: string): Promise<number> {
  const { publishRound: round } = await ask<{ publishRound: { number: number } }>(by, PUBLISH, {
    id: randomUUID(),
    consultationId,
  });
  expect(round.number).toBeGreaterThan(0);
  return round.number;
}

const IN_AS = 'mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) { __typename } }';
const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) { __typename } }`;

/** Nine others of the demonstration, at least, vote beside her: a batch is of ten people. */
async function othersVote(consultation: string): Promise<void> {
  const { request: visitor } = await browser.newContext({ baseURL: address() });
  const { demo, consultation: found } = await ask<{
    demo: { people: { member: { id: string; displayName: string } }[] };
    consultation: { proposals: { edges: { node: { id: string } }[] } };
  }>(
    visitor,
    `query ($id: ID!) { demo { people { member { id displayName } } }
       consultation(id: $id) { proposals(first: 1) { edges { node { id } } } } }`,
    { id: consultation },
  );
  const id = found.proposals.edges[0]?.node.id;
  let voted = 0;
  for (const { member } of demo.people) {
    if (member.displayName === 'Asha Rahman') continue;
    const context = await browser.newContext({ baseURL: address() });
    const { request } = context;
    await ask(request, IN_AS, { id: member.id });
    // The other choice first: what stands already is no new vote.
    await ask(request, VOTE, { id, choice: 'disagree' });
    const said = await ask<{ castVote: { __typename: string } }>(request, VOTE, {
      id,
      choice: 'agree',
    });
    voted += Number(said.castVote.__typename === 'Vote');
    await context.close();
    if (voted === 12) break;
  }
  expect(voted).toBeGreaterThan(9);
}

describe('Asha votes on her phone', () => {
  test('gets receipts when her votes are in the record, and finds them in the round', async () => {
    const helen = await browser.newContext({ baseURL: address() });
    await signIn(await helen.newPage(), 'Helen Adeyemi');
    const consultation = await openTo(helen.request);

    // Whatever waits since the demonstration began is in a batch, as it is by itself after ten minutes.
    await publishRound(helen.request, consultation);

    const page = await asha.newPage();
    const said = listen(page);
    await signIn(page, 'Asha Rahman');
    await voteOn(page, consultation, 3);
    await visit(page, '/mine');
    await page.getByText(/^0 in the record, 3 waiting: votes enter it together/).waitFor();

    // A round enters what waits, hers with that of ten others; then the record is signed.
    await othersVote(consultation);
    const number = await publishRound(helen.request, consultation);
    await expectReceipts(page);
    expect(await axe(page)).toEqual([]);

    await visit(page, `/consultations/${consultation}/rounds?recount=${number}`);
    const panel = page.locator(`#recount-${number}`);
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
