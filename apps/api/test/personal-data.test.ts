import { recountRound, unzipRound } from '@clarion/exchange/round';
import { fromHex, opens } from '@clarion/record';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { begin } from '../src/accounts/session.service.js';
import { verifyRecord } from '../src/audit/verify-record.service.js';
import { memberId } from '../src/demo/ids.js';
import { mailTasks } from '../src/mail/mail.js';
import { eraseWords, sentBy } from '../src/personal-data/erasure.queries.js';
import { HELD } from '../src/personal-data/held.js';
import { SECTIONS } from '../src/personal-data/sections.js';
import {
  type Belongings,
  CANARY,
  EMAIL,
  makeBelongings,
  NUMBER,
  SEALED,
  whereItStands,
} from './stage/belongings.js';
import { CLARION, faultOf, onStage, run } from './stage/command.js';
import { undo } from './stage/moderating.js';
import { openPostOffice } from './stage/post-office.js';
import { importFile, person as line, rollFile } from './stage/roll-file.js';
import { AT_A_TEST, openStage, type Person } from './stage/stage.js';
import { until, withJobs } from './stage/working.js';

const office = openPostOffice();
const stage = openStage(() => ({
  CLARION_SMTP_URL: office.url,
  CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
}));

const TOM = memberId('tom');
let tom: Person;
let visitor: Person;
let things: Belongings;

beforeAll(async () => {
  things = await makeBelongings(stage);
  tom = await stage.as('tom');
  visitor = await stage.as('visitor');
}, 60_000);

const faults = () => verifyRecord(stage.database.manager, { keys: stage.clarion.keys });

/** Columns that lead to a person, from the catalogue: what refers to a member, and what is called like it. */
async function leadingToPeople(): Promise<string[]> {
  const rows = await stage.database.query(
    `SELECT c.relname || '.' || a.attname AS name FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND (EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
           AND f.confrelid = 'member'::regclass AND a.attnum = ANY(f.conkey))
         OR a.attname ~ '(^|_)(member|actor|author|officer|reporter|suspended|by)_ids?$'
         OR a.attname ~ 'email|pseudonym|^voters$|^inbox$|^membership_number$|^(display|author|roll)_name$')
       AND c.relname || '.' || a.attname NOT IN ('turnout.voters')
     ORDER BY 1`,
  );
  return rows.map(({ name }: { name: string }) => name);
}

async function download(by: Person): Promise<Map<string, string>> {
  const reply = await by.get('/download/me.zip');
  expect(reply.status).toBe(200);
  const files = unzipRound(new Uint8Array(await reply.arrayBuffer()));
  return new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

const rowsIn = (files: Map<string, string>, name: string): Record<string, unknown>[] =>
  JSON.parse(files.get(`${name}.json`) ?? '');

describe('The download of what is held about oneself', () => {
  test('has every column that leads to a person, or says why not; a new one is noticed', async () => {
    expect(await leadingToPeople()).toEqual(Object.keys(HELD).sort());
    const sections = new Set(SECTIONS.map(({ name }) => name));
    for (const held of Object.values(HELD)) {
      if ('in' in held) expect(sections).toContain(held.in);
    }
    await stage.database.query('CREATE TABLE keepsake (owner uuid REFERENCES member)');
    expect(await leadingToPeople()).toContain('keepsake.owner');
    await stage.database.query('DROP TABLE keepsake');
  });

  test('has all that Tom wrote, with every version, how he voted, and what was done to him', async () => {
    const files = await download(tom);
    expect([...files.keys()]).toEqual(['README.md', ...SECTIONS.map(({ name }) => `${name}.json`)]);
    for (const { name } of SECTIONS) {
      if (!['verdicts', 'priorities'].includes(name)) {
        expect({ name, rows: rowsIn(files, name).length }).not.toEqual({ name, rows: 0 });
      }
    }
    expect(rowsIn(files, 'you')).toMatchObject([{ membership_number: NUMBER, id: TOM }]);
    expect(rowsIn(files, 'proposals').find(({ id }) => id === things.proposal)).toMatchObject({
      versions: [{ statement: `${CANARY} first.` }, { statement: `${CANARY} second.` }],
    });
    expect(rowsIn(files, 'votes').map(({ proposal_id: of, choice }) => [of, choice])).toEqual(
      expect.arrayContaining([
        [things.ofAsha, 'agree'],
        [things.ofAshaRunning, 'agree'],
      ]),
    );
    expect(rowsIn(files, 'moderation').map(({ note }) => note)).toContain(`${CANARY} note.`);
    expect(files.get('README.md')).toContain('votes.json: Your votes');
    const all = [...files.values()].join('\n');
    expect(all).not.toMatch(/token_hash|code_hash|objection_hash/);
    expect(all).not.toContain(memberId('joan'));
    // Under seal not even its author reads it.
    expect(all).not.toContain(SEALED);
  });

  test('is for nobody else, and asks to confirm first', async () => {
    const asha = await download(await stage.as('asha'));
    expect([...asha.values()].join('\n')).not.toContain(CANARY);
    expect((await visitor.get('/download/me.zip')).status).toBe(403);
    await stage.database.query(
      `UPDATE session SET confirmed_at = now() - interval '1 hour' WHERE member_id = $1`,
      [TOM],
    );
    const refused = await tom.get('/download/me.zip');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Confirm');
    tom = await stage.as('tom');
  });

  test('says by its head alone whether it would be given, without being made', async () => {
    const token = await begin(stage.database.manager, TOM, new Date(), AT_A_TEST);
    const ask = { method: 'HEAD', headers: { cookie: `clarion=${token}` } };
    const statements = await stage.statementsOf(async () => {
      const reply = await fetch(`${stage.address}/download/me.zip`, ask);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/zip']);
    });
    // The session alone.
    expect(statements.filter((sql) => !/\bsession\b/.test(sql))).toEqual([]);
    expect((await fetch(`${stage.address}/download/me.zip`, { method: 'HEAD' })).status).toBe(403);
  });

  test('is read page by page, and nothing is left out or told twice', async () => {
    const callum = await stage.as('callum');
    await stage.database.query(
      `INSERT INTO comment (id, consultation_id, proposal_id, depth, author_id, stance, body, created_at)
       SELECT gen_random_uuid(), $2, $3, 0, $1, 'for', 'Number ' || n, now() FROM generate_series(1, 1203) n`,
      [callum.id, things.running, things.ofAshaRunning],
    );
    const bodies = rowsIn(await download(callum), 'comments')
      .filter(({ proposal_id: of }) => of === things.ofAshaRunning)
      .map(({ body }) => body);
    expect(new Set(bodies).size).toBe(1203);
    expect(bodies).toHaveLength(1203);
    await stage.database.query(
      `DELETE FROM comment WHERE author_id = $1 AND body LIKE 'Number %'`,
      [callum.id],
    );
  });
});

const CHANGE = `mutation ($name: String!) { changeDisplayName(name: $name) {
  __typename ... on Viewer { rollName member { displayName } } ... on Refusal { reason message } } }`;

describe('The name somebody signs with', () => {
  test('is theirs to choose, and an import of the roll does not undo it', async () => {
    const at = new Date();
    const named = async () => {
      const [row] = await stage.database.query(
        `SELECT id, display_name AS name, roll_name AS roll FROM member WHERE membership_number = 'NAME1'`,
      );
      return row as { id: string; name: string; roll: string | null };
    };
    const brings = (name: string) => importFile(stage, rollFile([line('NAME1', { name })]), { at });
    await brings('Jennifer Salt');
    const { id } = await named();
    const jen = await stage.asMember(id);
    expect((await jen.ask(CHANGE, { name: '  Jen   Salt ' })).changeDisplayName).toMatchObject({
      rollName: 'Jennifer Salt',
      member: { displayName: 'Jen Salt' },
    });
    expect((await brings('Jennifer Salt')).changed).toBe(0);
    expect((await brings('Jennifer Pepper')).changed).toBe(1);
    expect(await named()).toMatchObject({ name: 'Jen Salt', roll: 'Jennifer Pepper' });
    await jen.ask(CHANGE, { name: 'Jennifer Pepper' });
    expect(await named()).toMatchObject({ name: 'Jennifer Pepper', roll: null });
    await brings('Jennifer Nutmeg');
    expect(await named()).toMatchObject({ name: 'Jennifer Nutmeg', roll: null });
    for (const name of ['', 'x'.repeat(81), 'name erased']) {
      expect((await jen.ask(CHANGE, { name })).changeDisplayName.__typename).toBe('Refusal');
    }
  });
});

const ERASE = `mutation ($typed: String!) { eraseMe(typed: $typed) {
  __typename ... on Refusal { reason message } } }`;
const erase = async (by: Person, typed: string) => (await by.ask(ERASE, { typed })).eraseMe;

/** Entries of the record whose commitment a guess confirms: what somebody with the database can try. */
async function confirmedBy(guess: string, db?: EntityManager): Promise<number[]> {
  const rows = await (db ?? stage.database.manager).query(
    `SELECT s.number::int, encode(s.salt, 'hex') AS salt, r.commitments->>s.field AS commitment
     FROM record_salt s JOIN record_entry r ON r.number = s.number ORDER BY s.number`,
  );
  const found: number[] = [];
  for (const { number, salt, commitment } of rows) {
    const opening = { text: guess, salt: fromHex(salt) ?? new Uint8Array() };
    if (await opens(fromHex(commitment) ?? new Uint8Array(), opening)) found.push(number);
  }
  return found;
}

const tallyOf = async (proposalId: string) => {
  const [row] = await stage.database.query('SELECT agree FROM tally WHERE proposal_id = $1', [
    proposalId,
  ]);
  return row.agree as number;
};

describe('Erasing Tom', () => {
  let agreed: number;

  test('is refused to whoever does not type it, and while an address is held', async () => {
    expect(await erase(tom, 'yes')).toMatchObject({ reason: 'not_valid' });
    await stage.database.query(
      `UPDATE contact SET held_until = now() + interval '1 day' WHERE member_id = $1`,
      [TOM],
    );
    expect((await erase(tom, 'erase me')).message).toContain('address changed');
    await stage.database.query('UPDATE contact SET held_until = NULL WHERE member_id = $1', [TOM]);
  });

  test('before it the canary stands in the tables, a guess at it is confirmed by the record, which is whole', async () => {
    expect(await faults()).toEqual([]);
    const places = await whereItStands(stage, CANARY);
    for (const place of [
      'public.contact.email',
      'public.contact_change.old_email',
      'public.member.display_name',
      'public.member.skills',
      'public.proposal_version.statement',
      'public.comment_version.body',
      'public.evidence.sources',
      'public.evidence_contest.text',
      'public.report.words',
      'public.appeal.answer',
      'public.moderation_act.note',
      'public.passkey.name',
    ]) {
      expect(places).toContain(place);
    }
    // Once where it was edited, once where it was merged into Asha's.
    expect(await confirmedBy(`${CANARY} second.`)).toHaveLength(2);
    expect(await confirmedBy(`${CANARY} doubts it.`)).toHaveLength(1);
    agreed = await tallyOf(things.ofAsha);
  });

  test('the words alone would not do: with the salts left a guess is confirmed all the same', async () => {
    const runner = stage.database.createQueryRunner();
    await runner.startTransaction();
    await eraseWords(runner.manager, await sentBy(runner.manager, TOM));
    expect(await confirmedBy(`${CANARY} second.`, runner.manager)).toHaveLength(2);
    await runner.rollbackTransaction();
    await runner.release();
  });

  test('takes all of it out of the database, tells his last address, and the record is whole as before', async () => {
    expect(await erase(tom, ' Erase ME ')).toEqual({ __typename: 'Erased' });
    // Whatever else was on its way to him is not sent any more.
    await withJobs(stage, mailTasks(stage.clarion.environment), async () => {
      expect((await office.take(EMAIL)).subject).toBe('What Clarion held about you is erased');
      await until(
        async () => !(await whereItStands(stage, EMAIL)).length,
        'the queue let go of his address',
      );
    });
    expect(await whereItStands(stage, CANARY)).toEqual([]);
    expect(await whereItStands(stage, NUMBER)).toEqual([]);
    expect(await confirmedBy(`${CANARY} second.`)).toEqual([]);
    expect(await confirmedBy(`${CANARY} doubts it.`)).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test('leaves what is under seal, for a court to ask for', async () => {
    const places = await whereItStands(stage, SEALED);
    expect(places).toEqual(['public.proposal.statement', 'public.proposal_version.statement']);
    expect(await confirmedBy(`${SEALED} named.`)).toHaveLength(1);
  });

  test('signs him out, and says in the record that somebody was erased, and not who', async () => {
    expect((await tom.ask('{ viewer { member { id } } }')).viewer).toBeNull();
    const [entry] = await stage.database.query(
      `SELECT * FROM record_entry WHERE kind = 'member_erased'`,
    );
    expect(entry).toMatchObject({ actor_id: null, data: { by: 'member' } });
    expect(JSON.stringify(entry)).not.toContain(TOM);
  });

  test('leaves every place where it was, and says what stands there', async () => {
    const seen = await visitor.ask(
      `query ($proposal: ID!, $thread: ID!, $draft: ID!, $consultation: ID!) {
        proposal(id: $proposal) { statement argument status author { name } versions { statement } }
        thread: proposal(id: $thread) { thread(first: 10) { edges { node { body status author { name } } } } }
        story(contributionId: $proposal) { title steps { title } }
        draft(id: $draft) { paragraphs { text sources { item { __typename } } } }
        publicCount(consultationId: $consultation) { total { received unaccounted } } }`,
      {
        ...{ proposal: things.proposal, thread: things.ofAsha },
        ...{ draft: things.draft, consultation: things.counted },
      },
    );
    expect(seen.proposal).toMatchObject({
      ...{ statement: 'Erased at the author’s request', argument: '', status: 'withdrawn' },
      author: { name: 'Name erased' },
    });
    expect(seen.thread.thread.edges.map(({ node }: { node: object }) => node)).toContainEqual({
      ...{ body: 'Erased at the author’s request', status: 'withdrawn' },
      author: { name: 'Name erased' },
    });
    expect(seen.story.title).toBe('Erased at the author’s request');
    expect(seen.draft.paragraphs).toMatchObject([{ text: 'Every town has a late bus.' }]);
    expect(seen.draft.paragraphs[0].sources).toHaveLength(3);
    expect(seen.publicCount.total).toMatchObject({ received: 6, unaccounted: 0 });
  });

  test('takes back his votes where voting runs, and not where a round has counted them', async () => {
    expect(await tallyOf(things.ofAshaRunning)).toBe(0);
    expect(await tallyOf(things.ofAsha)).toBe(agreed);
    const [{ good }] = await stage.database.query(
      'SELECT good_points AS good FROM comment WHERE id = $1',
      [things.ashasComment],
    );
    expect(good).toBe(0);
  });

  test('goes on working: search, ranking, rounds and drafts, none with a word of his', async () => {
    const addresses = [
      `/download/consultations/${things.counted}/ranking.csv?round=1`,
      `/download/drafts/${things.draft}.md`,
      `/download/drafts/${things.draft}.csv`,
    ];
    for (const address of addresses) {
      const reply = await visitor.get(address);
      expect({ address, status: reply.status }).toEqual({ address, status: 200 });
      expect(await reply.text()).not.toContain(CANARY);
    }
    const zip = await (
      await visitor.get(`/download/rounds/${things.round}/bundle.zip`)
    ).arrayBuffer();
    const files = unzipRound(new Uint8Array(zip));
    const bundle = [...files.values()].map((bytes) => Buffer.from(bytes).toString()).join('\n');
    expect(bundle).toContain('Late buses.');
    expect(bundle).not.toContain(CANARY);
    const report = await recountRound(files);
    expect(report).toMatchObject({ identical: true, firstDifference: null });
    const { search } = await visitor.ask(
      `query ($text: String!) { search(text: $text) { hits { id } } }`,
      { text: CANARY },
    );
    expect(search.hits).toEqual([]);
  });

  test('cannot be undone by a moderator: what was hidden is taken back, not shown', async () => {
    const undone = await undo(await stage.as('joan'), things.hiding);
    expect(undone.__typename).toBe('ModerationAct');
    const { proposal } = await visitor.ask(
      'query ($id: ID!) { proposal(id: $id) { status statement } }',
      { id: things.hidden },
    );
    expect(proposal).toEqual({ status: 'withdrawn', statement: 'Erased at the author’s request' });
    expect(await faults()).toEqual([]);
  });

  test('an import of the roll leaves him out, and says so', async () => {
    const imported = await importFile(stage, rollFile([line(NUMBER, { name: `${CANARY} Tom` })]));
    expect(imported).toMatchObject({ erased: 1, added: 0, changed: 0 });
    expect(await whereItStands(stage, CANARY)).toEqual([]);
  });

  test('nobody signs in as him, and a second erasure changes nothing', async () => {
    const again = await stage.asMember(TOM);
    expect(await erase(again, 'erase me')).toEqual({ __typename: 'Erased' });
    const [{ times }] = await stage.database.query(
      `SELECT count(*)::int AS times FROM record_entry WHERE kind = 'member_erased'`,
    );
    expect(times).toBe(1);
  });
});

describe('The operator erases somebody who cannot sign in', () => {
  test('says what would go and does nothing, then does it', async () => {
    const callum = memberId('callum');
    await stage.database.query(
      `UPDATE member SET membership_number = 'GONE1', lapsed_on = '2026-01-01' WHERE id = $1`,
      [callum],
    );
    const settings = onStage(stage);
    const dry = await run(CLARION, ['erase', 'gone1'], settings);
    expect(faultOf(dry)).toBeNull();
    expect(dry.out).toContain('Nothing was written');
    const erasedAt = async () =>
      (await stage.database.query('SELECT erased_at FROM member WHERE id = $1', [callum]))[0]
        .erased_at;
    expect(await erasedAt()).toBeNull();
    expect(faultOf(await run(CLARION, ['erase', 'gone1', '--yes'], settings))).toBeNull();
    expect(await erasedAt()).not.toBeNull();
    const again = await run(CLARION, ['erase', 'gone1', '--yes'], settings);
    expect(again.code).toBe(1);
    expect(again.err).toContain('Nobody on the roll has that number');
    expect(await faults()).toEqual([]);
  });
});

describe('A backup that was put back', () => {
  test('brings back whoever was erased since: the doctor says so, and they are erased again', async () => {
    await stage.database.query(
      `UPDATE member SET membership_number = 'GONE1', erased_at = NULL WHERE id = $1`,
      [memberId('callum')],
    );
    const settings = onStage(stage);
    expect((await run(CLARION, ['doctor'], settings)).out).toContain(
      '✗ 1 who were erased are here again.',
    );
    const again = await run(CLARION, ['erase', '--again', '--yes'], settings);
    expect(faultOf(again)).toBeNull();
    expect(again.out).toContain('GONE1');
    expect((await run(CLARION, ['erase', '--again', '--yes'], settings)).out).toContain(
      'Nobody who was erased is on the roll again.',
    );
  });
});
