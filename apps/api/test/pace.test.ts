import { ACCESS } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import { begin } from '../src/accounts/session.service.js';
import { ALL_SHUT } from '../src/app.module.js';
import { memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { networkOf, paceOf } from '../src/doors/pace.js';
import { bucketKey, forgetFull } from '../src/doors/rate-limit.queries.js';
import { KnownMutations } from '../src/graphql/mutations.js';
import { newId } from './stage/over-http.js';
import { AT_A_TEST, openStage, type Person, type Stage } from './stage/stage.js';

// A tenth of the usual: 12 acts at once and 6 a minute for a person.
const stage = openStage({ CLARION_PACE: '0.1', CLARION_TRUST_PROXY: '127.0.0.1' });
const beside = (settings: Record<string, string> = {}) => stage.beside(ALL_SHUT, settings);

const INTERESTS = 'mutation { updateInterests(interests: ["health"], skills: []) { __typename } }';

async function statuses(count: number, ask: (index: number) => Promise<{ status: number }>) {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await ask(index)).status);
  return seen;
}

const refused = (seen: readonly number[]) => seen.filter((status) => status === 429).length;

const CODE = `mutation ($email: String!, $id: ID!) {
  requestSignInCode(email: $email, attemptId: $id) { __typename } }`;

function askForCode(on: Stage, from: string | null, email = 'asha@example.org') {
  return fetch(`${on.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(from && { 'x-forwarded-for': from }) },
    body: JSON.stringify({ query: CODE, variables: { email, id: newId() } }),
  });
}

describe('Somebody who asks too fast', () => {
  test('is told when to try again, whichever of two instances answers', async () => {
    const other = await beside();
    const asha = await stage.as('asha');
    const there = await other.as('asha');
    const turns: Person[] = [asha, there];
    const seen = await statuses(16, (index) => (turns[index % 2] as Person).send(INTERESTS));
    expect(seen.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(seen.slice(13)).toEqual([429, 429, 429]);
    const { errors } = await there.send(INTERESTS);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(
          /^That was very often in a short time. Try again in \d+ seconds?; what you typed is kept\.$/,
        ),
        extensions: { code: 'TOO_OFTEN', retryAfter: expect.any(Number) },
      },
    ]);
  });

  test('keeps nobody else from it, and may still read', async () => {
    const asha = await stage.as('asha');
    expect((await asha.send(INTERESTS)).status).toBe(429);
    expect((await asha.send('{ viewer { skills } }')).status).toBe(200);
    expect((await (await stage.as('tom')).send(INTERESTS)).status).toBe(200);
  });

  test('is let in again when time has passed', async () => {
    const asha = await stage.as('asha');
    await stage.database.query(`UPDATE rate_limit SET full_at = full_at - interval '11 seconds'`);
    expect((await asha.send(INTERESTS)).status).toBe(200);
    expect((await asha.send(INTERESTS)).status).toBe(429);
  });

  test('would be let in without a pace', async () => {
    const asha = await (await beside({ CLARION_PACE: '0' })).as('asha');
    expect(refused(await statuses(20, () => asha.send(INTERESTS)))).toBe(0);
  });
});

describe('An address', () => {
  test('that asks for codes is stopped after a few, and one of another network is not', async () => {
    const seen = await statuses(6, (index) =>
      askForCode(stage, '203.0.113.7', `member-${index}@example.org`),
    );
    expect(seen).toEqual([200, 200, 200, 429, 429, 429]);
    const wait = Number((await askForCode(stage, '203.0.113.7')).headers.get('retry-after'));
    // 1.5 a minute.
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThanOrEqual(40);
    expect((await askForCode(stage, '203.0.113.8')).status).toBe(200);
  });

  test('of IPv6 is a network of 64 bits: another one of the same house is the same', async () => {
    await statuses(3, () => askForCode(stage, '2001:db8:1:2::1'));
    expect((await askForCode(stage, '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await askForCode(stage, '2001:db8:1:3::1')).status).toBe(200);
  });

  test('cannot be made up where no proxy is believed', async () => {
    const open = await beside({ CLARION_TRUST_PROXY: '' });
    const seen = await statuses(8, (index) => askForCode(open, `198.51.100.${index}`));
    expect(refused(seen)).toBeGreaterThanOrEqual(4);
  });

  test('that goes to the party’s login again and again is stopped after a few', async () => {
    const go = (path: string) =>
      statuses(6, () =>
        fetch(`${stage.address}${path}`, {
          redirect: 'manual',
          headers: { 'x-forwarded-for': '203.0.113.90' },
        }),
      );
    expect(await go('/party-login')).toEqual([303, 303, 303, 429, 429, 429]);
    // There and back is one bucket: what comes back is what somebody would guess with.
    expect(await go('/party-login/return?state=1&code=1')).toEqual(Array(6).fill(429));
  });

  test('that floods one instance is slowed by it before anything is looked up', async () => {
    const slow = await beside({ CLARION_PACE: '0.01' });
    const seen = await statuses(14, () =>
      fetch(`${slow.address}/health`, { headers: { 'x-forwarded-for': '192.0.2.1' } }),
    );
    expect(refused(seen)).toBeGreaterThan(0);
    expect((await fetch(`${slow.address}/health`)).status).toBe(200);
  });

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002:3:4:5:6', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('What is kept of it', () => {
  test('tells nobody who: 32 bytes that change with the day, and when they may be forgotten', async () => {
    const rows = await stage.database.query('SELECT key, full_at FROM rate_limit');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['key', 'full_at']);
      expect(row.key).toHaveLength(32);
    }
    const key = (day: string) =>
      bucketKey(stage.clarion.keys.peppered('pace', day, 'write', 'account'), 'x');
    expect(key('2026-11-25').equals(key('2026-11-26'))).toBe(false);
    await stage.database.query(`UPDATE rate_limit SET full_at = now() - interval '1 second'`);
    await forgetFull(stage.database.manager);
    expect(await stage.database.query('SELECT FROM rate_limit')).toEqual([]);
  });

  test('costs a vote one statement and a page none', async () => {
    const asha = await stage.as('asha');
    const ofPace = async (document: string) =>
      (await stage.statementsOf(() => asha.ask(document))).filter((sql) =>
        sql.includes('rate_limit'),
      ).length;
    expect(await ofPace(INTERESTS)).toBe(1);
    expect(await ofPace('{ consultations { totalCount } }')).toBe(0);
  });
});

describe('What is sent often', () => {
  /** So often that it is executed as code made for it. */
  async function known(by: Person): Promise<void> {
    for (let time = 0; time < 4; time += 1) expect((await by.send(INTERESTS)).status).toBe(200);
  }
  const free = () => stage.database.query('DELETE FROM rate_limit');

  test('is counted by the statement that finds out who asks, in the same bucket, on two instances', async () => {
    await free();
    const [here, there] = [await beside(), await beside()];
    const [asha, ashaThere] = [await here.as('asha'), await there.as('asha')];
    await known(asha);
    await known(ashaThere);
    const done = () => here.app.get(KnownMutations).done + there.app.get(KnownMutations).done;
    const before = done();
    // Of twelve eight are taken.
    const seen = await statuses(8, (index) => (index % 2 ? ashaThere : asha).send(INTERESTS));
    expect(seen.slice(0, 4)).toEqual([200, 200, 200, 200]);
    expect(seen.slice(-3)).toEqual([429, 429, 429]);
    expect(done() - before).toBe(8 - refused(seen));
    expect((await (await here.as('tom')).send(INTERESTS)).status).toBe(200);
    await stage.database.query(`UPDATE rate_limit SET full_at = full_at - interval '11 seconds'`);
    const sent = await stage.statementsOf(() => asha.send(INTERESTS));
    const counting = sent.filter((sql) => sql.includes('rate_limit_take'));
    expect(counting).toEqual([expect.stringContaining('token_hash')]);
    // Asha’s and Tom’s; this machine has none.
    expect(await stage.database.query('SELECT FROM rate_limit')).toHaveLength(2);
  });

  test('is counted for each of many who come together, and for their address', async () => {
    await free();
    const here = await beside();
    await known(await here.as('asha'));
    await free();
    const tokenOf = (who: PersonKey) =>
      begin(stage.database.manager, memberId(who), new Date(), AT_A_TEST);
    const tokens = { asha: await tokenOf('asha'), tom: await tokenOf('tom') };
    const all = Array.from({ length: 30 }, (_, index) =>
      index % 2 ? ('asha' as const) : ('tom' as const),
    );
    const seen = await Promise.all(
      all.map(async (who) => {
        const { status } = await fetch(`${here.address}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': '203.0.113.44',
            cookie: `clarion=${tokens[who]}`,
          },
          body: JSON.stringify({ query: INTERESTS }),
        });
        return { who, status };
      }),
    );
    const letBy = (name: string) =>
      seen.filter(({ who, status }) => who === name && status === 200).length;
    expect([letBy('asha'), letBy('tom')]).toEqual([12, 12]);
    expect(await stage.database.query('SELECT FROM rate_limit')).toHaveLength(3);
  });

  test('is not counted for somebody whose session has ended: others cannot make them wait', async () => {
    await free();
    const here = await beside();
    const gwenllian = await here.as('gwenllian');
    await known(gwenllian);
    await stage.database.query(
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE member_id = $1`,
      [gwenllian.id],
    );
    await free();
    const { data } = await gwenllian.send(INTERESTS);
    expect(data['updateInterests'].__typename).toBe('Refusal');
    expect(await stage.database.query('SELECT FROM rate_limit')).toEqual([]);
  });
});

describe('Everything that changes something or guesses', () => {
  test('has a pace', () => {
    const free = Object.keys(ACCESS).filter(
      (name) => name.startsWith('Mutation.') && paceOf(name) === null,
    );
    expect(free).toEqual(['Mutation.ping', 'Mutation.signOut']);
    const slow = Object.keys(ACCESS).filter((name) => paceOf(name) === 'sign_in');
    expect(slow).toEqual(
      expect.arrayContaining(['Mutation.requestSignInCode', 'Mutation.signInWithCode']),
    );
    expect(slow).not.toContain('Mutation.signInAsDemoPerson');
  });
});
