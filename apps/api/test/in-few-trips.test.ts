import { beforeAll, describe, expect, test } from '@jest/globals';
import { answersOf, inFewTrips } from '../src/database/in-few-trips.js';
import { openStage } from './stage/stage.js';

const stage = openStage();
const added = async () => {
  const rows: { n: number }[] = await stage.database.query('SELECT n FROM added ORDER BY n');
  return rows.map(({ n }) => n);
};

beforeAll(() => stage.database.query('CREATE TABLE added (n int PRIMARY KEY)'));

describe('Statements that are sent without waiting', () => {
  test('are done in their order, each seeing what the ones before it did, and stay once committed', async () => {
    const seen = await inFewTrips(stage.database, async (tx, commit) => {
      const [, rows] = await answersOf([
        tx.query('INSERT INTO added VALUES ($1)', [1]),
        tx.query<unknown[]>('SELECT n FROM added'),
        tx.query('INSERT INTO added VALUES ($1)', [2]),
        commit(),
      ]);
      return rows;
    });
    expect(seen).toEqual([{ n: 1 }]);
    expect(await added()).toEqual([1, 2]);
  });

  test('leave nothing where one of them fails, though the commit was sent with it; the first fault is told', async () => {
    const adding = inFewTrips(stage.database, (tx, commit) =>
      answersOf([
        tx.query('INSERT INTO added VALUES ($1)', [3]),
        tx.query('INSERT INTO added VALUES ($1)', [1]),
        tx.query('INSERT INTO added VALUES ($1)', [4]),
        commit(),
      ]),
    );
    await expect(adding).rejects.toThrow('duplicate key value');
    expect(await added()).toEqual([1, 2]);
    // The connection is as good as before.
    expect(await stage.database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('leave nothing where what makes them fails before the commit', async () => {
    const adding = inFewTrips(stage.database, async (tx) => {
      await tx.query('INSERT INTO added VALUES ($1)', [5]);
      throw new Error('not this one');
    });
    await expect(adding).rejects.toThrow('not this one');
    expect(await added()).toEqual([1, 2]);
  });
});
