import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { campsVote } from './stage/camps.js';
import { CLARION, onStage, type Ran, run } from './stage/command.js';
import { consultationUnder, proposeMany } from './stage/electorate.js';
import { openConsultation, propose } from './stage/over-http.js';
import { openStage } from './stage/stage.js';

const stage = openStage();
const SERVE = resolve('../../scripts/serve.mjs');

const faultsIn = (ran: Ran): string[] => ran.out.split('\n').filter((line) => line.startsWith('✗'));

/** The Postgres of the tests does not wait for the disk, and the doctor is right to say so. */
async function faultsOfTheStage(): Promise<string[]> {
  const [row] = await stage.database.query('SHOW fsync');
  return row.fsync === 'on' ? [] : ['✗ Postgres may lose what was acknowledged.'];
}

describe('The operator’s command', () => {
  test.each([
    '',
    'import',
    'import polis',
    'import decidim',
    'export',
    'export polis',
    'opinion',
    'round',
    'round list',
    'round bundle',
    'round matrix',
    'round new-key',
    'mail',
    'mail test',
    'mail retry',
    'mail forget',
    'backup',
    'restore',
    'demo',
    'demo reset',
    'erase',
    'doctor',
  ])('says what it does: clarion %s --help', async (words) => {
    const ran = await run(CLARION, [...words.split(' ').filter(Boolean), '--help']);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain('Usage: clarion');
  });

  test('doctor finds nothing wrong, then finds a tally that somebody changed and a proposal that somebody deleted', async () => {
    const helen = await stage.as('helen');
    const id = await openConsultation(helen);
    const { id: kept } = await propose(await stage.as('asha'), id);
    const { id: lost } = await propose(await stage.as('asha'), id);
    const before = await run(CLARION, ['doctor'], onStage(stage));
    expect(faultsIn(before)).toEqual(await faultsOfTheStage());
    await stage.database.query(
      'INSERT INTO tally (consultation_id, proposal_id, agree, disagree, pass) VALUES ($1, $2, 9, 0, 0)',
      [id, kept],
    );
    await stage.database.query('DELETE FROM proposal WHERE id = $1', [lost]);
    const ran = await run(CLARION, ['doctor'], onStage(stage));
    expect(ran.code).toBe(1);
    expect(faultsIn(ran)).toEqual([
      ...(await faultsOfTheStage()),
      '✗ 1 tallies differ from the votes.',
      '✗ 1 contributions are unaccounted for.',
    ]);
  });

  test('doctor says which groups are older than the votes, and clarion opinion finds them', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 8);
    await campsVote(stage, id, proposals, [
      { people: 20, says: '+-' },
      { people: 15, says: '-+' },
    ]);
    const stale = await run(CLARION, ['doctor'], onStage(stage));
    expect(stale.out).toContain('✗ Opinion groups are older than the votes');
    expect(stale.out).toContain('clarion opinion finds them now');
    const ran = await run(CLARION, ['opinion'], onStage(stage));
    expect(ran).toMatchObject({ code: 0, out: 'Dentists\n  Counted.\n' });
    expect(ran.err).toMatch(/Reading the votes +100%/);
    const well = await run(CLARION, ['doctor'], onStage(stage));
    expect(well.out).toContain('✓ Opinion groups, ranges and priorities are up to date');
    const again = await run(CLARION, ['opinion'], onStage(stage));
    expect(again.out).toMatch(/^Every result is up to date/);
    expect((await run(CLARION, ['opinion', id], onStage(stage))).out).toBe(
      'Dentists\n  Counted.\n',
    );
  });

  test('doctor says which job failed and why', async () => {
    await stage.database.query(
      `INSERT INTO job_run (task, started_at, ended_at, fault)
       VALUES ('recount-due', now(), now(), 'The disk is full.')`,
    );
    const ran = await run(CLARION, ['doctor'], onStage(stage));
    expect(ran.out).toContain('✗ Jobs failed. the job recount-due failed: The disk is full.');
    await stage.database.query('DELETE FROM job_run');
  });

  test('opinion says that a consultation is not there', async () => {
    const wrong = await run(CLARION, ['opinion', 'buses'], onStage(stage));
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.err).toMatch(/^“buses” is not the id of a consultation/);
  });

  test('demo reset does not touch what is no demonstration', async () => {
    const ran = await run(CLARION, ['demo', 'reset'], { ...onStage(stage), CLARION_DEMO: 'false' });
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toMatch(/^This removes everything, so it runs only with CLARION_DEMO=true/);
  });

  test('an unknown word and a folder that is not there are said in a sentence', async () => {
    const unknown = await run(CLARION, ['frobnicate']);
    expect(unknown.err).toContain("unknown command 'frobnicate'");
    const nowhere = await run(CLARION, ['import', 'polis', '/nowhere']);
    expect(nowhere).toMatchObject({ code: 1, err: '/nowhere: there is no such folder.\n' });
  });
});

describe('Starting says in one plain sentence', () => {
  const oneSentence = /^[^\n]+\n?$/;

  test('that the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((listening) => {
      other.listen(0, '127.0.0.1', listening);
    });
    const port = String((other.address() as { port: number }).port);
    const ran = await run(SERVE, [], {
      ...onStage(stage),
      CLARION_PORT: port,
      CLARION_DEMO: 'false',
    });
    other.close();
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(oneSentence);
    expect(ran.err).toContain(`Port ${port} is in use by another program.`);
  });

  test('that the database is out of reach, without its password', async () => {
    const ran = await run(SERVE, [], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/clarion' });
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(oneSentence);
    expect(ran.err).toContain('Cannot reach the database at 127.0.0.1:9/clarion');
    expect(ran.err).not.toContain('secret');
  });

  test('that a setting is wrong, and which', async () => {
    const ran = await run(SERVE, [], { CLARION_PORT: 'eighty' });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('CLARION_PORT');
  });
});
