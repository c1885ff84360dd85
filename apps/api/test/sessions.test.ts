import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { describeDevice } from '../src/accounts/device.js';
import { begin, viewerOf } from '../src/accounts/session.service.js';
import { signInTasks } from '../src/accounts/sign-in-code.tasks.js';
import { urlOf } from '../src/clarion.js';
import { dataSource } from '../src/database/data-source.js';
import { bodyId, memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { type Browser, FIREFOX_ON_ANDROID, openBrowser } from './stage/browser.js';
import { newId } from './stage/over-http.js';
import { openPostOffice } from './stage/post-office.js';
import { openStage } from './stage/stage.js';
import { withJobs } from './stage/working.js';

const office = openPostOffice();
const stage = openStage(() => ({
  CLARION_LOG: 'silent',
  CLARION_SMTP_URL: office.url,
  CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
}));

const DAY = 24 * 60 * 60 * 1000;
const AT = { by: 'code', device: 'A test' } as const;
const REFUSAL = '... on Refusal { reason }';
const SESSIONS = 'sessions { id device signedInBy isThis lastSeenAt }';

const tokenOf = (browser: Browser) => browser.cookies.get('clarion') ?? '';

/** Somebody in a browser of theirs, picked in the demonstration. */
async function picked(who: PersonKey): Promise<Browser> {
  const browser = openBrowser(stage);
  await browser.ask('mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) { __typename } }', {
    id: memberId(who),
  });
  return browser;
}

const who = async (browser: Browser): Promise<string | null> =>
  (await browser.ask('{ viewer { member { id } } }')).viewer?.member.id ?? null;

describe('A session', () => {
  test('that cannot be looked up in time is answered in words, and with what can be sent again', async () => {
    const browser = await picked('gwenllian');
    const holder = stage.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE session IN ACCESS EXCLUSIVE MODE');
    const reply = await browser.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ version }' }),
    });
    await holder.rollbackTransaction();
    await holder.release();
    expect(reply.status).toBe(503);
    expect(await reply.json()).toEqual({
      errors: [
        {
          message: 'That took too long and was stopped. Try again, or ask for less.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(await who(browser)).toBe(memberId('gwenllian'));
  });

  test('is one of several that Asha sees and ends, one at a time or all the others', async () => {
    const phone = await picked('asha');
    const laptop = await picked('asha');
    const library = await picked('asha');
    const { viewer } = await phone.ask(`{ viewer { ${SESSIONS} } }`);
    expect(viewer.sessions).toHaveLength(3);
    expect(viewer.sessions.filter((session: { isThis: boolean }) => session.isThis)).toEqual([
      expect.objectContaining({ device: 'Firefox on Android', signedInBy: 'demo' }),
    ]);
    // Seen to the hour, not to the minute.
    expect(viewer.sessions[0].lastSeenAt).toMatch(/:00:00\.000Z$/);
    const [{ id }] = viewer.sessions.filter((session: { isThis: boolean }) => !session.isThis);
    const tom = await picked('tom');
    const END = `mutation ($id: ID!) { endSession(id: $id) { __typename ${REFUSAL} } }`;
    expect((await tom.ask(END, { id })).endSession.reason).toBe('not_found');
    expect((await phone.ask(END, { id })).endSession.__typename).toBe('Viewer');
    const left = [await who(laptop), await who(library)].filter(Boolean);
    expect(left).toEqual([memberId('asha')]);
    await phone.ask('mutation { endOtherSessions { __typename } }');
    expect([await who(laptop), await who(library)]).toEqual([null, null]);
    expect([await who(phone), await who(tom)]).toEqual([memberId('asha'), memberId('tom')]);
  });

  test('is told whose it is beside many that are asked for at the same time, in fewer statements', async () => {
    const names = ['asha', 'tom', 'gwenllian', 'helen', 'asha'] as const;
    const browsers = await Promise.all(names.map(picked));
    const stranger = openBrowser(stage);
    stranger.cookies.set('clarion', 'made-up');
    const all = [...browsers, stranger, ...browsers, stranger];
    const expected = [...names.map(memberId), null];
    let told: (string | null)[] = [];
    const statements = await stage.statementsOf(async () => {
      told = await Promise.all(all.map(who));
    });
    expect(told).toEqual([...expected, ...expected]);
    const lookUps = statements.filter((each) => each.includes('token_hash'));
    expect(lookUps.length).toBeLessThan(all.length);
  });

  test('is looked up by a plan that is kept, also where nobody asks at the same time', async () => {
    const one = dataSource({ url: urlOf(stage.database), pool: 1 });
    await one.initialize();
    try {
      const asha = await begin(one.manager, memberId('asha'), new Date(), AT);
      for (let time = 0; time < 20; time += 1) await viewerOf(one.manager, asha, new Date());
      const [plans] = await one.query(`SELECT custom_plans::int AS each, generic_plans::int AS kept
        FROM pg_prepared_statements WHERE statement LIKE '%AS given(hash, nth) JOIN session%'`);
      expect(plans).toEqual({ each: 5, kept: 15 });
    } finally {
      await one.destroy();
    }
  });

  test('is replaced by the next one in the same browser', async () => {
    const browser = await picked('asha');
    const before = tokenOf(browser);
    await browser.ask('mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) { __typename } }', {
      id: memberId('tom'),
    });
    expect(tokenOf(browser)).not.toBe(before);
    expect(await viewerOf(stage.database.manager, before, new Date())).toBeNull();
  });

  test('that nobody uses ends after fourteen days, and with the membership', async () => {
    const { manager } = stage.database;
    const now = Date.now();
    const token = await begin(manager, memberId('jamie'), new Date(now), AT);
    const daysOn = (days: number) => viewerOf(manager, token, new Date(now + days * DAY));
    expect((await daysOn(13))?.id).toBe(memberId('jamie'));
    expect((await daysOn(26))?.id).toBe(memberId('jamie'));
    const idle = await begin(manager, memberId('jamie'), new Date(now), AT);
    expect(await viewerOf(manager, idle, new Date(now + 15 * DAY))).toBeNull();
    const lapsing = await begin(manager, memberId('jamie'), new Date(now - DAY), AT);
    await manager.query(
      `UPDATE member SET lapsed_on = (now() AT TIME ZONE 'Europe/London')::date WHERE id = $1`,
      [memberId('jamie')],
    );
    expect(await viewerOf(manager, lapsing, new Date(now))).toBeNull();
  });

  test('has another token as soon as an office begins or ends; what was on its way is still answered', async () => {
    const browser = await picked('tom');
    const first = tokenOf(browser);
    await who(browser);
    expect(tokenOf(browser)).toBe(first);
    const id = randomUUID();
    await stage.database.query(
      `INSERT INTO office (id, member_id, body_id, office, "from") VALUES ($1, $2, $3, 'secretary', '2020-01-01')`,
      [id, memberId('tom'), bodyId('bristol-east')],
    );
    const stale = openBrowser(stage);
    stale.cookies.set('clarion', first);
    await who(browser);
    const second = tokenOf(browser);
    expect(second).not.toBe(first);
    expect(await who(stale)).toBe(memberId('tom'));
    await stage.database.query(`UPDATE session SET previous_until = now()`);
    expect(await who(stale)).toBeNull();
    await stage.database.query('DELETE FROM office WHERE id = $1', [id]);
    await who(browser);
    expect(tokenOf(browser)).not.toBe(second);
    expect(await who(browser)).toBe(memberId('tom'));
  });

  test('is known to its owner by the browser, in words', () => {
    const ios = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15';
    const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
    const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
    expect(describeDevice(FIREFOX_ON_ANDROID)).toBe('Firefox on Android');
    expect(describeDevice(`${ios} Version/18.5 Mobile/15E148 Safari/604.1`)).toBe(
      'Safari on an iPhone',
    );
    expect(describeDevice(`${mac} ${chrome}`)).toBe('Chrome on a Mac');
    expect(describeDevice(`${windows} ${chrome} Edg/140.0.0.0`)).toBe('Edge on Windows');
    expect(describeDevice('curl/8.5')).toBe('A browser');
    expect(describeDevice(undefined)).toBe('A browser');
  });
});

describe('Confirming', () => {
  const letTimePass = () =>
    stage.database.query(`UPDATE session SET confirmed_at = now() - interval '10 minutes'`);
  const CHANGE = `mutation ($id: ID!) { changePhase(consultationId: $id, to: open) { __typename ${REFUSAL} } }`;
  const reasonOf = async (browser: Browser) =>
    (await browser.ask(CHANGE, { id: newId() })).changePhase.reason;

  test('is asked of Helen ten minutes after she signed in, and in the demonstration takes a press', async () => {
    const helen = await picked('helen');
    expect(await reasonOf(helen)).toBe('not_found');
    await letTimePass();
    expect(await reasonOf(helen)).toBe('confirm_first');
    await helen.ask('mutation { confirmAsDemoPerson { __typename } }');
    expect(await reasonOf(helen)).toBe('not_found');
  });

  test('by a code goes to one’s own address, once, and is not there for who signed in by a code elsewhere', async () => {
    await stage.database.query(
      `INSERT INTO contact (member_id, email, email_key, changed_at)
       VALUES ($1, 'ewan@example.org', 'ewan@example.org', now())`,
      [memberId('ewan')],
    );
    const ewan = openBrowser(stage);
    const how = { by: 'code', device: 'A test' } as const;
    ewan.cookies.set(
      'clarion',
      await begin(stage.database.manager, memberId('ewan'), new Date(), how),
    );
    await letTimePass();
    const { environment, keys } = stage.clarion;
    await withJobs(stage, signInTasks(environment, keys), async () => {
      const attemptId = newId();
      await ewan.ask(
        `mutation ($id: ID!) { requestConfirmingCode(attemptId: $id) { __typename } }`,
        { id: attemptId },
      );
      const code = /^\d{8}$/m.exec((await office.take('ewan@example.org')).text)?.[0];
      const CONFIRM = `mutation ($attemptId: ID!, $code: String!) {
        confirmWithCode(attemptId: $attemptId, code: $code) { __typename ${REFUSAL} } }`;
      // It confirms, and signs nobody in.
      const { signInWithCode } = await ewan.ask(
        `mutation ($attemptId: ID!, $code: String!) {
          signInWithCode(attemptId: $attemptId, code: $code) { __typename ${REFUSAL} } }`,
        { attemptId, code },
      );
      expect(signInWithCode.reason).toBe('wrong_code');
      const press = await ewan.ask(`mutation { confirmAsDemoPerson { __typename ${REFUSAL} } }`);
      expect(press.confirmAsDemoPerson.reason).toBe('not_offered');
      const confirm = async () => (await ewan.ask(CONFIRM, { attemptId, code })).confirmWithCode;
      expect(await confirm()).toMatchObject({ __typename: 'Viewer' });
      expect(await confirm()).toMatchObject({ reason: 'wrong_code' });
    });
    const { viewer } = await ewan.ask('{ viewer { confirmedAt } }');
    expect(Date.now() - new Date(viewer.confirmedAt).getTime()).toBeLessThan(60_000);
  });
});
