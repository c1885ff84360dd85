import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCsv, readPolis } from '@clarion/exchange';
import { describe, expect, test } from '@jest/globals';
import { importPolis } from '../src/exchange/polis-import.js';
import { recount } from '../src/ranking/recount.service.js';
import { campsVote } from './stage/camps.js';
import { CLARION, onStage, run } from './stage/command.js';
import { consultationUnder, proposeMany } from './stage/electorate.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const DATA = resolve(process.env['CLARION_EXPORTS'] ?? '../../../shared/data');
const withData = existsSync(DATA) ? test : test.skip;
if (!existsSync(DATA))
  console.warn(`Skipped: real exports are not at ${DATA} (set CLARION_EXPORTS).`);

const importFrom = async (folder: string) => {
  const given = await readPolis(folder);
  const { consultationId } = await stage.database.transaction((tx) =>
    importPolis(tx, stage.clarion.keys, folder, given, new Date()),
  );
  return { given, id: consultationId };
};

/** Exports with the operator's command, into a folder of its own. */
async function exported(id: string) {
  const folder = join(await mkdtemp(join(tmpdir(), 'clarion-export-')), 'conversation');
  const ran = await run(CLARION, ['export', 'polis', id, folder], onStage(stage));
  expect(ran).toMatchObject({ code: 0 });
  return { folder, ran };
}

/** Counts in all and by group, by a proposal's text. */
async function countsOf(id: string, group: 'opinion_group' | 'imported_group') {
  return stage.database.query(
    `SELECT p.statement, r.${group} AS "group", v.choice, count(*)::int AS count
     FROM vote v JOIN proposal p ON p.id = v.proposal_id
       JOIN voter r ON r.consultation_id = v.consultation_id AND r.pseudonym = v.pseudonym
     WHERE v.consultation_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [id],
  );
}

describe('A consultation that is exported as a Polis folder', () => {
  test('is read back by our own importer with the same counts in all and by group', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 9);
    await campsVote(stage, id, proposals, [
      { people: 30, says: '+-0' },
      { people: 20, says: '-+0' },
    ]);
    await recount(stage.database, id, new Date());
    const { folder, ran } = await exported(id);
    expect(ran.out).toContain('Exported “Dentists”: 9 statements, 50 people, 450 votes.');
    expect(ran.out).toContain('Do not publish it.');
    expect(ran.err).toMatch(/Reading the votes +100%/);
    const again = await importFrom(folder);
    expect(await countsOf(again.id, 'imported_group')).toEqual(await countsOf(id, 'opinion_group'));
    expect(again.given.people.filter(({ groupId }) => groupId === 0)).toHaveLength(30);
  });

  test('tells nobody: no author, no pseudonym, no time of a vote, and nothing of what Tom took back', async () => {
    const id = await consultationUnder(stage);
    const [first = '', second = ''] = await proposeMany(stage, id, 2);
    await campsVote(stage, id, [first, second], [{ people: 12, says: '+' }]);
    await stage.database.query(
      `UPDATE proposal SET status = 'withdrawn', statement = 'Regretted.' WHERE id = $1`,
      [second],
    );
    const { folder } = await exported(id);
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const { given } = await importFrom(folder);
    expect(given.statements.map(({ authorId, moderated }) => [authorId, moderated])).toEqual([
      [null, 1],
      [null, -1],
    ]);
    expect(new Set(given.votes.at).size).toBe(1);
    const pseudonyms = await stage.database.query(
      'SELECT encode(pseudonym, $2) AS pseudonym FROM voter WHERE consultation_id = $1',
      [id, 'hex'],
    );
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text).not.toContain('Tom');
      expect(text).not.toContain('Regretted');
      for (const { pseudonym } of pseudonyms) expect(text).not.toContain(pseudonym);
    }
  });

  withData.each(['vtaiwan.uberx', 'scoop-hivemind.taxes'])(
    'having come from a real export, %s, has the same statements, marks and counts as that',
    async (name) => {
      const original = await importFrom(join(DATA, 'polis', name));
      const { folder } = await exported(original.id);
      const { given } = await importFrom(folder);
      const { statements } = original.given;
      const plain = ({
        id,
        moderated,
        isSeed,
        isMeta,
        createdAt,
      }: (typeof statements)[number]) => ({
        id,
        moderated,
        isSeed,
        isMeta,
        createdAt,
      });
      expect(given.statements.map(plain)).toEqual(statements.map(plain));
      const rows = readCsv(await readFile(join(DATA, 'expected', `${name}.csv`), 'utf8'));
      const [header = [], ...expected] = rows;
      const at = (row: string[], column: string) => Number(row[header.indexOf(column)]);
      const counts = new Map<number, number[]>();
      given.votes.choice.forEach((choice, row) => {
        const statement = given.statements[given.votes.statement[row] as number]?.id ?? -1;
        const count = counts.get(statement) ?? [0, 0, 0];
        count[1 - choice] = (count[1 - choice] ?? 0) + 1;
        counts.set(statement, count);
      });
      expect(expected.length).toBeGreaterThan(40);
      for (const row of expected) {
        expect(counts.get(at(row, 'comment-id')) ?? [0, 0, 0]).toEqual([
          at(row, 'agrees'),
          at(row, 'passes'),
          at(row, 'disagrees'),
        ]);
      }
    },
  );

  test('is not written over anything, and a wrong id is said plainly', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clarion-export-'));
    const id = await consultationUnder(stage);
    const wrong = await run(CLARION, ['export', 'polis', 'buses', folder], onStage(stage));
    expect(wrong.err).toMatch(/^“buses” is not the id of a consultation/);
    const nowhere = await run(
      CLARION,
      ['export', 'polis', '00000000-0000-4000-8000-000000000000', join(folder, 'new')],
      onStage(stage),
    );
    expect(nowhere.err).toContain('There is no consultation of that id.');
    await run(CLARION, ['export', 'polis', id, join(folder, 'full', 'of')], onStage(stage));
    const full = await run(CLARION, ['export', 'polis', id, join(folder, 'full')], onStage(stage));
    expect(full.err).toMatch(/is not empty\. Name a new folder\.\n$/);
  });
});
