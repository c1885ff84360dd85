import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId, memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { type Browser, openBrowser } from './stage/browser.js';
import { CLARION, onStage, run } from './stage/command.js';
import { CLIENT, openParty, type Party, passThrough } from './stage/party.js';
import { openStage, type Stage } from './stage/stage.js';

const BACK = 'http://localhost:4000/party-login/return';
const party = openParty(BACK);
const oidcSettings = (issuer: string) => ({
  CLARION_OIDC_ISSUER: issuer,
  CLARION_OIDC_CLIENT_ID: CLIENT.id,
  CLARION_OIDC_CLIENT_SECRET: CLIENT.secret,
  CLARION_OIDC_STRONG_ACR: 'urn:example:key hwk',
});
const stage = openStage(() => ({
  CLARION_LOG: 'silent',
  CLARION_DEMO: 'false',
  CLARION_PORT: '4000',
  ...oidcSettings(party.issuer),
}));

const ME = '{ viewer { member { id } signedInBy needsPasskey offices { body { id } } } }';
const me = async (browser: Browser) => (await browser.ask(ME)).viewer;

async function numberOf(who: PersonKey): Promise<string> {
  const [row] = await stage.database.query(
    'SELECT membership_number AS number FROM member WHERE id = $1',
    [memberId(who)],
  );
  return row.number;
}

/** Goes to the party's login as far as it sends one; answers the address there. */
async function leave(browser: Browser, query = ''): Promise<string> {
  const reply = await browser.fetch(`/party-login${query}`);
  expect(reply.status).toBe(303);
  return reply.headers.get('location') ?? '';
}

/** An address at which nobody listens. */
function closedPort(): Promise<string> {
  const server = createServer();
  return new Promise((closed) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => closed(`http://127.0.0.1:${port}`));
    });
  });
}

const anotherVisitor = (at: Party) => openBrowser({ address: at.issuer } as Stage);

/** To the party's login, in as somebody there, and back; where one is sent then. */
async function goThrough(browser: Browser, sub: string, query = ''): Promise<string> {
  const back = await passThrough(party, anotherVisitor(party), await leave(browser, query), sub);
  return comeBack(browser, back);
}

async function comeBack(browser: Browser, back: string): Promise<string> {
  const { pathname, search } = new URL(back);
  const reply = await browser.fetch(`${pathname}${search}`);
  expect(reply.status).toBe(303);
  return reply.headers.get('location') ?? '';
}

beforeAll(async () => {
  party.people.set('asha', { number: `  ${(await numberOf('asha')).toLowerCase()} ` });
  party.people.set('asha-an-hour-ago', {
    number: await numberOf('asha'),
    shownAt: Math.floor(Date.now() / 1000) - 3600,
  });
  party.people.set('helen', { number: await numberOf('helen') });
  party.people.set('helen-with-key', { number: await numberOf('helen'), acr: 'urn:example:key' });
  party.people.set('stranger', { number: 'X999999' });
  party.people.set('numberless', {});
  party.people.set('ruth', { number: await numberOf('ruth') });
  await stage.database.query(`UPDATE member SET lapsed_on = '2026-01-01' WHERE id = $1`, [
    memberId('ruth'),
  ]);
});

describe('The party’s own login', () => {
  test('signs Asha in by her membership number, and she goes on to where she wanted to be', async () => {
    const browser = openBrowser(stage);
    const ways = await browser.ask('{ signInWays { partyLogin } }');
    expect(ways).toEqual({ signInWays: { partyLogin: true } });
    expect(await goThrough(browser, 'asha', '?next=/discuss')).toBe('/discuss');
    expect(await me(browser)).toMatchObject({
      member: { id: memberId('asha') },
      signedInBy: 'oidc',
    });
  });

  test('is asked with PKCE, state and nonce, and for the password anew where it is to confirm', async () => {
    const asked = new URL(await leave(openBrowser(stage))).searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(BACK);
    for (const each of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(each)?.length).toBeGreaterThanOrEqual(43);
    }
    expect(asked.get('prompt')).toBeNull();
    const again = new URL(await leave(openBrowser(stage), '?again=1')).searchParams;
    expect(again.get('prompt')).toBe('login');
    expect(again.get('max_age')).toBe('600');
  });

  test('confirms who is there only where it asked them just now, whatever it was told to do', async () => {
    const browser = openBrowser(stage);
    expect(await goThrough(browser, 'asha-an-hour-ago', '?next=/mine')).toBe('/mine');
    const confirmedAt = async () =>
      Date.parse((await browser.ask('{ viewer { confirmedAt } }')).viewer.confirmedAt);
    expect(Date.now() - (await confirmedAt())).toBeGreaterThan(59 * 60_000);
    const before = browser.cookies.get('clarion');
    expect(await goThrough(browser, 'asha-an-hour-ago', '?next=/mine&again=1')).toBe(
      '/sign-in?problem=not_asked_again',
    );
    expect(browser.cookies.get('clarion')).toBe(before);
    expect(await goThrough(browser, 'asha', '?next=/mine&again=1')).toBe('/mine');
    expect(Date.now() - (await confirmedAt())).toBeLessThan(60_000);
  });

  test('sends nobody to another site afterwards', async () => {
    for (const next of ['https://evil.test', '//evil.test', '/\\evil.test', '/%09/evil.test']) {
      expect(await goThrough(openBrowser(stage), 'asha', `?next=${next}`)).toBe('/');
    }
  });

  test.each([
    ['who is not on the roll', 'stranger', 'not_on_roll'],
    ['whom it gives no number', 'numberless', 'no_number'],
    ['whose membership has lapsed', 'ruth', 'lapsed'],
    ['who says no there', 'nobody', 'declined'],
  ])('signs in nobody %s, and says so', async (_, sub, problem) => {
    const browser = openBrowser(stage);
    expect(await goThrough(browser, sub)).toBe(`/sign-in?problem=${problem}`);
    expect(await me(browser)).toBeNull();
  });

  test('lets nobody in with somebody else’s way back, nor twice with one', async () => {
    const browser = openBrowser(stage);
    const back = await passThrough(party, anotherVisitor(party), await leave(browser), 'asha');
    const other = openBrowser(stage);
    await leave(other);
    expect(await comeBack(other, back)).toBe('/sign-in?problem=lost');
    expect(await comeBack(browser, back)).toBe('/');
    expect(await comeBack(browser, back)).toBe('/sign-in?problem=lost');
    expect(await comeBack(openBrowser(stage), `${BACK}?code=1&state=1`)).toBe(
      '/sign-in?problem=lost',
    );
  });

  test('lets nobody in with a code that it did not give', async () => {
    const browser = openBrowser(stage);
    const back = new URL(
      await passThrough(party, anotherVisitor(party), await leave(browser), 'asha'),
    );
    back.searchParams.set('code', 'made-up');
    expect(await comeBack(browser, back.href)).toBe('/sign-in?problem=failed');
    expect(await me(browser)).toBeNull();
  });

  test('carries Helen’s office only where it says that she used a key there', async () => {
    const weak = openBrowser(stage);
    await goThrough(weak, 'helen');
    expect(await me(weak)).toMatchObject({ needsPasskey: true, offices: [] });
    const strong = openBrowser(stage);
    await goThrough(strong, 'helen-with-key');
    expect(await me(strong)).toMatchObject({ needsPasskey: false });
    expect((await me(strong)).offices).toContainEqual({ body: { id: bodyId('health') } });
  });

  test('that does not answer is said to be out of reach, to people and to the operator', async () => {
    const nowhere = await closedPort();
    const beside = await stage.beside(undefined, { CLARION_OIDC_ISSUER: nowhere });
    const reply = await openBrowser(beside).fetch('/party-login');
    expect(reply.headers.get('location')).toBe('/sign-in?problem=unreachable');
    const doctor = (issuer: string) =>
      run(CLARION, ['doctor'], { ...onStage(stage), ...oidcSettings(issuer) });
    expect((await doctor(nowhere)).out).toContain(
      `✗ The party’s login at ${nowhere} cannot be used: ECONNREFUSED.`,
    );
    expect((await doctor(party.issuer)).out).toContain(
      `✓ The party’s login at ${party.issuer} answers`,
    );
  });

  test('is not there where it is not set up', async () => {
    const beside = await stage.beside(undefined, { CLARION_OIDC_ISSUER: '' });
    const browser = openBrowser(beside);
    expect((await browser.fetch('/party-login')).headers.get('location')).toBe('/sign-in');
    expect((await browser.fetch('/party-login/return?state=1')).headers.get('location')).toBe(
      '/sign-in',
    );
    const ways = await browser.ask('{ signInWays { partyLogin } }');
    expect(ways).toEqual({ signInWays: { partyLogin: false } });
  });
});
