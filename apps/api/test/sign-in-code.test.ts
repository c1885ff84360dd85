import { beforeAll, describe, expect, test } from '@jest/globals';
import { signInTasks } from '../src/accounts/sign-in-code.tasks.js';
import { memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { type Browser, openBrowser } from './stage/browser.js';
import { newId } from './stage/over-http.js';
import { openPostOffice } from './stage/post-office.js';
import { openStage } from './stage/stage.js';
import { until, withJobs } from './stage/working.js';

const office = openPostOffice();
const stage = openStage(() => ({
  CLARION_LOG: 'silent',
  CLARION_DEMO: 'false',
  CLARION_SMTP_URL: office.url,
  CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
}));

const ASK = `mutation ($email: String!, $attemptId: ID!) {
  requestSignInCode(email: $email, attemptId: $attemptId) {
    __typename ... on CodeRequested { attemptId } ... on Refusal { reason message field } } }`;
const SIGN_IN = `mutation ($attemptId: ID!, $code: String!, $number: String) {
  signInWithCode(attemptId: $attemptId, code: $code, membershipNumber: $number) {
    __typename ... on Viewer { member { id } signedInBy } ... on Refusal { reason message field } } }`;
const ME = '{ viewer { member { id } signedInBy } }';

async function reachedAt(who: PersonKey, email: string, heldUntil: Date | null = null) {
  await stage.database.query(
    `INSERT INTO contact (member_id, email, email_key, changed_at, held_until)
     VALUES ($1, $2, lower($2), now(), $3)
     ON CONFLICT (member_id) DO UPDATE SET email = $2, email_key = lower($2), held_until = $3`,
    [memberId(who), email, heldUntil],
  );
}

async function ask(browser: Browser, email: string, attemptId = newId()): Promise<string> {
  const { requestSignInCode } = await browser.ask(ASK, { email, attemptId });
  expect(requestSignInCode).toEqual({ __typename: 'CodeRequested', attemptId });
  return attemptId;
}

const codeIn = (text: string) => /^\d{8}$/m.exec(text)?.[0] ?? '';
const enter = async (
  browser: Browser,
  attemptId: string,
  code: string,
  number: string | null = null,
) => (await browser.ask(SIGN_IN, { attemptId, code, number })).signInWithCode;

/** A code for somebody, fetched from their inbox. */
async function codeFor(browser: Browser, email: string) {
  const attemptId = await ask(browser, email);
  return { attemptId, code: codeIn((await office.take(email)).text) };
}

const withMail = <T>(work: () => Promise<T>) =>
  withJobs(stage, signInTasks(stage.clarion.environment, stage.clarion.keys), work);
const jobsAreDone = () =>
  until(async () => {
    const [row] = await stage.database.query(
      'SELECT count(*)::int AS waiting FROM graphile_worker.jobs',
    );
    return row.waiting === 0;
  }, 'the jobs were done');

beforeAll(async () => {
  await reachedAt('asha', 'Asha@example.org');
  // A couple.
  await reachedAt('gwenllian', 'home@example.org');
  await reachedAt('tom', 'home@example.org');
});

describe('Somebody signs in by a code', () => {
  test('which comes by mail, is typed into the same browser, and works once', async () => {
    const browser = openBrowser(stage);
    await withMail(async () => {
      expect(await browser.ask('{ signInWays { code } }')).toEqual({ signInWays: { code: true } });
      // It goes to the address on the roll, however it was typed.
      const attemptId = await ask(browser, ' ASHA@example.org ');
      const mail = await office.take('Asha@example.org');
      const code = codeIn(mail.text);
      expect(mail.subject).toBe(`${code} is your code for Clarion`);
      expect(await enter(browser, attemptId, `${code.slice(0, 4)} ${code.slice(4)}`)).toEqual({
        __typename: 'Viewer',
        member: { id: memberId('asha') },
        signedInBy: 'code',
      });
      expect(await browser.ask(ME)).toMatchObject({ viewer: { member: { id: memberId('asha') } } });
      expect(await enter(browser, attemptId, code)).toMatchObject({ reason: 'wrong_code' });
    });
  });

  test('and nobody else does, in another browser, though they read the code', async () => {
    await withMail(async () => {
      const browser = openBrowser(stage);
      const { attemptId, code } = await codeFor(browser, 'Asha@example.org');
      const other = openBrowser(stage);
      expect(await enter(other, attemptId, code)).toMatchObject({ reason: 'wrong_code' });
      await ask(other, 'nobody@example.org');
      expect(await enter(other, attemptId, code)).toMatchObject({ reason: 'wrong_code' });
      // Asking under the id of somebody else's attempt changes nothing of it.
      await ask(other, 'nobody@example.org', attemptId);
      expect(await enter(other, attemptId, code)).toMatchObject({ reason: 'wrong_code' });
      expect(await enter(browser, attemptId, code)).toMatchObject({ __typename: 'Viewer' });
    });
  });

  test('within five tries and ten minutes', async () => {
    await withMail(async () => {
      const browser = openBrowser(stage);
      const { attemptId, code } = await codeFor(browser, 'Asha@example.org');
      const wrong = code === '00000000' ? '00000001' : '00000000';
      // All at once, as somebody does who wants more tries than there are.
      const tries = await Promise.all(
        Array.from({ length: 5 }, () => enter(browser, attemptId, wrong)),
      );
      expect(tries.map(({ reason }) => reason)).toEqual(Array(5).fill('wrong_code'));
      expect(await enter(browser, attemptId, code)).toMatchObject({ reason: 'wrong_code' });

      const late = await codeFor(browser, 'Asha@example.org');
      await stage.database.query('UPDATE sign_in_attempt SET expires_at = now() WHERE id = $1', [
        late.attemptId,
      ]);
      expect(await enter(browser, late.attemptId, late.code)).toMatchObject({
        reason: 'wrong_code',
      });
    });
  });

  test('as one of a couple who share an address, by typing whose number it is', async () => {
    await withMail(async () => {
      const browser = openBrowser(stage);
      const { attemptId, code } = await codeFor(browser, 'home@example.org');
      const unclear = await enter(browser, attemptId, code);
      expect(unclear).toMatchObject({ reason: 'which_member', field: 'membershipNumber' });
      expect(unclear.message).not.toMatch(/Gwenllian|Tom/);
      expect(await enter(browser, attemptId, code, 'A0000000')).toMatchObject({
        reason: 'which_member',
      });
      const [{ number }] = await stage.database.query(
        'SELECT membership_number AS number FROM member WHERE id = $1',
        [memberId('tom')],
      );
      expect(await enter(browser, attemptId, code, ` ${number.toLowerCase()}`)).toMatchObject({
        member: { id: memberId('tom') },
      });
    });
  });

  test('unless their address has just changed: then no code goes there, or their membership has lapsed', async () => {
    const until = new Date(Date.now() + 60 * 60 * 1000);
    await reachedAt('callum', 'callum@example.org', until);
    await reachedAt('ruth', 'ruth@example.org');
    await stage.database.query(`UPDATE member SET lapsed_on = '2026-01-01' WHERE id = $1`, [
      memberId('ruth'),
    ]);
    await withMail(async () => {
      const browser = openBrowser(stage);
      const held = await codeFor(browser, 'callum@example.org');
      expect(held.code).toBe('');
      for (const code of ['', '12', '00000000']) {
        expect(await enter(browser, held.attemptId, code)).toMatchObject({ reason: 'wrong_code' });
      }
      const lapsed = await codeFor(browser, 'ruth@example.org');
      expect(await enter(browser, lapsed.attemptId, lapsed.code)).toMatchObject({
        reason: 'lapsed',
        message: expect.stringContaining('1 January 2026'),
      });
      expect(await browser.ask(ME)).toEqual({ viewer: null });
    });
  });

  test('and one of a couple whose address is fresh does not keep the other out, nor get in with theirs', async () => {
    await reachedAt('tom', 'home@example.org', new Date(Date.now() + 60 * 60 * 1000));
    await withMail(async () => {
      const browser = openBrowser(stage);
      const { attemptId, code } = await codeFor(browser, 'home@example.org');
      expect(await enter(browser, attemptId, code)).toMatchObject({
        __typename: 'Viewer',
        member: { id: memberId('gwenllian') },
      });
    });
    await reachedAt('tom', 'home@example.org');
  });

  test('not while it is held even where the code was sent before the change', async () => {
    await reachedAt('callum', 'callum@example.org');
    await withMail(async () => {
      const browser = openBrowser(stage);
      const { attemptId, code } = await codeFor(browser, 'callum@example.org');
      await reachedAt('callum', 'callum@example.org', new Date(Date.now() + 60 * 60 * 1000));
      expect(await enter(browser, attemptId, code)).toMatchObject({ reason: 'contact_hold' });
    });
  });

  test('not with a code that went to the address they had before', async () => {
    await reachedAt('callum', 'callum@example.org');
    await withMail(async () => {
      const browser = openBrowser(stage);
      const { attemptId, code } = await codeFor(browser, 'callum@example.org');
      await reachedAt('callum', 'callum@elsewhere.example');
      expect(await enter(browser, attemptId, code)).toMatchObject({ reason: 'wrong_code' });
    });
  });
});

describe('For known and unknown addresses', () => {
  const addresses = ['Asha@example.org', 'nobody@example.org', 'home@example.org'];

  test('the same is answered, and the same statements run', async () => {
    const seen: unknown[] = [];
    for (const email of addresses) {
      const browser = openBrowser(stage);
      const attemptId = newId();
      let reply: unknown;
      const statements = await stage.statementsOf(async () => {
        const sent = await browser.fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: ASK, variables: { email, attemptId } }),
        });
        reply = {
          status: sent.status,
          body: (await sent.text()).replace(attemptId, 'an id'),
          headers: [...sent.headers.keys()].sort(),
        };
      });
      const wrong: unknown[] = [];
      const tried = await stage.statementsOf(async () => {
        wrong.push(await enter(browser, attemptId, '12345678'));
      });
      seen.push({ reply, statements, wrong, tried });
    }
    expect(seen[0]).toMatchObject({ statements: { length: 2 }, tried: { length: 1 } });
    for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
    await withMail(jobsAreDone);
    office.arrived.length = 0;
  });

  test('no mail is sent to an address that nobody has', async () => {
    await withMail(async () => {
      await ask(openBrowser(stage), 'nobody@example.org');
      await jobsAreDone();
    });
    expect(office.arrived).toEqual([]);
  });
});

describe('A code', () => {
  test('is sent to one inbox five times an hour at most, and the next is answered alike', async () => {
    await reachedAt('jamie', 'jamie@example.org');
    await withMail(async () => {
      const browser = openBrowser(stage);
      for (let asked = 0; asked < 7; asked += 1) await ask(browser, 'jamie@example.org');
      await jobsAreDone();
    });
    expect(office.arrived.splice(0)).toHaveLength(5);
  });

  test('is sent once however often it is asked for under one id', async () => {
    await reachedAt('ewan', 'ewan@example.org');
    await withMail(async () => {
      const browser = openBrowser(stage);
      const id = newId();
      await ask(browser, 'ewan@example.org', id);
      await Promise.all(Array.from({ length: 5 }, () => ask(browser, 'ewan@example.org', id)));
      await jobsAreDone();
    });
    expect(office.arrived.splice(0)).toHaveLength(1);
  });

  test('is nowhere in the database, nor is the address once it is sent', async () => {
    await reachedAt('kofi', 'kofi@example.org');
    await withMail(async () => {
      const { attemptId, code } = await codeFor(openBrowser(stage), 'kofi@example.org');
      await jobsAreDone();
      const rows = await stage.database.query(
        `SELECT (SELECT json_agg(a)::text FROM sign_in_attempt a) AS attempts,
           (SELECT json_agg(j)::text FROM graphile_worker.jobs j) AS jobs`,
      );
      const kept = JSON.stringify(rows);
      expect(kept).toContain(attemptId);
      expect(kept).not.toContain(code);
      expect(kept).not.toContain('kofi@');
    });
  });

  test('is not offered where no mail server is set', async () => {
    const { environment } = stage.clarion;
    const { smtpUrl } = environment;
    environment.smtpUrl = '';
    const browser = openBrowser(stage);
    const { requestSignInCode } = await browser.ask(ASK, {
      email: 'asha@example.org',
      attemptId: newId(),
    });
    expect(requestSignInCode).toMatchObject({ reason: 'not_offered' });
    expect(await browser.ask('{ signInWays { code } }')).toEqual({ signInWays: { code: false } });
    environment.smtpUrl = smtpUrl;
  });
});
