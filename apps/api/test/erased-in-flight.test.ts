import { beforeAll, describe, expect, test } from '@jest/globals';
import { inTransaction } from '../src/database/transaction.js';
import { erase } from '../src/personal-data/erasure.service.js';
import { crowd } from './stage/crowd.js';
import { newId, openConsultation, propose } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';
import { until } from './stage/working.js';

const stage = openStage();
let proposalId: string;
beforeAll(async () => {
  const consultationId = await openConsultation(await stage.as('helen'));
  ({ id: proposalId } = await propose(await stage.as('asha'), consultationId));
});

const erasing = (memberId: string) =>
  inTransaction(stage.database, (tx) =>
    erase(tx, { memberId, at: new Date(), keys: stage.clarion.keys, by: 'operator' }),
  );

const report = (by: Person, id = newId()) =>
  by.send<{ report: { __typename: string; reason?: string } }>(
    `mutation ($input: ReportInput!) { report(input: $input) { __typename ... on Refusal { reason } } }`,
    { input: { id, aboutId: proposalId, reason: 'abuse', words: 'She calls my daughter a liar.' } },
  );

const waiting = async () =>
  Number((await stage.database.query('SELECT count(*) FROM pg_locks WHERE NOT granted'))[0].count);

describe('While somebody is erased', () => {
  test('what they were sending is finished first, and erased with the rest', async () => {
    const [somebody] = (await crowd(stage, 1)) as [Person];
    const runner = stage.database.createQueryRunner();
    await runner.startTransaction();
    // As if another report of theirs were being written: this one waits in the middle.
    await runner.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 74659))', [somebody.id]);
    const id = newId();
    const sent = report(somebody, id);
    await until(async () => (await waiting()) === 1, 'the report waits');
    let isErased = false;
    const erased = erasing(somebody.id).then(() => {
      isErased = true;
    });
    await until(async () => isErased || (await waiting()) === 2, 'the erasure waits too');
    await runner.commitTransaction();
    await runner.release();
    expect((await sent).data.report).toEqual({ __typename: 'OwnReport' });
    await erased;
    const rows = await stage.database.query(
      'SELECT reporter_id AS "reporterId", words FROM report WHERE id = $1',
      [id],
    );
    expect(rows).toEqual([{ reporterId: null, words: '' }]);
  });

  test('what they send meanwhile waits, and is refused', async () => {
    const [somebody] = (await crowd(stage, 1)) as [Person];
    const runner = stage.database.createQueryRunner();
    await runner.startTransaction();
    await erase(runner.manager, {
      ...{ memberId: somebody.id, at: new Date(), keys: stage.clarion.keys, by: 'operator' },
    });
    const sent = report(somebody);
    await until(async () => (await waiting()) > 0, 'the report waits');
    await runner.commitTransaction();
    await runner.release();
    const { report: answer } = (await sent).data;
    expect(answer).toMatchObject({ reason: 'not_signed_in' });
    const [{ count }] = await stage.database.query(
      `SELECT count(*)::int FROM report WHERE reporter_id = $1`,
      [somebody.id],
    );
    expect(count).toBe(0);
  });
});
