import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MalformedFile, readCsv, readDecidim, readPolis } from '@clarion/exchange';
import { describe, expect, test } from '@jest/globals';
import { importDecidim } from '../src/exchange/decidim-import.js';
import { importPolis } from '../src/exchange/polis-import.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import { openStage } from './stage/stage.js';

const DATA = resolve(process.env['CLARION_EXPORTS'] ?? '../../../shared/data');
const isThere = existsSync(DATA);
if (!isThere) console.warn(`Skipped: real exports are not at ${DATA} (set CLARION_EXPORTS).`);
const withData = isThere ? describe : describe.skip;

const stage = openStage();

const importFrom = async (folder: string) => {
  const given = await readPolis(folder);
  return stage.database.transaction((tx) =>
    importPolis(tx, stage.clarion.keys, folder, given, new Date()),
  );
};

const tables = async () => {
  const [row] = await stage.database.query(
    `SELECT (SELECT count(*)::int FROM consultation) AS consultations,
       (SELECT count(*)::int FROM proposal) AS proposals, (SELECT count(*)::int FROM vote) AS votes,
       (SELECT count(*)::int FROM voter) AS voters, (SELECT count(*)::int FROM comment) AS comments,
       (SELECT count(*)::int FROM record_entry) AS record`,
  );
  return row;
};

withData('A Polis export', () => {
  const names = ['brexit-consensus', 'scoop-hivemind.taxes', 'vtaiwan.uberx'];

  test.each(names)('%s has every current count that was published', async (name) => {
    const { consultationId } = await importFrom(join(DATA, 'polis', name));
    const rows = readCsv(await readFile(join(DATA, 'expected', `${name}.csv`), 'utf8'));
    const [header = [], ...expected] = rows;
    const counted = await stage.database.query(
      `SELECT p.source_id AS id, t.agree, t.disagree, t.pass FROM proposal p
         JOIN tally t ON t.proposal_id = p.id WHERE p.consultation_id = $1`,
      [consultationId],
    );
    const byId = new Map(counted.map((row: any) => [row.id, row]));
    const at = (row: string[], column: string) => Number(row[header.indexOf(column)]);
    expect(expected.length).toBeGreaterThan(40);
    for (const row of expected) {
      const id = row[header.indexOf('comment-id')];
      expect(byId.get(id) ?? { id, agree: 0, disagree: 0, pass: 0 }).toEqual({
        id,
        agree: at(row, 'agrees'),
        disagree: at(row, 'disagrees'),
        pass: at(row, 'passes'),
      });
    }
    expect(await recountTallies(stage.database.manager, consultationId)).toEqual([]);
  });

  test('keeps the published groups and the moderation, and counts by group as published', async () => {
    const name = 'vtaiwan.uberx';
    const { consultationId } = await importFrom(join(DATA, 'polis', name));
    const rows = readCsv(await readFile(join(DATA, 'expected', `${name}.csv`), 'utf8'));
    const [header = [], ...expected] = rows;
    const counted = await stage.database.query(
      `SELECT p.source_id AS id, r.imported_group AS "group", p.status, p.tags,
         count(*) FILTER (WHERE v.choice = 'agree')::int AS agree
       FROM vote v JOIN proposal p ON p.id = v.proposal_id
         JOIN voter r ON r.consultation_id = v.consultation_id AND r.pseudonym = v.pseudonym
       WHERE v.consultation_id = $1 GROUP BY p.id, r.imported_group`,
      [consultationId],
    );
    const agreeOf = new Map(counted.map((row: any) => [`${row.id} ${row.group}`, row.agree]));
    const statusOf = new Map(counted.map((row: any) => [row.id, row.status]));
    for (const row of expected) {
      const value = (column: string) => row[header.indexOf(column)] ?? '';
      const id = value('comment-id');
      expect(agreeOf.get(`${id} 0`) ?? 0).toBe(Number(value('g0_agrees')));
      expect(agreeOf.get(`${id} 1`) ?? 0).toBe(Number(value('g1_agrees')));
      if (statusOf.has(id)) {
        expect(statusOf.get(id)).toBe(
          value('moderated') === '-1' ? 'not_taken_forward' : 'published',
        );
      }
    }
  });

  test('run again changes nothing', async () => {
    const folder = join(DATA, 'polis', 'brexit-consensus');
    await importFrom(folder);
    const before = await tables();
    const again = await importFrom(folder);
    expect(again).toMatchObject({ isNew: false, newProposals: 0 });
    expect(await tables()).toEqual(before);
  });

  test('is ranked and explained like any other consultation', async () => {
    const { consultationId } = await importFrom(join(DATA, 'polis', 'brexit-consensus'));
    const visitor = await stage.as('visitor');
    const { consultation } = await visitor.ask(
      `query ($id: ID!) { consultation(id: $id) { voterCount ranking(lens: "support@1") {
        rankedCount proposals(first: 1) { edges { node { rank tally { agree } why { text } proposal { author { name } } } } } } } }`,
      { id: consultationId },
    );
    expect(consultation.voterCount).toBe(204);
    expect(consultation.ranking.proposals.edges[0].node).toMatchObject({ rank: 1 });
    expect(consultation.ranking.proposals.edges[0].node.proposal.author.name).toMatch(
      /^Participant \d+$/,
    );
  });

  test('that is malformed names the file, the line and the fault, and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polis-'));
    await cp(join(DATA, 'polis', 'scoop-hivemind.taxes'), folder, { recursive: true });
    await appendFile(join(folder, 'votes.csv'), '1523855288464,Sun Apr 15,0,2,7\n');
    const before = await tables();
    const fault = await importFrom(folder).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(MalformedFile);
    expect((fault as Error).message).toMatch(/^votes\.csv, line 17381: the vote is "7"/);
    expect(await tables()).toEqual(before);
  });

  test('that breaks half-way while writing leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polis-'));
    await cp(join(DATA, 'polis', 'brexit-consensus'), folder, { recursive: true });
    const summary = await readFile(join(folder, 'summary.csv'), 'utf8');
    await writeFile(join(folder, 'summary.csv'), summary.replace('7wmvbjcjhp', 'broken'));
    const given = await readPolis(folder);
    const before = await tables();
    const torn = { ...given, votes: { ...given.votes, choice: given.votes.choice.map(() => 9) } };
    await expect(
      stage.database.transaction((tx) =>
        importPolis(tx, stage.clarion.keys, folder, torn, new Date()),
      ),
    ).rejects.toThrow();
    expect(await tables()).toEqual(before);
  });
});

withData('The Decidim export of Barcelona', () => {
  const name = 'decidim-barcelona-2016';
  const load = async () => {
    const given = await readDecidim(join(DATA, 'threads', name));
    return {
      given,
      result: await stage.database.transaction((tx) =>
        importDecidim(tx, stage.clarion.keys, name, given, new Date()),
      ),
    };
  };

  test('comes with its proposals, tags and trees of comments, and the orphan as a root', async () => {
    const { given, result } = await load();
    expect(result).toMatchObject({ isNew: true, newProposals: 2717, newComments: 4657 });
    expect(given.summary.repliesWithoutParent).toEqual([4119]);
    const [kept] = await stage.database.query(
      `SELECT (SELECT max(depth) FROM comment WHERE consultation_id = $1) AS deepest,
         (SELECT parent_id FROM comment WHERE consultation_id = $1 AND source_id = '4119') AS orphan,
         (SELECT count(*)::int FROM comment c WHERE consultation_id = $1 AND reply_count <>
           (SELECT count(*) FROM comment r WHERE r.parent_id = c.id)) AS "wrongReplies",
         (SELECT count(*)::int FROM proposal p WHERE consultation_id = $1 AND comment_count <>
           (SELECT count(*) FROM comment c WHERE c.proposal_id = p.id)) AS "wrongComments",
         (SELECT count(*)::int FROM proposal WHERE consultation_id = $1 AND 'Bon viure' = ANY(tags)) AS tagged`,
      [result.consultationId],
    );
    expect(kept).toMatchObject({ deepest: 8, orphan: null, wrongReplies: 0, wrongComments: 0 });
    expect(kept.tagged).toBeGreaterThan(100);

    const before = await tables();
    const again = await load();
    expect(again.result).toMatchObject({ isNew: false, newProposals: 0, newComments: 0 });
    expect(await tables()).toEqual(before);
  });

  test('is accounted for to the last comment', async () => {
    const visitor = await stage.as('visitor');
    const { publicCount } = await visitor.ask('{ publicCount { total { received unaccounted } } }');
    expect(publicCount.total.received).toBeGreaterThan(7000);
    expect(publicCount.total.unaccounted).toBe(0);
  });
});
