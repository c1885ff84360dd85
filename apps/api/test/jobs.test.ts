import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { latest } from '../src/jobs/job-run.queries.js';
import type { Task } from '../src/jobs/jobs.js';
import { enqueue, mailTasks } from '../src/mail/mail.js';
import { openPostOffice, type PostOffice } from './stage/post-office.js';
import { openStage } from './stage/stage.js';
import { until, withJobs } from './stage/working.js';

const stage = openStage({ CLARION_LOG: 'silent' });

/** A post office that takes a mail and does not say so while it is slow. */
let isSlow = true;
const office: PostOffice = openPostOffice({
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      for (const { address } of envelope.rcptTo) {
        office.arrived.push({ to: address, subject: '', text: '', raw });
      }
      if (!isSlow) done();
    });
  },
});

const runOf = async (task: string) =>
  (await latest(stage.database.manager)).find((run) => run.task === task);

/** Adds a job as another transaction would, in SQL. */
const add = (task: string, key: string | null = null) =>
  stage.database.query(
    `SELECT graphile_worker.add_job($1, '{}', job_key := $2, max_attempts := 3)`,
    [task, key],
  );

const waiting = async (): Promise<number> => {
  const [row] = await stage.database.query(
    'SELECT count(*)::int AS jobs FROM graphile_worker.jobs',
  );
  return row.jobs;
};

/** A task that counts how often it was done. */
function counting(work: Task['work'] = async () => undefined, isRegular = false) {
  const done: unknown[] = [];
  const task: Task = {
    isRegular,
    work: async (payload, working) => {
      await work(payload, working);
      done.push(payload);
    },
  };
  return { done, task };
}

describe('Jobs', () => {
  test('say in a sentence what they need where their user may not make a schema', async () => {
    const [{ name }] = await stage.database.query('SELECT current_database() AS name');
    await stage.database.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE');
    await stage.database.query(`REVOKE CREATE ON DATABASE ${name} FROM current_user`);
    await expect(withJobs(stage, {}, async () => undefined)).rejects.toThrow(
      /^The jobs keep their queue in a schema of their own/,
    );
    await stage.database.query(`GRANT CREATE ON DATABASE ${name} TO current_user`);
  });

  test('make their own tables on the first start, and do at once what is regular', async () => {
    const { done, task } = counting(undefined, true);
    await withJobs(stage, { 'look-around': task }, () =>
      until(async () => (await runOf('look-around'))?.endedAt != null, 'the regular task ran'),
    );
    expect(done).toHaveLength(1);
    expect(await runOf('look-around')).toMatchObject({ fault: null });
    expect(await waiting()).toBe(0);
  });

  test('may take longer than a page: no statement is ended after two seconds', async () => {
    const { done, task } = counting(async (_, { database }) => {
      await database.query('SELECT pg_sleep(2.2)');
    });
    await withJobs(stage, { sleep: task }, async () => {
      await add('sleep');
      await until(async () => done.length > 0, 'the long statement ended');
    });
    expect(await runOf('sleep')).toMatchObject({ fault: null });
  });

  test('are done once each where two servers share them, and once under one key', async () => {
    const { done, task } = counting();
    const other = counting();
    await withJobs(stage, { idle: other.task }, async () => {
      for (let each = 0; each < 3; each += 1) await add('shared', 'the same');
      for (let each = 0; each < 5; each += 1) await add('shared');
      await withJobs(stage, { shared: task }, () =>
        withJobs(stage, { shared: task }, () =>
          until(async () => (await waiting()) === 0, 'all jobs were done'),
        ),
      );
    });
    expect(done).toHaveLength(6);
  });

  test('that fail are tried again, and the operator can read why', async () => {
    let tries = 0;
    const { done, task } = counting(async () => {
      tries += 1;
      if (tries === 1) throw new Error('The disk is full.');
    });
    await withJobs(stage, { clumsy: task }, async () => {
      await add('clumsy');
      await until(async () => (await runOf('clumsy'))?.fault === 'The disk is full.', 'it failed');
      await until(async () => done.length === 1, 'the second try went well');
      await until(async () => (await runOf('clumsy'))?.endedAt != null, 'that was written down');
    });
    expect(await runOf('clumsy')).toMatchObject({ fault: null });
  });

  test('that run while the server stops are interrupted and done after the next start', async () => {
    const interrupted = counting(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    await withJobs(stage, { patient: interrupted.task }, async () => {
      await add('patient');
      await until(async () => (await runOf('patient')) !== undefined, 'it began');
    });
    expect(interrupted.done).toEqual([]);
    expect(await runOf('patient')).toMatchObject({ fault: 'The server stopped meanwhile.' });
    const { done, task } = counting();
    await withJobs(stage, { patient: task }, () =>
      until(async () => done.length === 1, 'it was done after the next start'),
    );
    expect(await waiting()).toBe(0);
  });
});

/** A process of its own with a worker that a test can kill: it works on `task` until then. */
async function workerElsewhere(
  task: string,
  source: string,
): Promise<{ kill: () => Promise<void> }> {
  const program = `
    const { startJobs } = await import(${JSON.stringify(resolve('dist/jobs/jobs.js'))});
    const { mailTasks } = await import(${JSON.stringify(resolve('dist/mail/mail.js'))});
    const log = { error() {}, warn() {}, info() {}, debug() {} };
    await startJobs({ url: process.argv[1], log, tasks: ${source} });
    console.log('ready');`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, stage.clarion.environment.databaseUrl],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  await new Promise((ready) => child.stdout.once('data', ready));
  const isWorking = async () => {
    const [row] = await stage.database.query(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs
       WHERE task_identifier = $1 AND locked_by IS NOT NULL`,
      [task],
    );
    return row.n > 0;
  };
  return {
    kill: async () => {
      await until(isWorking, 'the other process had begun');
      const gone = new Promise((resolveGone) => child.once('exit', resolveGone));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const HANGS = (task: string) =>
  `{ ${JSON.stringify(task)}: { work: () => new Promise(() => {}) } }`;

describe('A worker that is killed half-way', () => {
  test('leaves its job to the next, which does it once', async () => {
    const other = await workerElsewhere('sum-up', HANGS('sum-up'));
    await add('sum-up');
    await other.kill();
    const { done, task } = counting();
    await withJobs(
      stage,
      { 'sum-up': task },
      () => until(async () => (await waiting()) === 0, 'the job was done'),
      500,
    );
    expect(done).toHaveLength(1);
  });

  test('would keep its job for hours, were it not known to be gone (so the test above can fail)', async () => {
    const other = await workerElsewhere('sum-up', HANGS('sum-up'));
    await add('sum-up');
    await other.kill();
    const { done, task } = counting();
    await withJobs(
      stage,
      { 'sum-up': task },
      () => new Promise((resolveLater) => setTimeout(resolveLater, 4_000)),
      3_600_000,
    );
    expect(done).toEqual([]);
    await stage.database.query('DELETE FROM graphile_worker._private_jobs');
  });

  test('is not taken for gone while it lives, however long it takes', async () => {
    const { done, task } = counting(
      () => new Promise((resolveLater) => setTimeout(resolveLater, 3_000)),
    );
    await withJobs(
      stage,
      { 'sum-up': task },
      async () => {
        await add('sum-up');
        await withJobs(
          stage,
          { 'sum-up': task },
          () => until(async () => (await waiting()) === 0, 'the job was done'),
          500,
        );
      },
      500,
    );
    expect(done).toHaveLength(1);
  });

  test('leaves nothing behind of what is found again when it is due', async () => {
    const other = await workerElsewhere('look-around', HANGS('look-around'));
    await add('look-around', 'look around');
    await other.kill();
    // Due again under the same key: graphile-worker gives up the one that was begun, and keeps its row.
    await add('look-around', 'look around');
    expect(await waiting()).toBe(2);
    const { done, task } = counting();
    await withJobs(
      stage,
      { 'look-around': { ...task, comesAgain: true } },
      () => until(async () => (await waiting()) === 0, 'no row is left'),
      500,
    );
    expect(done).toHaveLength(1);
  });

  test('may have sent its mail: it is sent again as the same mail, which programs show once', async () => {
    const settings = {
      smtpUrl: office.url,
      mailFrom: 'Clarion <clarion@example.org>',
      publicUrl: '',
    };
    const other = await workerElsewhere('send-mail', `mailTasks(${JSON.stringify(settings)})`);
    await stage.database.transaction((tx) =>
      enqueue(tx, { to: 'asha@example.org', letter: { kind: 'test' } }),
    );
    // The server has it and has not said so: the worker cannot know.
    const first = await office.take('asha@example.org');
    await other.kill();
    isSlow = false;
    await withJobs(
      stage,
      mailTasks(settings),
      () => until(async () => (await waiting()) === 0, 'the mail was sent'),
      500,
    );
    const second = await office.take('asha@example.org');
    const idOf = (raw: string) => /^message-id: (<[^>]+@example\.org>)/im.exec(raw)?.[1];
    expect(idOf(first.raw)).toMatch(/^<[0-9a-f-]{36}@/);
    expect(idOf(second.raw)).toBe(idOf(first.raw));
    expect(office.arrived).toEqual([]);
  });
});
