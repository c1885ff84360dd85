import { beforeAll, describe, expect, test } from '@jest/globals';
import { begin } from '../src/accounts/session.service.js';
import { bodyId, memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { openAuthenticator } from './stage/authenticator.js';
import { type Browser, openBrowser } from './stage/browser.js';
import { newId } from './stage/over-http.js';
import { openStage } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent', CLARION_DEMO: 'false', CLARION_PORT: '4000' });
const HERE = { origin: 'http://localhost:4000', rpId: 'localhost' };

const REFUSAL = '... on Refusal { reason message }';
const VIEWER = `... on Viewer { member { id } signedInBy needsPasskey offices { office }
  officesWaiting { office body { id } } passkeys { id name } }`;

/** Somebody in a browser of theirs, signed in just now. */
async function signedIn(who: PersonKey, by: 'code' | 'link' | 'oidc', minutesAgo = 0) {
  const browser = openBrowser(stage);
  const at = new Date(Date.now() - minutesAgo * 60_000);
  const token = await begin(stage.database.manager, memberId(who), at, {
    by,
    device: 'Firefox on Android',
  });
  browser.cookies.set('clarion', token);
  return browser;
}
const byCode = (who: PersonKey, minutesAgo = 0): Promise<Browser> =>
  signedIn(who, 'code', minutesAgo);

const me = async (browser: Browser) =>
  (await browser.ask(`{ viewer { __typename ${VIEWER} confirmedAt } }`)).viewer;
const offer = async (browser: Browser, what: string): Promise<any> =>
  (
    await browser.ask(
      `mutation { ${what} { ${what === 'offerPasskeySignIn' ? 'options' : `__typename ... on PasskeyOptions { options } ${REFUSAL}`} } }`,
    )
  )[what];
const add = async (browser: Browser, response: string, name: string | null = null, id = newId()) =>
  (
    await browser.ask(
      `mutation ($id: ID!, $name: String, $response: String!) {
        addPasskey(id: $id, name: $name, response: $response) {
          __typename ... on Passkey { id name } ${REFUSAL} } }`,
      { id, name, response },
    )
  ).addPasskey;
const signIn = async (browser: Browser, response: string) =>
  (
    await browser.ask(
      `mutation ($response: String!) { signInWithPasskey(response: $response) {
        __typename ${VIEWER} ${REFUSAL} } }`,
      { response },
    )
  ).signInWithPasskey;
const confirm = async (browser: Browser, response: string) =>
  (
    await browser.ask(
      `mutation ($response: String!) { confirmWithPasskey(response: $response) {
        __typename ${VIEWER} ${REFUSAL} } }`,
      { response },
    )
  ).confirmWithPasskey;
const remove = async (browser: Browser, id: string) =>
  (
    await browser.ask(
      `mutation ($id: ID!) { removePasskey(id: $id) { __typename ${VIEWER} ${REFUSAL} } }`,
      { id },
    )
  ).removePasskey;

/** Adds a passkey to somebody who has none; answers the device. */
async function withPasskey(who: PersonKey) {
  const browser = await byCode(who);
  const device = openAuthenticator(HERE);
  const { options } = await offer(browser, 'offerAddingPasskey');
  const added = await add(browser, device.create(options), 'My phone');
  expect(added).toMatchObject({ __typename: 'Passkey', name: 'My phone' });
  return { browser, device, id: added.id as string };
}

const refusedBy = { __typename: 'Refusal', reason: 'passkey_refused' };

describe('Asha signs in with a passkey', () => {
  let asha: Awaited<ReturnType<typeof withPasskey>>;
  beforeAll(async () => {
    asha = await withPasskey('asha');
  });

  test('without saying who she is', async () => {
    const browser = openBrowser(stage);
    const { options } = await offer(browser, 'offerPasskeySignIn');
    expect(JSON.parse(options)).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(JSON.parse(options).allowCredentials ?? []).toEqual([]);
    expect(await signIn(browser, asha.device.get(options))).toMatchObject({
      member: { id: memberId('asha') },
      signedInBy: 'passkey',
    });
    expect(await me(browser)).toMatchObject({ passkeys: [{ name: 'My phone' }] });
  });

  test('and nobody does with what she sent, a second time or in another browser', async () => {
    const browser = openBrowser(stage);
    const { options } = await offer(browser, 'offerPasskeySignIn');
    const response = asha.device.get(options);
    const other = openBrowser(stage);
    await offer(other, 'offerPasskeySignIn');
    expect(await signIn(other, response)).toMatchObject(refusedBy);
    const replies = await Promise.all([1, 2, 3].map(() => signIn(browser, response)));
    expect(replies.filter(({ __typename }) => __typename === 'Viewer')).toHaveLength(1);
    expect(await signIn(openBrowser(stage), response)).toMatchObject(refusedBy);
  });

  test.each<[string, (options: string) => string]>([
    ['made for another site', (o) => asha.device.get(o, { origin: 'https://evil.test' })],
    ['made for another name', (o) => asha.device.get(o, { rpId: 'evil.test' })],
    ['without her PIN, finger or face', (o) => asha.device.get(o, { isVerified: false })],
    [
      'that says it is somebody else',
      (o) =>
        asha.device.get(o, {
          userHandle: Buffer.from(memberId('tom').replaceAll('-', ''), 'hex').toString('base64url'),
        }),
    ],
    ['of a device that nobody knows', (o) => openAuthenticator(HERE).get(o)],
    [
      'that was copied',
      (o) => {
        asha.device.setBack();
        return asha.device.get(o);
      },
    ],
    ['that is no answer', () => '{"id":1}'],
    ['that is not even JSON', () => '\u0000'],
  ])('and not with an answer %s', async (_, answerTo) => {
    const browser = openBrowser(stage);
    const { options } = await offer(browser, 'offerPasskeySignIn');
    expect(await signIn(browser, answerTo(options))).toMatchObject(refusedBy);
    expect(await me(browser)).toBeNull();
  });

  test('not with a challenge that is too old', async () => {
    const browser = openBrowser(stage);
    const { options } = await offer(browser, 'offerPasskeySignIn');
    await stage.database.query('UPDATE challenge SET expires_at = now()');
    expect(await signIn(browser, asha.device.get(options))).toMatchObject(refusedBy);
  });
});

describe('A passkey is added', () => {
  test('only by somebody who has confirmed in the last ten minutes that it is them', async () => {
    const browser = await byCode('tom', 11);
    expect(await offer(browser, 'offerAddingPasskey')).toMatchObject({ reason: 'confirm_first' });
  });

  test('to nobody else’s account, and not with what was asked of a visitor', async () => {
    const tom = await byCode('tom');
    const sunita = await byCode('sunita');
    const device = openAuthenticator(HERE);
    const { options } = await offer(tom, 'offerAddingPasskey');
    const made = device.create(options);
    expect(await add(sunita, made)).toMatchObject(refusedBy);
    const { options: toSignIn } = await offer(tom, 'offerPasskeySignIn');
    const asIf = JSON.stringify({ ...JSON.parse(options), ...JSON.parse(toSignIn) });
    expect(await add(tom, device.create(asIf))).toMatchObject(refusedBy);
    // Used up by none of it: it was another's challenge, or for something else.
    expect(await add(tom, made)).toMatchObject({
      __typename: 'Passkey',
      name: 'Firefox on Android',
    });
    expect(await add(tom, made)).toMatchObject(refusedBy);
  });

  test('once, however often it is sent under one id; nor twice to two people', async () => {
    const jamie = await byCode('jamie');
    const device = openAuthenticator(HERE);
    const { options } = await offer(jamie, 'offerAddingPasskey');
    const id = newId();
    const made = device.create(options);
    const first = await add(jamie, made, 'Laptop', id);
    expect(await add(jamie, made, 'Laptop', id)).toEqual(first);
    const ruth = await byCode('ruth');
    const { options: forRuth } = await offer(ruth, 'offerAddingPasskey');
    expect(await add(ruth, device.create(forRuth))).toMatchObject(refusedBy);
  });

  test('without the browser’s check of PIN, finger or face: not', async () => {
    const ruth = await byCode('ruth');
    const { options } = await offer(ruth, 'offerAddingPasskey');
    const made = openAuthenticator(HERE).create(options, { isVerified: false });
    expect(await add(ruth, made)).toMatchObject(refusedBy);
  });
});

describe('Helen, who convenes a commission,', () => {
  test('has none yet: with a code alone she adds none, nor with what was offered to her elsewhere', async () => {
    const thief = await byCode('helen');
    expect(await offer(thief, 'offerAddingPasskey')).toMatchObject({
      __typename: 'Refusal',
      reason: 'second_proof',
      message: expect.stringContaining('ask whoever runs this server for a link'),
    });
    const helen = await signedIn('helen', 'link');
    const { options } = await offer(helen, 'offerAddingPasskey');
    // In the thief's session, though the browser and what was asked are Helen's own.
    helen.cookies.set('clarion', thief.cookies.get('clarion') as string);
    expect(await add(helen, openAuthenticator(HERE).create(options))).toMatchObject({
      reason: 'second_proof',
    });
  });

  test('acts for it once she has a passkey, and under another token', async () => {
    const browser = await signedIn('helen', 'oidc');
    const before = browser.cookies.get('clarion');
    expect(await me(browser)).toMatchObject({
      needsPasskey: true,
      offices: [],
      officesWaiting: expect.arrayContaining([
        { office: 'convenor', body: { id: bodyId('health') } },
      ]),
    });
    const device = openAuthenticator(HERE);
    const { options } = await offer(browser, 'offerAddingPasskey');
    await add(browser, device.create(options));
    expect(await me(browser)).toMatchObject({ needsPasskey: false, officesWaiting: [] });
    expect((await me(browser)).offices.length).toBeGreaterThan(0);
    expect(browser.cookies.get('clarion')).not.toBe(before);

    // With a code alone she is a member like others, and changes no passkey.
    const again = await byCode('helen');
    expect(await me(again)).toMatchObject({ needsPasskey: true, offices: [] });
    const refused = await again.ask(
      `mutation ($id: ID!) { changePhase(consultationId: $id, to: open) { __typename ${REFUSAL} } }`,
      { id: newId() },
    );
    expect(refused.changePhase.reason).toBe('not_an_officer');
    expect(await offer(again, 'offerAddingPasskey')).toMatchObject({ reason: 'passkey_first' });
    const [{ id }] = (await me(again)).passkeys;
    expect(await remove(again, id)).toMatchObject({ reason: 'passkey_first' });
    expect(await remove(browser, id)).toMatchObject({ reason: 'last_passkey' });

    // Confirming with it lifts the session that began with a code.
    const { options: toConfirm } = await offer(again, 'offerConfirmingWithPasskey');
    expect(await confirm(again, device.get(toConfirm))).toMatchObject({ needsPasskey: false });
    expect((await me(again)).offices.length).toBeGreaterThan(0);
  });
});

describe('Confirming with a passkey', () => {
  test('takes the person’s own, and what was asked of them', async () => {
    const callum = await withPasskey('callum');
    const ewan = await withPasskey('ewan');
    await stage.database.query(`UPDATE session SET confirmed_at = now() - interval '1 hour'`);
    const { options } = await offer(callum.browser, 'offerConfirmingWithPasskey');
    expect(await confirm(callum.browser, ewan.device.get(options))).toMatchObject(refusedBy);
    const { options: toSignIn } = await offer(callum.browser, 'offerPasskeySignIn');
    expect(await confirm(callum.browser, callum.device.get(toSignIn))).toMatchObject(refusedBy);
    expect(await remove(callum.browser, callum.id)).toMatchObject({ reason: 'confirm_first' });
    const { options: again } = await offer(callum.browser, 'offerConfirmingWithPasskey');
    expect(await confirm(callum.browser, callum.device.get(again))).toMatchObject({
      __typename: 'Viewer',
    });
    expect(await remove(callum.browser, ewan.id)).toMatchObject({ reason: 'not_found' });
    expect(await remove(callum.browser, callum.id)).toMatchObject({ passkeys: [] });
  });
});
