import { describe, expect, test } from '@jest/globals';
import { latest } from '../src/jobs/job-run.queries.js';
import { enqueue, mailTasks } from '../src/mail/mail.js';
import { CLARION, onStage, run } from './stage/command.js';
import { openPostOffice } from './stage/post-office.js';
import { openStage } from './stage/stage.js';
import { until, withJobs } from './stage/working.js';

const stage = openStage({ CLARION_LOG: 'silent' });
const office = openPostOffice();
const closed = openPostOffice({
  authOptional: false,
  allowInsecureAuth: true,
  onAuth: (_auth, _session, done) => done(new Error('Invalid login')),
});

const FROM = 'Clarion <clarion@example.org>';
const settings = (url: string) => ({
  smtpUrl: url,
  mailFrom: FROM,
  publicUrl: 'https://clarion.test',
});
const mailTest = (url: string, to = 'asha@example.org') =>
  run(CLARION, ['mail', 'test', to], { CLARION_SMTP_URL: url, CLARION_MAIL_FROM: FROM });

const queued = async (): Promise<{ attempts: number; isRunning: boolean }[]> =>
  stage.database.query(
    `SELECT attempts, locked_at IS NOT NULL AS "isRunning" FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`,
  );

/** As if the hours between the tries had passed. */
const comeDue = () =>
  stage.database.query(
    `SELECT graphile_worker.reschedule_jobs(ARRAY(SELECT id FROM graphile_worker.jobs), run_at := now())`,
  );

describe('Mail', () => {
  test('is sent after the transaction that asked for it, in plain text', async () => {
    await withJobs(stage, mailTasks(settings(office.url)), async () => {
      await stage.database.transaction((tx) =>
        enqueue(tx, { to: 'asha@example.org', letter: { kind: 'test' } }),
      );
      const mail = await office.take('asha@example.org');
      expect(mail.subject).toBe('A test from Clarion');
      expect(mail.text).toContain('This was sent from https://clarion.test');
      expect(mail.raw).toMatch(/^From: Clarion <clarion@example\.org>/m);
      expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated/m);
      expect(mail.raw).toMatch(/^Content-Type: text\/plain/m);
      await until(async () => (await queued()).length === 0, 'its address left the queue');
    });
  });

  test('is not sent where the transaction did not hold', async () => {
    await withJobs(stage, mailTasks(settings(office.url)), async () => {
      const failing = stage.database.transaction(async (tx) => {
        await enqueue(tx, { to: 'ben@example.org', letter: { kind: 'test' } });
        throw new Error('something else went wrong');
      });
      await expect(failing).rejects.toThrow('something else went wrong');
      await stage.database.transaction((tx) =>
        enqueue(tx, { to: 'cara@example.org', letter: { kind: 'test' } }),
      );
      await office.take('cara@example.org');
    });
    expect(office.arrived).toEqual([]);
    expect(await queued()).toEqual([]);
  });

  test('does not wait for what takes long', async () => {
    let isDone = false;
    const slow = {
      work: async (_: unknown, { signal }: { signal: AbortSignal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        isDone = true;
      },
    };
    const tasks = { ...mailTasks(settings(office.url)), ponder: slow };
    await withJobs(stage, tasks, async () => {
      await stage.database.query(`SELECT graphile_worker.add_job('ponder')`);
      await until(
        async () => (await latest(stage.database.manager)).some(({ task }) => task === 'ponder'),
        'the long job began',
      );
      await stage.database.transaction((tx) =>
        enqueue(tx, { to: 'asha@example.org', letter: { kind: 'test' } }),
      );
      await office.take('asha@example.org');
      expect(isDone).toBe(false);
    });
  });

  test('that is refused is tried again; what fails for good the doctor tells, without the address', async () => {
    office.unknown.add('gone@example.org');
    await withJobs(stage, mailTasks(settings(office.url)), async () => {
      await stage.database.transaction((tx) =>
        enqueue(tx, { to: 'gone@example.org', letter: { kind: 'test' } }),
      );
      for (let tries = 1; tries <= 12; tries += 1) {
        await until(async () => {
          const [job] = await queued();
          return job?.attempts === tries && !job.isRunning;
        }, `try ${tries} failed`);
        await comeDue();
      }
    });
    const doctor = () =>
      run(CLARION, ['doctor'], {
        ...onStage(stage),
        CLARION_SMTP_URL: office.url,
        CLARION_MAIL_FROM: FROM,
      });
    const { out } = await doctor();
    expect(out).toContain('✗ 1 mail was never sent.');
    expect(out).toContain('does not take mail for that address');
    expect(out).not.toContain('gone@example.org');
    const runs = await latest(stage.database.manager);
    expect(JSON.stringify(runs)).not.toContain('gone@');

    office.unknown.clear();
    const retry = await run(CLARION, ['mail', 'retry'], onStage(stage));
    expect(retry.out).toBe('Mail that the server tries again: 1.\n');
    await withJobs(stage, mailTasks(settings(office.url)), () => office.take('gone@example.org'));
    expect((await doctor()).out).toContain('✓ The mail server takes mail, and none has failed');
  });
});

describe('clarion mail test', () => {
  test('sends one mail', async () => {
    const ran = await mailTest(office.url);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('The mail server took a mail for asha@example.org.');
    expect(await office.take('asha@example.org')).toMatchObject({ subject: 'A test from Clarion' });
  });

  test.each<[string, () => Promise<{ err: string }>, RegExp]>([
    [
      'that nobody listens there',
      () => mailTest('smtp://127.0.0.1:9'),
      /^127\.0\.0\.1:9 is there, but takes no mail on that port\./,
    ],
    [
      'that the name is not known',
      () => mailTest('smtp://mail.clarion.invalid:587'),
      /^No machine is known by the name mail\.clarion\.invalid/,
    ],
    [
      'that the password is wrong, without it',
      () => mailTest(closed.url.replace('//', '//clarion:secret-word@')),
      /does not accept the user and password in CLARION_SMTP_URL/,
    ],
    [
      'that there is no encrypted connection',
      () => mailTest(`${office.url}?requireTLS=true`),
      /^No encrypted connection to 127\.0\.0\.1:\d+ could be made/,
    ],
    [
      'that a certificate cannot be trusted',
      () => mailTest(office.url.replace('smtp:', 'smtps:')),
      /^No encrypted connection to 127\.0\.0\.1:\d+ could be made/,
    ],
    [
      'that it does not take mail for an address',
      () => {
        office.unknown.add('nobody@example.org');
        return mailTest(office.url, 'nobody@example.org');
      },
      /does not take mail for that address\. It said: 550/,
    ],
    ['that no server is set', () => mailTest(''), /^No mail server is set\./],
    [
      'that this is no address',
      () => mailTest(office.url, 'asha'),
      /^“asha” is not an email address/,
    ],
  ])('says %s', async (_, ask, saying) => {
    const ran = await ask();
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toMatch(saying);
    expect(ran.err).not.toMatch(/secret-word|\n\s+at /);
  });

  test('wants to know who mail is from', async () => {
    const ran = await run(CLARION, ['mail', 'test', 'asha@example.org'], {
      CLARION_SMTP_URL: office.url,
      CLARION_MAIL_FROM: '',
    });
    expect(ran.err).toMatch(/CLARION_MAIL_FROM must be the address that mail is from/);
  });
});
