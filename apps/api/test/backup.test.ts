import { spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readBackup } from '../src/backup/backup-reader.js';
import { restoreBackup } from '../src/backup/restore.service.js';
import { BLOCK, headerOf, paddingAfter, readHeader } from '../src/backup/tar.js';
import { migrate, migrateIn } from '../src/database/migrate.js';
import { bodyId } from '../src/demo/ids.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import { castVote } from '../src/voting/vote.service.js';
import { actAs } from './stage/acting.js';
import { backupOf, contentOf, newDatabase, newFile, shapeOf } from './stage/backups.js';
import { CLARION, onStage, run } from './stage/command.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { comment, newId, openConsultation, propose } from './stage/over-http.js';
import { openStage, type Stage } from './stage/stage.js';
import { withJobs } from './stage/working.js';

const stage = openStage();
const progress = () => undefined;

let consultationId = '';
let proposalId = '';
let file = '';
const opened: { destroy: () => Promise<void> }[] = [];

async function empty() {
  const database = await newDatabase(stage);
  opened.push(database);
  return database;
}

/** The sentence with which a backup is refused; fails where it is taken. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  const fault = await work.then(
    () => null,
    (thrown: Error) => thrown,
  );
  if (fault?.name !== 'PlainError') throw fault ?? new Error('it was not refused');
  return fault.message;
}

beforeAll(async () => {
  const [helen, asha] = [await stage.as('helen'), await stage.as('asha')];
  consultationId = await openConsultation(helen);
  proposalId = (await propose(asha, consultationId, { argument: 'Tab\there,\\back\nnew, “é” 🚌' }))
    .id;
  const root = await comment(asha, proposalId);
  await comment(helen, proposalId, { parentId: root.id });
  await crowdVotes(stage, consultationId, proposalId, [
    { clp: 'salford', agree: 40, disagree: 9 },
    { clp: 'paisley', agree: 12 },
  ]);
  const draft = newId();
  await helen.ask('mutation ($input: DraftInput!) { createDraft(input: $input) { __typename } }', {
    input: { id: draft, consultationId, bodyId: bodyId('npf'), title: 'Buses', summary: 'S.' },
  });
  await helen.ask(
    `mutation ($id: ID!, $paragraphs: [ParagraphInput!]!) {
       saveDraft(draftId: $id, revision: 0, title: "Buses", summary: "S.", paragraphs: $paragraphs) { __typename } }`,
    {
      id: draft,
      paragraphs: [{ id: newId(), text: 'Run them.', ownReason: 'Ours.', sources: [] }],
    },
  );
  const { publishDraft } = await helen.ask(
    'mutation ($id: ID!) { publishDraft(draftId: $id, note: "First.") { __typename ... on Refusal { message } } }',
    { id: draft },
  );
  expect(publishDraft.__typename).toBe('Draft');
  file = await backupOf(stage.clarion.environment.databaseUrl);
}, 120_000);

afterAll(async () => {
  for (const database of opened) await database.destroy();
});

describe('A backup', () => {
  test('brings back every row but sessions, and every key, check, index and trigger', async () => {
    const database = await empty();
    const { leftOut } = await restoreBackup(database, file, { progress });
    expect(leftOut).toEqual(expect.arrayContaining(['session', 'sign_in_link']));
    const [before, after] = [await contentOf(stage.database), await contentOf(database)];
    expect(Object.keys(before).length).toBeGreaterThan(40);
    for (const table of leftOut) expect(after[table]).toBe('0 ');
    const kept = (content: Record<string, string>) =>
      Object.entries(content).filter(([table]) => !leftOut.includes(table));
    expect(kept(after)).toEqual(kept(before));
    expect(await shapeOf(database)).toEqual(await shapeOf(stage.database));
    await expect(database.query('DELETE FROM record_entry')).rejects.toThrow('append-only');
    await expect(database.query(`UPDATE paragraph SET text = ''`)).rejects.toThrow('never changes');
  });

  test('is one in which people go on: Tom’s vote counts, and enters nothing twice', async () => {
    const database = await empty();
    await restoreBackup(database, file, { progress });
    const there = { clarion: { ...stage.clarion, database } } as unknown as Stage;
    const vote = () =>
      actAs(there, 'tom', (acting) => castVote(acting, { proposalId, choice: 'agree' }));
    expect(await vote()).toMatchObject({ choice: 'agree' });
    expect(await vote()).toMatchObject({ choice: 'agree' });
    const [row] = await database.query('SELECT agree FROM tally WHERE proposal_id = $1', [
      proposalId,
    ]);
    expect(row.agree).toBe(53);
    expect(await recountTallies(database.manager)).toEqual([]);
  });

  test('can be read by nobody else, and by tar, gzip and sha256sum', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const taken = (name: string) => spawnSync('tar', ['-xOf', file, name]).stdout;
    const sums = taken('SHA256SUMS').toString();
    const votes = taken('tables/vote.copy.gz');
    expect(sums).toContain(
      `${createHash('sha256').update(votes).digest('hex')}  tables/vote.copy.gz`,
    );
    expect(gunzipSync(votes).toString().trim().split('\n')).toHaveLength(61);
  });

  test('taken while fifty people vote is of one moment: every tally is that of its votes', async () => {
    const { vote } = await fiftyPeople();
    const voting = vote(3);
    const files = [];
    for (let each = 0; each < 3; each += 1) {
      files.push(await backupOf(stage.clarion.environment.databaseUrl));
    }
    await voting;
    for (const each of files) {
      const database = await empty();
      await restoreBackup(database, each, { progress });
      expect(await recountTallies(database.manager)).toEqual([]);
    }
  }, 120_000);

  test('would be torn without its snapshot (so the test above can fail)', async () => {
    const { vote } = await fiftyPeople();
    await vote(1);
    let isTorn = false;
    for (let tries = 0; tries < 15 && !isTorn; tries += 1) {
      const voting = vote(2);
      // A table may have other rows when it is copied than when they were counted: that is noticed at once.
      const torn = await backupOf(stage.clarion.environment.databaseUrl, {
        withoutSnapshot: true,
      }).catch((fault: unknown) => {
        expect(String(fault)).toContain('rows were copied of');
        return null;
      });
      await voting;
      if (torn === null) return;
      const database = await empty();
      await restoreBackup(database, torn, { progress });
      isTorn = (await recountTallies(database.manager)).length > 0;
    }
    expect(isTorn).toBe(true);
  }, 120_000);
});

/** Fifty people of the roll who change their votes on five proposals, so many times each. */
async function fiftyPeople() {
  const id = await consultationUnder(stage);
  const proposals = await proposeMany(stage, id, 5);
  const members: { id: string }[] = await stage.database.query(
    `SELECT id FROM member WHERE standing = 'member' ORDER BY id LIMIT 50`,
  );
  const viewers = await Promise.all(members.map(({ id: member }) => stage.asMember(member)));
  const vote = async (times: number) => {
    await Promise.all(
      viewers.map(async (person) => {
        for (let each = 0; each < times * proposals.length; each += 1) {
          const choice = ['agree', 'disagree', 'pass'][randomInt(3)];
          await person.ask(
            'mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) { __typename } }',
            { id: proposals[each % proposals.length], choice },
          );
        }
      }),
    );
  };
  return { vote };
}

/** The files in a backup. */
function partsOf(tar: Buffer) {
  const parts: { name: string; bytes: Buffer; time: number }[] = [];
  for (let at = 0; ; ) {
    const header = readHeader(tar.subarray(at, at + BLOCK));
    if (!header) return parts;
    const { name, size, time } = header;
    parts.push({ name, time, bytes: tar.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + size + paddingAfter(size);
  }
}

const tarOf = (parts: readonly { name: string; bytes: Buffer; time: number }[]) =>
  Buffer.concat([
    ...parts.flatMap(({ name, bytes, time }) => [
      headerOf({ name, size: bytes.length, time }),
      bytes,
      Buffer.alloc(paddingAfter(bytes.length)),
    ]),
    Buffer.alloc(2 * BLOCK),
  ]);

/** A copy of the backup in which the first vote is another, everything else as it was. */
function withAnotherVote(): string {
  const changed = partsOf(readFileSync(file)).map((part) => {
    if (part.name !== 'tables/vote.copy.gz') return part;
    const rows = gunzipSync(part.bytes).toString().replace('\tagree\t', '\tdisagree\t');
    return { ...part, bytes: gzipSync(rows) };
  });
  const copy = newFile();
  writeFileSync(copy, tarOf(changed));
  return copy;
}

describe('A backup that is not what was written', () => {
  test('is refused wherever it was cut short, and says where', async () => {
    const whole = readFileSync(file);
    const copy = newFile();
    const places = Array.from({ length: 50 }, () => randomInt(whole.length));
    for (const place of [...places, whole.length - 1, whole.length - 1024, 512, 0]) {
      writeFileSync(copy, whole.subarray(0, place));
      expect(await refusalOf(readBackup(copy))).toMatch(
        /was cut short: it ends after [\d,]+ bytes, in (what follows .+|backup\.json|tables\/\w+\.copy\.gz|SHA256SUMS|END), and its end marker is missing/,
      );
    }
  });

  test('is refused for any one byte that is another, in a file or between files', async () => {
    const whole = readFileSync(file);
    const copy = newFile();
    const headers = Array.from({ length: 60 }, () => BLOCK * randomInt(whole.length / BLOCK));
    const anywhere = Array.from({ length: 140 }, () => randomInt(whole.length));
    for (const place of [...headers, ...anywhere, whole.length - 1]) {
      const altered = Buffer.from(whole);
      altered[place] = (altered[place] as number) ^ (1 << randomInt(8));
      writeFileSync(copy, altered);
      expect(await refusalOf(readBackup(copy))).toMatch(/is damaged in|was cut short|is no backup/);
    }
  });

  test('is refused for one vote that is another, names the table, and writes nothing', async () => {
    const database = await empty();
    const said = await refusalOf(restoreBackup(database, withAnotherVote(), { progress }));
    expect(said).toMatch(
      /is damaged in tables\/vote\.copy\.gz \(bytes [\d,]+ to [\d,]+ of the file\)/,
    );
    expect(await contentOf(database)).toEqual({});
  });

  test('would go in as it is, were the sums not compared (so the tests above can fail)', async () => {
    const database = await empty();
    await restoreBackup(database, withAnotherVote(), { progress, unsafe: { unverified: true } });
    const [row] = await database.query(
      `SELECT count(*)::int AS n FROM vote WHERE choice = 'agree'`,
    );
    const [then] = await stage.database.query(
      `SELECT count(*)::int AS n FROM vote WHERE choice = 'agree' AND consultation_id = $1`,
      [consultationId],
    );
    expect(row.n).toBe(then.n - 1);
    expect(await recountTallies(database.manager)).not.toEqual([]);
  });

  test('is refused when it is something else altogether', async () => {
    const copy = newFile();
    writeFileSync(copy, 'Dear Asha,\n'.repeat(200));
    expect(await refusalOf(readBackup(copy))).toMatch(/is no backup of a Clarion/);
    expect(await refusalOf(readBackup(`${copy}.other`))).toMatch(/there is no such file/);
  });
});

describe('A restore', () => {
  test('leaves a database alone in which there is anything', async () => {
    const before = await contentOf(stage.database);
    expect(await refusalOf(restoreBackup(stage.database, file, { progress }))).toMatch(
      /This database is not empty: there are rows in \w+\. Nothing was restored/,
    );
    expect(await contentOf(stage.database)).toEqual(before);
    const foreign = await empty();
    await foreign.query('CREATE TABLE recipe (id int)');
    expect(await refusalOf(restoreBackup(foreign, file, { progress }))).toMatch(
      /it holds tables that are not this Clarion's \(recipe\)/,
    );
  });

  test('takes a Clarion in which nobody has done anything, but not while it runs', async () => {
    const database = await empty();
    await migrate(database);
    const there = { clarion: { ...stage.clarion, environment: { databaseUrl: database.url } } };
    await withJobs(
      there as unknown as Stage,
      { idle: { work: async () => undefined } },
      async () => {
        expect(await refusalOf(restoreBackup(database, file, { progress }))).toMatch(
          /A Clarion runs on this database/,
        );
      },
    );
    await restoreBackup(database, file, { progress });
    expect(await shapeOf(database)).toEqual(await shapeOf(stage.database));
  });

  test('brings a backup of an older Clarion to today’s tables', async () => {
    const old = await empty();
    const tx = old.createQueryRunner();
    const five = old.migrations.slice(0, 5).map(({ name }) => name as string);
    await migrateIn(old, tx, five);
    await tx.release();
    await old.query(
      `INSERT INTO record_entry (number, at, kind, about_kind, about_id, data)
       SELECT n, now(), 'withdrawn', 'proposal', gen_random_uuid(), '{"reason": "Said better elsewhere."}'
       FROM generate_series(1, 3) AS n`,
    );
    const database = await empty();
    const manifest = await restoreBackup(database, await backupOf(old.url), { progress });
    expect(manifest.migrations).toEqual(five);
    expect(await shapeOf(database)).toEqual(await shapeOf(stage.database));
    const entries = await database.query('SELECT data, hash FROM record_entry ORDER BY number');
    expect(entries).toHaveLength(3);
    expect(entries[2]).toMatchObject({ data: {}, hash: expect.any(Buffer) });
  });

  test('refuses a backup of a newer Clarion', async () => {
    const newer = await empty();
    await migrate(newer);
    await newer.query(
      `INSERT INTO migration (timestamp, name) VALUES (9, 'Holograms9999999999999')`,
    );
    const backup = await backupOf(newer.url);
    expect(await refusalOf(restoreBackup(await empty(), backup, { progress }))).toMatch(
      /made by a newer Clarion \(this one does not know Holograms9999999999999\)/,
    );
  });

  test('by the command says how much, where the record ends, and which keys are to be put back', async () => {
    const copy = newFile();
    const taken = await run(CLARION, ['backup', copy], onStage(stage));
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.out).toMatch(
      /^Wrote .+ \([\d,]+ bytes\): [\d,]+ rows in \d+ tables, as they were at /,
    );
    expect(taken.err).toMatch(/Copying +100%/);
    const again = await run(CLARION, ['backup', copy], onStage(stage));
    expect(again).toMatchObject({ code: 1, err: `${copy} is there already. Name a new file.\n` });
    const nowhere = await run(CLARION, ['backup', '/nowhere/a.tar'], onStage(stage));
    expect(nowhere.err).toBe('/nowhere/a.tar was not written: there is no such folder.\n');
    const database = await empty();
    const restored = await run(CLARION, ['restore', copy], { DATABASE_URL: database.url });
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.err).toMatch(/Restoring +100%/);
    expect(restored.out).toContain('✗ Keys are missing for: Buses after seven');
    const end = /The record ends at entry \d+, hash [0-9a-f]{64}\./;
    expect(end.exec(restored.out)?.[0]).toBe(end.exec(taken.out)?.[0]);
  }, 120_000);
});
