import { SEALED_DAYS } from '@clarion/deliberation';
import { recountRound, unzipRound } from '@clarion/exchange/round';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { verifyRecord } from '../src/audit/verify-record.service.js';
import { inTransaction } from '../src/database/transaction.js';
import { moderate as moderating } from '../src/moderation/moderate.service.js';
import { destroyDue } from '../src/moderation/seal.service.js';
import { holdSealed, releaseSealed } from '../src/moderation/seal-hold.service.js';
import { makeCheckpoint } from '../src/record/checkpoint.service.js';
import { act } from './stage/acting.js';
import { CANARY, makeCanaries } from './stage/canaries.js';
import { CLARION, onStage, run } from './stage/command.js';
import { answerAppeal, appeal, moderate, readSealed, report, undo } from './stage/moderating.js';
import { comment, openConsultation, propose } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent' });
const DAY_MS = 86_400_000;

let helen: Person;
let asha: Person;
let tom: Person;
let joan: Person;
let priya: Person;
let proposalId: string;

beforeAll(async () => {
  const people = ['helen', 'asha', 'tom', 'joan', 'priya'] as const;
  [helen, asha, tom, joan, priya] = (await Promise.all(people.map((each) => stage.as(each)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const consultationId = await openConsultation(helen, { template: 'quick' });
  ({ id: proposalId } = await propose(asha, consultationId));
});

const SEAL = 'hidden { words { text } seal { until destroyedAt viewerMayRead } }';
const hiddenComment = async (by: Person, id: string) =>
  (await by.ask(`query ($id: ID!) { comment(id: $id) { comment { ${SEAL} } } }`, { id })).comment
    .comment.hidden;

const sealed = async (body: string) => {
  const { id } = await comment(tom, proposalId, { body });
  const made = await moderate(joan, id, { reason: 'unlawful' });
  return { id, actId: made.id };
};

const kindsOf = async (id: string): Promise<string[]> =>
  (
    await stage.database.query(
      'SELECT kind FROM record_entry WHERE about_id = $1 ORDER BY number',
      [id],
    )
  ).map(({ kind }: { kind: string }) => kind);

/** The tables of the database in any row of which a word stands. */
async function whereKept(word: string): Promise<string[]> {
  const tables = await stage.database.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [{ kept }] = await stage.database.query(
      `SELECT EXISTS (SELECT FROM ${name} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%') AS kept`,
      [word],
    );
    if (kept) found.push(name);
  }
  return found.sort();
}

const destroyAt = (at: Date) => destroyDue(stage.database, at);
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

describe('What may be unlawful', () => {
  test('is read by no moderator in passing, and by Priya who says what for; that stands in the log and the record', async () => {
    const { id, actId } = await sealed('Where Asha lives.');
    for (const person of [joan, priya, tom, asha]) {
      expect(await hiddenComment(person, id)).toMatchObject({
        words: null,
        seal: { destroyedAt: null, viewerMayRead: person === joan || person === priya },
      });
    }
    const reading = { id: v7(), reason: 'for_appeal' as const };
    const read = await readSealed(priya, id, reading);
    expect(read).toMatchObject({
      __typename: 'SealedWords',
      act: { id: reading.id, act: 'read', code: 'for_appeal' },
      words: [{ label: 'Comment', text: 'Where Asha lives.' }],
    });
    // Sent again, as its reply was lost, it is the same reading.
    expect(await readSealed(priya, id, reading)).toMatchObject({ words: read['words'] });
    expect(await kindsOf(id)).toEqual(['sent', 'hidden', 'seal_opened']);
    const { moderationLog } = await asha.ask(
      `{ moderationLog(first: 1) { edges { node { title code by { displayName } body { name } } } } }`,
    );
    expect(moderationLog.edges[0].node).toEqual({
      ...{ title: 'Sealed words read by a moderator', code: 'for_appeal', by: null },
      body: { name: 'National Policy Forum' },
    });
    const [kept] = await stage.database.query('SELECT by_id FROM moderation_act WHERE id = $1', [
      reading.id,
    ]);
    expect(kept.by_id).toBe(priya.id);
    expect((await undo(joan, actId)).__typename).toBe('ModerationAct');
  });

  test('is opened to no member, nor to its author, nor to Joan who reported it, nor without a seal', async () => {
    const { id: reported } = await comment(tom, proposalId, { body: 'Another address.' });
    await report(joan, reported, { reason: 'unlawful', words: 'It is an address.' });
    await moderate(priya, reported, { reason: 'unlawful' });
    expect(await readSealed(joan, reported)).toMatchObject({ reason: 'party_to_it' });
    const mays = await Promise.all(
      [joan, priya].map(async (each) => (await hiddenComment(each, reported)).seal.viewerMayRead),
    );
    expect(mays).toEqual([false, true]);
    for (const person of [tom, asha, helen]) {
      expect(await readSealed(person, reported)).toMatchObject({ __typename: 'Refusal' });
    }
    const { id: plain } = await comment(tom, proposalId, { body: 'You are a fool.' });
    await moderate(joan, plain);
    expect(await readSealed(priya, plain)).toMatchObject({
      reason: 'not_valid',
      message: 'These words are not under seal.',
    });
    expect(await kindsOf(reported)).toEqual(['sent', 'hidden']);
  });

  test('is judged on appeal by a moderator who opens it; upheld, it stands again and is sealed no more', async () => {
    const { id, actId } = await sealed('A street, not an address.');
    await appeal(tom, actId, { words: 'It is the name of a street.' });
    const appealed = async () => {
      const { moderation } = await priya.ask(
        `{ moderation { appeals { edges { node { id about { text } seal { viewerMayRead }
          act { id } } } } } }`,
      );
      return moderation.appeals.edges.find(({ node }: any) => node.act.id === actId).node;
    };
    const found = await appealed();
    expect(found).toMatchObject({ about: [], seal: { viewerMayRead: true } });
    const { words } = await readSealed(priya, id, { reason: 'for_appeal' });
    expect(words).toEqual([{ label: 'Comment', text: 'A street, not an address.' }]);
    expect(await answerAppeal(priya, found.id)).toMatchObject({ isReversed: true });
    expect(await hiddenComment(priya, id)).toBeNull();
    expect(await stage.database.query('SELECT FROM seal WHERE about_id = $1', [id])).toEqual([]);
  });
});

describe('What was kept under seal long enough', () => {
  test('is destroyed on day 180 and not before: everywhere, with what would let it be found out', async () => {
    const { things, roundId } = await makeCanaries(stage);
    await report(asha, things.proposal, { words: `He wrote ${CANARY}.` });
    const hide = { aboutId: things.proposal, act: 'hide', reason: 'unlawful', note: '' } as const;
    const { id: actId } = await act(stage, 'joan', new Date(), (acting) =>
      moderating(acting, { id: v7(), ...hide }),
    );
    await destroyAt(inDays(SEALED_DAYS - 0.1));
    const kept = await whereKept(CANARY);
    expect(kept).toEqual(
      expect.arrayContaining(['public.proposal', 'public.report', 'public.round_words']),
    );
    expect(await destroyAt(inDays(SEALED_DAYS + 0.1))).toBeGreaterThan(0);
    const [words] = await stage.database.query(
      `SELECT p.statement, p.argument, w.salt, w.gone FROM proposal p
       JOIN round_words w ON w.proposal_id = p.id WHERE p.id = $1`,
      [things.proposal],
    );
    expect(words).toEqual({
      ...{ statement: 'Hidden by a moderator', argument: '' },
      ...{ salt: null, gone: 'hidden' },
    });
    // What others wrote with the same word, in other contributions, is left alone.
    expect(await whereKept(`${CANARY} second`)).toEqual([]);
    expect(await whereKept(`He wrote ${CANARY}`)).toEqual([]);
    const [{ salts }] = await stage.database.query(
      `SELECT count(*)::int AS salts FROM record_salt s JOIN record_entry r ON r.number = s.number
       WHERE r.about_id = $1 AND r.kind IN ('sent', 'edited')`,
      [things.proposal],
    );
    expect(salts).toBe(0);
    expect(await kindsOf(things.proposal)).toContain('destroyed');
    const zip = await (await asha.get(`/download/rounds/${roundId}/bundle.zip`)).arrayBuffer();
    expect(await recountRound(unzipRound(new Uint8Array(zip)))).toMatchObject({ identical: true });
    expect(await readSealed(priya, things.proposal)).toMatchObject({
      message: expect.stringContaining('was destroyed after 180 days'),
    });
    expect(await undo(priya, actId)).toMatchObject({ reason: 'already_moderated' });
  }, 60_000);

  test('leaves a record that holds, with tables that say the same', async () => {
    await makeCheckpoint(stage.database.manager, {
      keys: stage.clarion.keys,
      name: 'clarion.example.org/record',
      at: new Date(),
    });
    expect(await verifyRecord(stage.database.manager, { keys: stage.clarion.keys })).toEqual([]);
  });

  test('is kept while the operator holds it, with a reason that the record only commits to', async () => {
    const { id } = await sealed('Held for the police.');
    const reason = 'Asked for by Greater Manchester Police, 4711.';
    const held = () =>
      inTransaction(stage.database, (tx) =>
        holdSealed(tx, { aboutId: id, reason, at: new Date() }),
      );
    expect(await held()).toBe('done');
    expect(await held()).toBe('held_already');
    await destroyAt(inDays(SEALED_DAYS + 5));
    expect(await whereKept('Held for the police.')).toEqual(['public.comment']);
    const [entry] = await stage.database.query(
      `SELECT data, commitments FROM record_entry WHERE about_id = $1 AND kind = 'seal_held'`,
      [id],
    );
    expect(JSON.stringify(entry)).not.toContain('Police');
    expect(Object.keys(entry.commitments)).toEqual(['reason']);
    const release = () =>
      inTransaction(stage.database, (tx) => releaseSealed(tx, { aboutId: id, at: new Date() }));
    expect(await release()).toBe('done');
    expect(await release()).toBe('not_held');
    await destroyAt(inDays(SEALED_DAYS + 5));
    expect(await whereKept('Held for the police.')).toEqual([]);
  });

  test('is held, listed and counted by the operator’s commands', async () => {
    const { id } = await sealed('For the command line.');
    const clarion = (...args: string[]) => run(CLARION, args, onStage(stage));
    expect((await clarion('seal', 'hold', id)).err).toContain('--reason');
    expect(await clarion('seal', 'hold', id, '--reason', 'A court order.')).toMatchObject({
      code: 0,
    });
    expect((await clarion('seal', 'list')).out).toMatch(new RegExp(`${id}  comment, held beyond`));
    expect((await clarion('doctor')).out).toContain('held for a court or the police: 1');
    expect(await clarion('seal', 'release', id)).toMatchObject({ code: 0 });
    expect((await clarion('seal', 'release', id)).err).toContain('These words are not held.');
  }, 60_000);
});
