import { describe, expect, test } from '@jest/globals';
import { latest } from '../src/jobs/job-run.queries.js';
import type { Task } from '../src/jobs/jobs.js';
import { openStage } from './stage/stage.js';
import { until, withJobs } from './stage/working.js';

const stage = openStage({ CLARION_LOG: 'silent' });

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
