import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '@clarion/deliberation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { CHECKS, type Check, verifyRecord } from '../src/audit/verify-record.service.js';
import { dataSource } from '../src/database/data-source.js';
import { makeCheckpoint } from '../src/record/checkpoint.service.js';
import { deliberate } from './stage/deliberated.js';
import { openStage } from './stage/stage.js';
import type { Tamper } from './stage/tamper.js';
import { TAMPERS } from './stage/tampers.js';

const stage = openStage();

/** How many are tried: 1,000 in the long run. */
const TRIES = Number(process.env['CLARION_TAMPERS'] ?? 200);

let database: DataSource;
let insider: QueryRunner;

const sign = () =>
  makeCheckpoint(stage.database.manager, {
    keys: stage.clarion.keys,
    name: 'clarion.example.org/record',
    at: new Date(),
  });

/** Postgres' own superuser, whom no trigger and no foreign key stops. */
function superuserUrl(): string {
  const { directory } = JSON.parse(process.env['CLARION_STAGE'] ?? '') as { directory: string };
  const passwords = JSON.parse(readFileSync(join(directory, 'passwords.json'), 'utf8')) as {
    superuser: string;
  };
  const url = new URL(stage.clarion.environment.databaseUrl);
  url.username = 'postgres';
  url.password = passwords.superuser;
  return url.href;
}

beforeAll(async () => {
  await deliberate(stage);
  await sign();
  await deliberate(stage);
  await sign();
  database = dataSource({ url: superuserUrl(), pool: 2, statementTimeout: 0 });
  await database.initialize();
  insider = database.createQueryRunner();
  await insider.query('SET session_replication_role = replica');
}, 120_000);

afterAll(async () => {
  await insider?.release();
  await database?.destroy();
});

const verify = (without: readonly Check[] = []) =>
  verifyRecord(insider.manager, { keys: stage.clarion.keys, without });

/** What is found of a tamper while it stands; then it is taken back. */
async function found(tamper: Tamper, seed: number, without: readonly Check[] = []) {
  await insider.startTransaction();
  try {
    const rows = await tamper.change(insider, seed);
    if (rows === 0) throw new Error(`nothing was changed: ${tamper.what}`);
    return await verify(without);
  } finally {
    await insider.rollbackTransaction();
  }
}

describe('Tampering as superuser of the database', () => {
  test('is not seen where there was none', async () => {
    expect(await verify()).toEqual([]);
  });

  test(`is found each of ${TRIES} times`, async () => {
    const random = seeded('tampering');
    const missed: string[] = [];
    for (let at = 0; at < TRIES; at += 1) {
      // Every way first, then by chance.
      const chosen = at < TAMPERS.length ? at : Math.floor(random() * TAMPERS.length);
      const tamper = TAMPERS[chosen] as Tamper;
      const seed = Math.floor(random() * 1_000_000);
      if ((await found(tamper, seed)).length === 0) missed.push(`${tamper.what} (${seed})`);
    }
    expect(missed).toEqual([]);
  }, 600_000);

  test.each([
    ['commitments', 'evidence_contest.text'],
    ['subtrees', 'record_subtree.hash'],
    ['checkpoints', 'a row of record_checkpoint deleted'],
    ['checkpoints', 'an act changed, and the chain'],
    ['words', 'proposal.argument'],
    ['decisions', 'decision.due_on'],
    ['consultations', 'consultation.phase'],
    ['drafts', 'adoption.for_count'],
    ['files', 'a row of round_bundle deleted'],
    ['votes', 'a vote changed to pass with its tallies'],
    ['fates', 'a vote passed off'],
    ['roots', 'a commitment of a batch replaced'],
    ['batches', 'ballot_batch.at'],
    ['numbers', 'round_count.agree'],
    ['numbers', 'round_rank.rank'],
    ['tallies', 'turnout.voters'],
    ['tags', 'a row of proposal_commission deleted'],
  ] as [Check, string][])('without the check of %s, %s goes unseen', async (check, what) => {
    const tamper = TAMPERS.find((one) => one.what.startsWith(what)) as Tamper;
    expect(tamper.by).toBe(check);
    expect((await found(tamper, 7)).map((fault) => fault.check)).toContain(check);
    expect(await found(tamper, 7, [check])).toEqual([]);
  });

  test('with every check off, nothing is ever found', async () => {
    for (const tamper of TAMPERS.slice(0, 10)) expect(await found(tamper, 3, CHECKS)).toEqual([]);
  });
});
