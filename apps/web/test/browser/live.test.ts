import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { axe, listen, openBrowser, openContext, signIn, visit } from './stage';

let browser: Browser;
let asha: BrowserContext;
let ruth: BrowserContext;
let proposal = '';

async function ask<T>(
  by: BrowserContext,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const reply = await by.request.post('/graphql', { data: { query, variables } });
  return ((await reply.json()) as { data: T }).data;
}

const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) { __typename ... on Refusal { message } } }`;
const vote = async (by: BrowserContext, choice: string) => {
  const { castVote } = await ask<{ castVote: object }>(by, VOTE, { id: proposal, choice });
  expect(castVote).toEqual({ __typename: 'Vote' });
};
const comment = (proposalId: string, body: string) =>
  ask(ruth, 'mutation ($input: CommentInput!) { sendComment(input: $input) { __typename } }', {
    input: { id: v7(), proposalId, stance: 'for', body },
  });
const FOUND = `{ consultations(phase: open, first: 10) { edges { node { id
  deck(first: 20) { proposals { id } } } } } }`;

interface Found {
  consultations: { edges: { node: { deck: { proposals: { id: string }[] } } }[] };
}
const decksOf = ({ consultations }: Found) =>
  consultations.edges.flatMap(({ node }) => node.deck.proposals.map(({ id }) => id));

beforeAll(async () => {
  browser = await openBrowser();
  asha = await openContext(browser);
  ruth = await openContext(browser);
  await signIn(await asha.newPage(), 'Asha Rahman');
  await signIn(await ruth.newPage(), 'Ruth');
  // Something on which neither has voted.
  const open = new Set(decksOf(await ask<Found>(asha, FOUND)));
  proposal = decksOf(await ask<Found>(ruth, FOUND)).find((id) => open.has(id)) ?? '';
  await vote(asha, 'agree');
});

beforeEach(async () => {
  await ask(ruth, 'mutation ($id: ID!) { undoVote(proposalId: $id) { __typename } }', {
    id: proposal,
  });
});

afterAll(async () => {
  await browser?.close();
});

/** How many votes the bar on the page of the proposal stands for. */
const votesOn = async (page: Page): Promise<number> => {
  const bar = page.getByRole('img', { name: /agree, .*disagree, .*pass$/ }).first();
  const said = (await bar.getAttribute('aria-label')) ?? '';
  return [...said.replaceAll(',', '').matchAll(/\d+/g)].reduce(
    (sum, [count]) => sum + Number(count),
    0,
  );
};

/** Waits until a page has been told over its connection how the counts, or something else, stand. */
const tallyTold = (page: Page, field = 'tallyNews'): Promise<void> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes(`"${field}":{`)) resolve();
      }),
    );
  });

/** Waits until the page says another number of votes; tells after how many milliseconds. */
async function untilOther(page: Page, before: number, most: number): Promise<number> {
  const since = performance.now();
  while ((await votesOn(page)) === before) {
    if (performance.now() - since > most) throw new Error(`Still ${before} votes.`);
    await page.waitForTimeout(50);
  }
  return performance.now() - since;
}

describe('Asha has a proposal open', () => {
  test('and sees the count move within two seconds when Ruth votes', async () => {
    const page = await asha.newPage();
    const said = listen(page);
    const told = tallyTold(page);
    await visit(page, `/proposals/${proposal}`);
    await told;
    const before = await votesOn(page);
    await vote(ruth, 'disagree');
    expect(await untilOther(page, before, 10_000)).toBeLessThan(2_000);
    expect(await votesOn(page)).toBe(before + 1);
    expect(said).toEqual([]);
    await page.close();
  });

  test('is offered new comments, and the page stays where it is until she wants them', async () => {
    const page = await asha.newPage();
    await visit(page, `/proposals/${proposal}`);
    await page.getByRole('heading', { name: /^Discussion/ }).scrollIntoViewIfNeeded();
    const where = await page.evaluate(() => window.scrollY);
    const height = await page.evaluate(() => document.body.scrollHeight);
    for (const words of ['The last bus is the point.', 'And the first one.']) {
      await comment(proposal, words);
    }
    const show = page.getByRole('button', { name: '2 new comments: show' });
    await show.waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(where);
    expect(await page.evaluate(() => document.body.scrollHeight)).toBeLessThan(height + 80);
    expect(await page.getByText('And the first one.').count()).toBe(0);
    expect(await page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringMatching(/new comments?\. There is a button to show/),
    );
    expect(await axe(page)).toEqual([]);
    await show.click();
    await page.getByText('And the first one.').waitFor();
    await show.waitFor({ state: 'detached' });
    await page.close();
  });

  test('asks by itself where the connection is kept from her', async () => {
    const page = await asha.newPage();
    await page.routeWebSocket('**/live', (socket) => socket.close());
    await visit(page, `/proposals/${proposal}`);
    const before = await votesOn(page);
    await vote(ruth, 'agree');
    await untilOther(page, before, 30_000);
    expect(await votesOn(page)).toBe(before + 1);
    await page.close();
  });

  test('and in the background hears nothing, until she looks again', async () => {
    const page = await asha.newPage();
    const told = tallyTold(page);
    await visit(page, `/proposals/${proposal}`);
    await told;
    const before = await votesOn(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await vote(ruth, 'pass');
    await page.waitForTimeout(2_500);
    expect(await votesOn(page)).toBe(before);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await untilOther(page, before, 10_000)).toBeLessThan(3_000);
    await page.close();
  });
});

describe('Asha reads a list', () => {
  test('of proposals: its number moves when Ruth proposes something, which is offered, and the number in its row', async () => {
    const { proposal: one } = await ask<{ proposal: { consultation: { id: string } } }>(
      asha,
      'query ($id: ID!) { proposal(id: $id) { consultation { id } } }',
      { id: proposal },
    );
    const consultationId = one.consultation.id;
    const page = await asha.newPage();
    const told = tallyTold(page, 'consultationNews');
    await visit(page, `/consultations/${consultationId}/proposals`);
    await told;
    const said = page.getByText(/^\d+ proposals, /);
    const before = Number.parseInt((await said.textContent()) ?? '', 10);
    const statement = 'Let every bus say where it is.';
    const { propose } = await ask<{ propose: { __typename: string; id: string } }>(
      ruth,
      `mutation ($input: ProposeInput!) {
        propose(input: $input) { __typename ... on Proposal { id } ... on Refusal { message } } }`,
      { input: { id: v7(), consultationId, statement, argument: 'People wait in the rain.' } },
    );
    expect(propose.__typename).toBe('Proposal');
    await page.getByText(`${before + 1} proposals, `).waitFor({ timeout: 10_000 });
    expect(await page.getByText(statement).count()).toBe(0);
    const show = page.getByRole('button', { name: '1 new proposal: show' });
    expect(await axe(page)).toEqual([]);
    await show.click();
    await page.getByText(statement).waitFor();
    await show.waitFor({ state: 'detached' });

    const row = page.getByRole('listitem').filter({ hasText: statement });
    await row.getByText('No comments').waitFor();
    await comment(propose.id, 'It does in Dundee.');
    await row.getByText('1 comment', { exact: true }).waitFor({ timeout: 10_000 });
    await page.close();
  });

  test('in an order that waits until she wants the round that Helen has published', async () => {
    const helen = await openContext(browser);
    await signIn(await helen.newPage(), 'Helen Adeyemi');
    const found = await ask<{
      consultations: { edges: { node: { id: string; viewerMay: string[] } }[] };
    }>(helen, '{ consultations(phase: open, first: 10) { edges { node { id viewerMay } } } }');
    const consultationId = found.consultations.edges.find(({ node }) =>
      node.viewerMay.includes('publish_round'),
    )?.node.id;
    const page = await asha.newPage();
    const told = tallyTold(page, 'consultationNews');
    await visit(page, `/consultations/${consultationId}/ranking`);
    await told;
    const { publishRound } = await ask<{ publishRound: { number: number } }>(
      helen,
      `mutation ($id: ID!, $consultationId: ID!) {
        publishRound(id: $id, consultationId: $consultationId) { ... on Round { number } } }`,
      { id: v7(), consultationId },
    );
    const round = page.getByRole('option', {
      name: new RegExp(`^Round ${publishRound.number}\\b`),
    });
    expect(await round.count()).toBe(0);
    const show = page.getByRole('button', { name: 'A new round has been published: show' });
    await show.waitFor({ timeout: 10_000 });
    await show.click();
    await round.waitFor({ state: 'attached' });
    await show.waitFor({ state: 'detached' });
    await page.close();
    await helen.close();
  });
});
