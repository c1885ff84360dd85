import { dirname, join } from 'node:path';
import { recountRound, unzipRound } from '@clarion/exchange/round';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { verifyRecord } from '../src/audit/verify-record.service.js';
import { restoreBackup } from '../src/backup/restore.service.js';
import { emptyDatabase } from '../src/demo/empty.js';
import { loadDemo } from '../src/demo/load.js';
import { checkWhoIsHere, loadDemoIfEmpty } from '../src/demo/who-is-here.js';
import { due } from '../src/ranking/recount.service.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import { contentOf, newDatabase, newFile } from './stage/backups.js';
import { CLARION, faultOf, onStage, type Ran, run } from './stage/command.js';
import { openStage } from './stage/stage.js';

const stage = openStage();
const quiet = () => undefined;

const count = async (what: string): Promise<number> =>
  (await stage.database.query(`SELECT count(*)::int AS found FROM ${what}`))[0].found;

beforeAll(async () => {
  await emptyDatabase(stage.database);
  await loadDemo(stage.clarion, quiet);
}, 180_000);

describe('The demonstration', () => {
  test('is alive: every phase, proposals, threads, evidence, votes, answers and a draft with sources', async () => {
    const phases = await stage.database.query(
      'SELECT DISTINCT phase FROM consultation ORDER BY phase',
    );
    expect(phases.map((row: { phase: string }) => row.phase)).toEqual([
      'open',
      'preparing',
      'prioritising',
      'reported',
      'reviewing',
      'withdrawn',
    ]);
    expect(await count('proposal')).toBeGreaterThanOrEqual(58);
    expect(await count('comment')).toBeGreaterThanOrEqual(280);
    expect(await count('evidence')).toBeGreaterThanOrEqual(15);
    expect(await count('vote')).toBeGreaterThan(20_000);
    expect(await count('decision')).toBeGreaterThanOrEqual(10);
    expect(await count(`draft_version WHERE status = 'adopted'`)).toBe(1);
    expect(await count(`body WHERE kind = 'socialist_society'`)).toBe(8);
    expect(await count(`body WHERE kind = 'policy_commission' AND until IS NULL`)).toBe(6);
    expect(await count(`body WHERE kind = 'clp'`)).toBeGreaterThanOrEqual(12);
  });

  test('says in its tables what its record says: the verifier finds nothing', async () => {
    const { keys } = stage.clarion;
    expect(await verifyRecord(stage.database.manager, { keys })).toEqual([]);
  });

  test('and a real roll are never the same: one is not opened as the other', async () => {
    const { manager } = stage.database;
    expect(await checkWhoIsHere(manager, true)).toBeNull();
    expect(await checkWhoIsHere(manager, false)).toContain('holds the demonstration');
    const stranger = manager.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO member (id, membership_number, display_name, standing, joined_on)
         VALUES (gen_random_uuid(), 'R1', 'Somebody Real', 'member', '2020-01-01')`,
      );
      await checkWhoIsHere(tx, true);
    });
    await expect(stranger).rejects.toThrow('This database holds a real roll');
    expect(
      await count(`member m WHERE NOT EXISTS (SELECT FROM contact c WHERE c.member_id = m.id
        AND c.email LIKE '%@example.org')`),
    ).toBe(0);
  });

  test('keeps every promise about itself: tallies equal votes, nothing unaccounted', async () => {
    expect(await recountTallies(stage.database.manager)).toEqual([]);
    const visitor = await stage.as('visitor');
    const { publicCount } = await visitor.ask('{ publicCount { total { received unaccounted } } }');
    expect(publicCount.total.received).toBeGreaterThan(350);
    expect(publicCount.total.unaccounted).toBe(0);
  });

  test('has no paragraph in a published draft without a source or a reason', async () => {
    expect(
      await count(`paragraph p JOIN draft_version v ON v.draft_id = p.draft_id AND v.number = p.version
        WHERE v.status <> 'working' AND p.own_reason IS NULL AND NOT EXISTS (SELECT FROM paragraph_source s
          WHERE s.draft_id = p.draft_id AND s.version = p.version AND s.paragraph_id = p.id)`),
    ).toBe(0);
  });

  test('has opinion groups where people voted, as a job would find them', async () => {
    expect(await due(stage.database.manager, new Date())).toEqual([]);
    expect(await count('opinion_result')).toBeGreaterThanOrEqual(6);
    expect(await count('opinion_result WHERE k >= 2')).toBeGreaterThanOrEqual(5);
    expect(await count('opinion_progress')).toBe(0);
  });

  test('has rounds that anyone recounts, in order by support and under other lenses beside it', async () => {
    const visitor = await stage.as('visitor');
    const rounds: { id: string; lenses: number }[] = await stage.database.query(
      `SELECT r.id, count(DISTINCT k.lens)::int AS lenses FROM round r JOIN round_rank k ON k.round_id = r.id
       WHERE r.lens = 'support@1' GROUP BY r.id ORDER BY r.id`,
    );
    expect(rounds.length).toBe(await count('round'));
    expect(rounds.length).toBeGreaterThanOrEqual(9);
    // Support, common ground and breadth; priorities where people have chosen.
    expect(rounds.every(({ lenses }) => lenses >= 3)).toBe(true);
    for (const { id } of rounds) {
      const reply = await visitor.get(`/download/rounds/${id}/bundle.zip`);
      const files = unzipRound(new Uint8Array(await reply.arrayBuffer()));
      const { identical, checks } = await recountRound(files);
      expect(identical).toBe(true);
      // Votes are opened in each, and they come to the counts.
      const opened = checks.filter(({ name }) => ['openings', 'batches', 'opened'].includes(name));
      expect(opened.map(({ ok }) => ok)).toEqual([true, true, true]);
    }
  });

  test('has votes that wait for a visitor’s, over the next hours', async () => {
    const slots = await stage.database.query(
      `SELECT since, count(DISTINCT pseudonym)::int AS voters FROM pending_commitment
       WHERE consultation_id IN (SELECT id FROM consultation WHERE phase = 'open') AND since IS NOT NULL
       GROUP BY consultation_id, since`,
    );
    expect(slots.length).toBeGreaterThan(100);
    const ofTen = slots.filter(({ voters }: { voters: number }) => voters >= 5);
    expect(ofTen.length).toBeGreaterThan(slots.length / 2);
  });

  test('has something for Asha on every page', async () => {
    const asha = await stage.as('asha');
    const { mine, consultations, drafts } = await asha.ask(`{
      mine { sent { title latest next } answersToJudge { reason } voted { votes } }
      consultations { edges { node { id forYou phase deck { remaining } } } }
      drafts { title sourcedCount ownCount } }`);
    expect(mine.sent.length).toBeGreaterThanOrEqual(2);
    expect(mine.answersToJudge.length).toBeGreaterThan(0);
    expect(consultations.edges[0].node.forYou.length).toBe(1);
    expect(consultations.edges.some((edge: any) => edge.node.deck.remaining > 5)).toBe(true);
    expect(drafts.length).toBeGreaterThanOrEqual(1);
  });

  test('is loaded once: a second start keeps the data', async () => {
    const before = await count('record_entry');
    await loadDemoIfEmpty(stage.clarion, quiet);
    expect(await count('record_entry')).toBe(before);
  });

  test('is backed up, and restored into the Postgres that Clarion brings along: the same to the last row', async () => {
    const file = newFile();
    const [before, taken] = [
      await contentOf(stage.database),
      await run(CLARION, ['backup', file], onStage(stage)),
    ];
    expect(faultOf(taken)).toBeNull();
    const settings = {
      CLARION_DATA: join(dirname(file), 'data'),
      CLARION_KEYS: stage.clarion.environment.keysDirectory,
    };
    const restored = await run(CLARION, ['restore', file], settings);
    expect(faultOf(restored)).toBeNull();
    const said = (ran: Ran) => /: (.+ rows in .+)\n(.+entry \d+, hash [0-9a-f]{64})/.exec(ran.out);
    expect(said(restored)?.slice(1)).toEqual(said(taken)?.slice(1));
    const doctor = await run(CLARION, ['doctor'], settings);
    expect(doctor.out).toContain('Nothing is wrong.');
    const second = await run(CLARION, ['backup', `${file}.2`], settings);
    expect(faultOf(second)).toBeNull();
    const database = await newDatabase(stage);
    await restoreBackup(database, `${file}.2`, { progress: quiet });
    const after = await contentOf(database);
    await database.destroy();
    // Sessions are in no backup; migrations are numbered as they run.
    for (const content of [before, after]) {
      delete content['session'];
      delete content['migration'];
    }
    expect(after).toEqual(before);
  }, 180_000);

  test('is never loaded over a real roll', async () => {
    await stage.database.query('DELETE FROM demo_person');
    await expect(emptyDatabase(stage.database)).rejects.toThrow('real roll');
  });
});
