import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Inbox, openInbox } from './inbox';
import { type Started, startServer, stopServer } from './server';
import { axe, DESK, look, openBrowser, openContext, overflow, PHONE, settled } from './stage';

/** A Clarion as the party runs it: no demonstration, a roll of one person, a mail server. */
const API = resolve('../api');
const ROLL = `membership number,name,email,standing,joined on
L1000001,Asha Rahman,asha@example.org,member,2020-03-04
`;
const ASHA = 'asha@example.org';

let inbox: Inbox;
let started: Started;
let browser: Browser;
let context: BrowserContext;
let page: Page;

async function importRoll(data: string): Promise<void> {
  const file = join(data, 'roll.csv');
  writeFileSync(file, ROLL);
  const program = join(API, 'dist/cli/clarion.js');
  await promisify(execFile)(process.execPath, [program, 'roll', 'import', file], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', CLARION_DATA: data },
  });
}

/** As if an hour had passed since anybody confirmed that it is them. */
async function letAnHourPass(data: string): Promise<void> {
  const { findRunningPostgres } = (await import(
    pathToFileURL(join(API, 'dist/database/embedded-postgres.js')).href
  )) as { findRunningPostgres: (directory: string) => string | null };
  const { Client } = createRequire(join(API, 'package.json'))('pg') as {
    Client: new (
      options: object,
    ) => {
      connect: () => Promise<void>;
      query: (sql: string) => Promise<unknown>;
      end: () => Promise<void>;
    };
  };
  const client = new Client({ connectionString: findRunningPostgres(join(data, 'postgres')) });
  await client.connect();
  await client.query(`UPDATE session SET confirmed_at = now() - interval '1 hour'`);
  await client.end();
}

/** A phone's own fingerprint sensor, played by Chromium. */
async function giveAuthenticator(on: Page): Promise<void> {
  const devtools = await on.context().newCDPSession(on);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function isSound(): Promise<void> {
  const faults: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    for (const size of [PHONE, DESK]) {
      await look(page, size, scheme);
      faults.push(...(await axe(page)));
      if ((await overflow(page)) > 0) faults.push(`wider than ${size.width} px`);
    }
  }
  expect(faults).toEqual([]);
}

const signOut = async () => {
  await page.getByRole('button', { name: 'Signed in as Asha Rahman' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
};

beforeAll(async () => {
  inbox = await openInbox();
  started = await startServer({
    CLARION_DEMO: 'false',
    CLARION_SMTP_URL: inbox.url,
    CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
  });
  await importRoll(started.data);
  browser = await openBrowser();
  context = await openContext(browser);
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await giveAuthenticator(page);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  inbox?.close();
  if (started) await stopServer(started);
});

/** A passkey belongs to a name, so it is opened by one. */
const at = (path: string) => new URL(path, started.address.replace('127.0.0.1', 'localhost')).href;

describe('Asha, on a server of the party', () => {
  test('signs in by a code that she types on the same page', async () => {
    await page.goto(at('/sign-in?next=/settings'));
    await settled(page);
    await isSound();
    await page.getByLabel('Email address').fill(ASHA);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('textbox', { name: 'Code' }).waitFor();
    await isSound();
    await page.getByRole('textbox', { name: 'Code' }).fill(await inbox.codeFor(ASHA));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/settings');
    await page.getByText('This one').waitFor();
  });

  test('adds a passkey and calls it something', async () => {
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Not used yet.').waitFor();
    await page.getByRole('button', { name: /^Rename/ }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('My phone');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('My phone', { exact: true }).waitFor();
    await isSound();
  });

  test('signs out, and in with it where the browser offers it in the address field, with no press of ours; her other tab follows', async () => {
    const other = await context.newPage();
    const inOther = other.getByRole('button', { name: 'Signed in as Asha Rahman' });
    await other.goto(at('/'));
    await inOther.waitFor();
    await look(page, DESK, 'light');
    await signOut();
    await other.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
    // Chromium's own authenticator chooses what is offered at once.
    await page.goto(at('/sign-in?next=/settings'));
    await page.waitForURL((url) => url.pathname === '/settings');
    await page.getByText(/by a passkey/).waitFor();
    await inOther.waitFor();
    await other.close();
  });

  test('signs in with it, without saying who she is, where the browser offers none by itself', async () => {
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
    await signOut();
    await page.goto(at('/sign-in?next=/settings'));
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL((url) => url.pathname === '/settings');
    await page.getByText(/by a passkey/).waitFor();
    await page.getByText(/^Added .* Used/).waitFor();
  });

  test('an hour later confirms with it what counts, which then goes on by itself', async () => {
    await letAnHourPass(started.data);
    await page.getByRole('button', { name: 'Take away “My phone”' }).click();
    await page.getByRole('button', { name: 'Take it away' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByRole('button', { name: 'Use my passkey' }).waitFor();
    await isSound();
    await dialog.getByRole('button', { name: 'Use my passkey' }).click();
    await page.getByText('“My phone” is taken away.').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).waitFor();
  });

  test('is not let in with the passkey that she took away', async () => {
    await look(page, DESK, 'light');
    await signOut();
    await page.goto(at('/sign-in'));
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('That passkey could not be used here.', { exact: false }).waitFor();
  });
});
