import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recountRound, unzipRound, WORDS_FILE } from '@clarion/exchange/round';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CANARY, done, makeCanaries } from './stage/canaries.js';
import { CLARION, onStage, run } from './stage/command.js';
import { goodArguments } from './stage/every-field.js';
import { everyRead } from './stage/every-read.js';
import { moderate, undo } from './stage/moderating.js';
import { newId } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';
import { asArguments, type Things } from './stage/things.js';

const stage = openStage({ CLARION_LOG: 'silent' });
const READS = everyRead();

let helen: Person;
let asha: Person;
let tom: Person;
let joan: Person;
let visitor: Person;
let things: Things;
let hidden: string[];
let roundId: string;
let published: Map<string, Uint8Array>;

/** The files that a round gives to this person. */
async function roundFiles(by: Person, id: string, what: 'bundle' | 'matrix' = 'bundle') {
  const reply = await by.get(`/download/rounds/${id}/${what}.zip`);
  return unzipRound(new Uint8Array(await reply.arrayBuffer()));
}

const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files.values()].map((bytes) => Buffer.from(bytes).toString()).join('\n');

/** Every address outside GraphQL that gives something of a consultation away. */
const addresses = () => [
  `/download/consultations/${things.consultation}/ranking.csv?round=1`,
  `/download/drafts/${things.draft}.md`,
  `/download/drafts/${things.draft}.html`,
  `/download/drafts/${things.draft}.docx`,
];

const AT_ONCE = 8;

/** Where the word is read: the documents and addresses that answer with it. */
async function whereRead(by: Person): Promise<string[]> {
  const found: string[] = [];
  const reads = READS.map(({ root, document }) => async () => {
    const variables = { ...goodArguments(root, asArguments(things)) };
    if ('text' in variables) variables['text'] = `${CANARY} second.`;
    if (root.name === 'search' || root.name === 'citable') variables['text'] = CANARY;
    const { data, errors } = await by.send(document, variables);
    if (errors) throw new Error(`${errors[0]?.message}: ${document}`);
    if (JSON.stringify(data ?? null).includes(CANARY)) found.push(document);
  });
  const fetches = addresses().map((address) => async () => {
    const text = await (await by.get(address)).text();
    if (text.includes(CANARY)) found.push(address);
  });
  const all = [...reads, ...fetches];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(all.slice(from, from + AT_ONCE).map((read) => read()));
  }
  return found.sort();
}

const rootOf = (document: string): string =>
  /\{ (\w+)/.exec(document)?.[1] ?? document.split('.').at(-1) ?? '';
let before: string[];

beforeAll(async () => {
  const people = ['helen', 'asha', 'tom', 'joan', 'visitor'] as const;
  [helen, asha, tom, joan, visitor] = (await Promise.all(people.map((each) => stage.as(each)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  ({ things, roundId } = await makeCanaries(stage));
  published = await roundFiles(asha, roundId);
  hidden = [things.proposal, things.comment, things.evidence];
}, 60_000);

describe('What a moderator hid', () => {
  test('is read in many places before: the sweep finds it, so it would find it after', async () => {
    before = await whereRead(helen);
    expect([...new Set(before.map(rootOf))].sort()).toEqual([
      'citable',
      'comment',
      'consultation',
      'csv?round=1',
      'draft',
      'md',
      'proposal',
      'reviewing',
      'search',
      'similarProposals',
      'story',
    ]);
  }, 120_000);

  test('is read by nobody else, in none of them, nor in downloads, exports and rounds', async () => {
    for (const id of hidden) expect((await moderate(joan, id)).__typename).toBe('ModerationAct');
    for (const person of [visitor, helen]) expect(await whereRead(person)).toEqual([]);
  }, 240_000);

  test('is read by its author and by moderators in the field for hidden words alone', async () => {
    const isThere = (document: string) => /hidden \{|moderated|words/.test(document);
    const forTom = await whereRead(tom);
    expect(forTom.length).toBeGreaterThan(0);
    expect(forTom.filter((document) => !isThere(document))).toEqual([]);
    expect((await whereRead(joan)).filter((document) => !isThere(document))).toEqual([]);
  }, 240_000);

  test('is not found by looking for its words in a list', async () => {
    const { consultation } = await asha.ask(
      `query ($id: ID!) { consultation(id: $id) { proposals(text: "Xylophonist") { totalCount } }
        citable(consultationId: $id, text: "Xylophonist") { __typename } }`,
      { id: things.consultation },
    );
    expect(consultation.proposals.totalCount).toBe(0);
    const { citable } = await helen.ask(
      `query ($id: ID!) { citable(consultationId: $id, text: "Xylophonist") { __typename } }`,
      { id: things.consultation },
    );
    expect(citable).toEqual([]);
  });

  test('is not in the export to Polis', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'clarion-export-')), 'conversation');
    const ran = await run(
      CLARION,
      ['export', 'polis', things.consultation, folder],
      onStage(stage),
    );
    expect(ran.code).toBe(0);
    for (const name of await readdir(folder)) {
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(CANARY);
    }
  });

  test('is in no bundle of a round any more, whose signed files are what they were', async () => {
    expect(textsOf(published)).toContain(CANARY);
    const files = await roundFiles(asha, roundId);
    expect(textsOf(files)).not.toContain(CANARY);
    for (const [name, bytes] of published) {
      if (name !== WORDS_FILE) expect(files.get(name)).toEqual(bytes);
    }
    const report = await recountRound(files);
    expect(report).toMatchObject({ identical: true, firstDifference: null });
    expect(report.checks.find(({ name }) => name === 'words')).toMatchObject({
      ok: true,
      says: expect.stringContaining(
        'The words of one proposal were taken away since: 1 hidden by a moderator.',
      ),
    });
  });

  test('stands again where it stood, once it is shown again', async () => {
    const acts = await stage.database.query(
      `SELECT id FROM moderation_act WHERE about_id = ANY($1) AND act = 'hide'`,
      [hidden],
    );
    for (const { id } of acts) await undo(joan, id);
    expect(await whereRead(helen)).toEqual(before);
    // Byte for byte the bundle that was published.
    expect(await roundFiles(asha, roundId)).toEqual(published);
  }, 120_000);

  test('is not in a round that is published meanwhile either, nor in what scrutineers are given', async () => {
    expect((await moderate(joan, things.proposal)).__typename).toBe('ModerationAct');
    const { id } = await done(
      helen,
      `mutation ($id: ID!, $consultationId: ID!) { publishRound(id: $id, consultationId: $consultationId) {
        ... on Round { id } ... on Refusal { message } } }`,
      { id: newId(), consultationId: things.consultation },
    );
    const lowri = await stage.as('lowri');
    for (const round of [roundId, id]) {
      expect(textsOf(await roundFiles(asha, round))).not.toContain(CANARY);
      expect(textsOf(await roundFiles(lowri, round, 'matrix'))).not.toContain(CANARY);
    }
  });

  test('nor is what its author has erased: the recount says so, and everything else is as it was signed', async () => {
    const [{ id: actId }] = await stage.database.query(
      `SELECT id FROM moderation_act WHERE about_id = $1 AND act = 'hide' ORDER BY at DESC LIMIT 1`,
      [things.proposal],
    );
    await undo(joan, actId);
    const { eraseMe } = await tom.ask(`mutation { eraseMe(typed: "erase me") { __typename } }`);
    expect(eraseMe.__typename).toBe('Erased');
    const files = await roundFiles(asha, roundId);
    expect(textsOf(files)).not.toContain(CANARY);
    const report = await recountRound(files);
    expect(report.identical).toBe(true);
    expect(report.checks.find(({ name }) => name === 'words')?.says).toContain(
      '1 erased at the author’s request.',
    );
    const kept = await stage.database.query(
      'SELECT salt, statement, gone FROM round_words WHERE proposal_id = $1',
      [things.proposal],
    );
    expect(kept).toEqual([{ salt: null, statement: null, gone: 'erased' }]);
  });
});
