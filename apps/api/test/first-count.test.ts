import { rulesFrom } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { KeptBreadth } from '../src/ranking/kept-breadth.js';
import { Orders } from '../src/ranking/orders.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { dayIn } from './stage/over-http.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const AT_ONCE = 2;
const PROPOSALS = 7;
const LONG_AGO = Number.NEGATIVE_INFINITY;

/** Proposals whose votes are from two places. */
async function proposed() {
  const id = await consultationUnder(stage, { rules: { countsHiddenUntilVoted: false } });
  const proposals = await proposeMany(stage, id, PROPOSALS);
  for (const [at, proposal] of proposals.entries()) {
    await crowdVotes(stage, id, proposal, [
      { clp: 'salford', agree: 12 + at, disagree: 2 },
      { clp: 'paisley', agree: 11, disagree: at * 3 },
    ]);
  }
  const rules = rulesFrom('standard', dayIn(-10));
  return {
    id,
    proposals,
    ask: { consultationId: id, lens: 'breadth@1', round: null, rules } as const,
  };
}

/** Orders on the stage’s database, reading so much at once; `before` hears of every statement. */
function ordersHeard(before: (sql: string, values: readonly unknown[]) => Promise<void>) {
  const { manager } = stage.database;
  const query = async (sql: string, values: readonly unknown[]) => {
    await before(sql, values);
    return manager.query(sql, [...values]);
  };
  const db = { query } as EntityManager;
  return new Orders(() => ({ db, at: performance.now() }), new KeptBreadth(AT_ONCE));
}

/** Of how many proposals a statement reads counts by CLP at the most. */
const readsAtMost = (values: readonly unknown[]) =>
  values.length === 5 ? Number(values[4]) : (values[1] as string[]).length;

const afresh = (ask: Parameters<Orders['of']>[0]) =>
  new Orders(() => ({ db: stage.database.manager, at: performance.now() })).of(ask, {
    wroteAt: () => LONG_AGO,
  });

describe('The first count of a large order', () => {
  test('reads the counts by CLP of so many proposals at once, and is what one statement says', async () => {
    const { ask } = await proposed();
    const reads: number[] = [];
    const orders = ordersHeard(async (_sql, values) => {
      reads.push(readsAtMost(values));
    });
    const first = await orders.of(ask, { wroteAt: () => LONG_AGO });
    // All counts with the first two; the other five; all counts again, of which none by CLP is missing.
    expect(reads).toEqual([2, 2, 2, 1, 4]);
    expect(first?.ordered.rows).toHaveLength(PROPOSALS);
    expect(first?.ordered).toEqual((await afresh(ask))?.ordered);
    await orders.of(ask, { wroteAt: () => Number.POSITIVE_INFINITY });
    expect(reads).toEqual([2, 2, 2, 1, 4, 2]);
  });

  test('is of one moment, though votes come between its statements', async () => {
    const { id, proposals, ask } = await proposed();
    let statements = 0;
    const orders = ordersHeard(async () => {
      statements += 1;
      if (statements > 4) return;
      // Of one that was read already, and of one that was not.
      for (const proposal of [proposals[statements - 1], proposals[PROPOSALS - statements]]) {
        await crowdVotes(stage, id, proposal ?? '', [{ clp: 'bradford-west', agree: 14 }]);
      }
    });
    const counted = await orders.of(ask, { wroteAt: () => LONG_AGO });
    expect(statements).toBeGreaterThan(5);
    expect(counted?.ordered).toEqual((await afresh(ask))?.ordered);
  });

  test('goes on from where a statement failed', async () => {
    const { ask } = await proposed();
    const reads: number[] = [];
    const orders = ordersHeard(async (_sql, values) => {
      reads.push(readsAtMost(values));
      if (reads.length === 3) throw new Error('canceling statement due to statement timeout');
    });
    await expect(orders.of(ask, { wroteAt: () => LONG_AGO })).rejects.toThrow('statement timeout');
    const counted = await orders.of(ask, { wroteAt: () => LONG_AGO });
    // Four were known: two are read with all counts, then the last.
    expect(reads.slice(3)).toEqual([2, 1, 4]);
    expect(counted?.ordered).toEqual((await afresh(ask))?.ordered);
  });

  test('leaves out what its author took back, however much of that there is', async () => {
    const { proposals, ask } = await proposed();
    const back = proposals.slice(0, 4);
    await stage.database.query(`UPDATE proposal SET status = 'withdrawn' WHERE id = ANY($1)`, [
      back,
    ]);
    const reads: number[] = [];
    const orders = ordersHeard(async (_sql, values) => {
      reads.push(readsAtMost(values));
    });
    const counted = await orders.of(ask, { wroteAt: () => LONG_AGO });
    expect(reads).toEqual([2, 1, 4]);
    expect(counted?.ordered.rows).toHaveLength(PROPOSALS - back.length);
  });
});
