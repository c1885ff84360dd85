import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { viewerById } from '../src/accounts/session.service.js';
import { urlOf } from '../src/clarion.js';
import { dataSource } from '../src/database/data-source.js';
import { inFewTrips } from '../src/database/in-few-trips.js';
import { memberId } from '../src/demo/ids.js';
import { voteTogether } from '../src/voting/vote-set.service.js';
import { consultationUnder, proposeMany } from './stage/electorate.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

/** How often votes or voters were read from end to end in this transaction. */
async function readWhole(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<[{ scans: number }]>(
    `SELECT sum(seq_scan)::int AS scans FROM pg_stat_xact_user_tables WHERE relname IN ('vote', 'voter')`,
  );
  return row.scans;
}

test('Votes are found by their keys, also by plans that were made before anybody had voted', async () => {
  const consultation = await consultationUnder(stage);
  const proposals = await proposeMany(stage, consultation, 3);
  const viewer = await viewerById(stage.database.manager, memberId('asha'), new Date());
  if (!viewer) throw new Error('Asha is not on the roll');
  const one = dataSource({ url: urlOf(stage.database), pool: 1 });
  await one.initialize();
  try {
    // So that Postgres knows how few there are.
    await one.query('ANALYZE vote, voter');
    const { keys } = stage.clarion;
    const voting = (tx: EntityManager, proposalId = '') =>
      voteTogether({ tx, keys }, consultation, [
        { viewer, at: new Date(), proposalId, choice: 'agree', random: randomBytes(32) },
      ]);
    const [first, second, third] = proposals;
    const scans: number[] = [];
    for (const proposal of [first, second]) {
      await inFewTrips(one, async (tx, commit) => {
        await voting(tx, proposal);
        scans.push(await readWhole(tx));
        await commit();
      });
    }
    expect(scans).toEqual([0, 0]);
    // Planned anew as Postgres would by itself, so the above can fail.
    await one.query('DISCARD PLANS');
    await one.transaction(async (tx) => {
      await voting(tx, third);
      expect(await readWhole(tx)).toBeGreaterThan(0);
    });
  } finally {
    await one.destroy();
  }
});
