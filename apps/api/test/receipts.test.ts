import {
  type Entry,
  fromBase64,
  fromHex,
  openCheckpoint,
  opens,
  readEntry,
  readKey,
  verifyAdvance,
  verifyChain,
  verifyReceipt,
} from '@clarion/record';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { publicConfiguration } from '../src/public-configuration.js';
import * as checkpoints from '../src/record/checkpoint.queries.js';
import { makeCheckpoint, recordName } from '../src/record/checkpoint.service.js';
import { enterConfiguration } from '../src/record/configuration.service.js';
import { comment, openConsultation, propose } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage({ CLARION_PUBLIC_URL: 'http://clarion.example.org' });
let asha: Person;
let callum: Person;
let consultation: string;

beforeAll(async () => {
  [asha, callum] = await Promise.all([stage.as('asha'), stage.as('callum')]);
  consultation = await openConsultation(await stage.as('helen'));
});

const sign = () =>
  makeCheckpoint(stage.database.manager, {
    keys: stage.clarion.keys,
    name: recordName(stage.clarion.environment.publicUrl),
    at: new Date(),
  });

const get = async (path: string) => {
  const answer = await fetch(`${stage.address}${path}`);
  return { status: answer.status, text: await answer.text() };
};

async function known() {
  const [line = ''] = (await get('/record/key')).text.split('\n');
  const key = await readKey(line);
  if (!key.ok) throw new Error(key.problem);
  return { record: [key.value] };
}

async function mirror(): Promise<Entry[]> {
  const { text } = await get('/record/entries');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const read = readEntry(line);
      if (!read.ok) throw new Error(read.problem);
      return read.value;
    });
}

const RECEIPT = `query ($id: ID!) { receipt(contributionId: $id) {
  contributionId number proof key openings { field text salt } } }`;
const receiptOf = async (person: Person, id: string) => (await person.ask(RECEIPT, { id })).receipt;

describe('A checkpoint', () => {
  test('is signed under the public host name, and again only when the record has grown', async () => {
    await propose(asha, consultation);
    const first = await sign();
    expect(await sign()).toEqual(first);
    const { text } = await get('/record/checkpoint');
    const opened = await openCheckpoint(text, await known());
    expect(opened).toMatchObject({
      ok: true,
      value: { origin: 'clarion.example.org/record', size: first?.size },
    });
    await propose(asha, consultation);
    expect((await sign())?.size).toBe((first?.size ?? 0) + 1);
    expect((await get(`/record/checkpoint?size=${first?.size}`)).text).toBe(text);
  });

  test('is over exactly the entries that anybody can download', async () => {
    const { text } = await get('/record/checkpoint');
    const opened = await openCheckpoint(text, await known());
    if (!opened.ok) throw new Error(opened.problem);
    const entries = await mirror();
    const kept = entries.map((entry) => ({ entry }));
    expect(await verifyChain(kept, [opened.value])).toMatchObject({ ok: true });
    const [first, ...rest] = entries;
    const changed = [{ ...first, act: { kind: 'sent' } } as Entry, ...rest];
    expect(
      await verifyChain(
        changed.map((entry) => ({ entry })),
        [opened.value],
      ),
    ).toMatchObject({ ok: false });
  });

  test('goes on from the one before, as the consistency proof shows, and from no other', async () => {
    const before = await sign();
    await propose(asha, consultation);
    const after = await sign();
    const path = `/record/consistency?from=${before?.size}&to=${after?.size}`;
    const proof = (await get(path)).text
      .trimEnd()
      .split('\n')
      .map((line) => fromBase64(line) ?? new Uint8Array());
    const keys = await known();
    expect(await verifyAdvance(before?.note ?? '', after?.note ?? '', proof, keys)).toMatchObject({
      ok: true,
    });
    expect(await verifyAdvance(before?.note ?? '', after?.note ?? '', [], keys)).toMatchObject({
      ok: false,
    });
  });

  test('is never made over a record that is not what was signed before', async () => {
    const before = await sign();
    const runner = stage.database.createQueryRunner();
    await runner.startTransaction();
    await propose(asha, consultation);
    await runner.query('ALTER TABLE record_entry DISABLE TRIGGER USER');
    await runner.query(`UPDATE record_entry SET hash = sha256(hash) WHERE number = $1`, [
      before?.size,
    ]);
    const made = makeCheckpoint(runner.manager, {
      keys: stage.clarion.keys,
      name: 'clarion.example.org/record',
      at: new Date(),
    });
    await expect(made).rejects.toThrow('latest checkpoint');
    await runner.rollbackTransaction();
    await runner.release();
  });

  test('is not signed with another key when the one that signed is lost', async () => {
    await propose(asha, consultation);
    const keys = { ...stage.clarion.keys, signing: () => null };
    const made = makeCheckpoint(stage.database.manager, {
      keys,
      name: 'clarion.example.org/record',
      at: new Date(),
    });
    await expect(made).rejects.toThrow('missing');
  });

  test.each([
    '/record/entries?from=0',
    '/record/entries?from=5&to=2',
    '/record/entries?from=1&from=2',
    '/record/checkpoint?size=x',
    '/record/consistency?from=3&to=1',
    '/record/consistency',
    '/record/receipt',
    "/record/receipt?number=1'--",
  ])('%s is answered with a plain no', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(400);
    expect(text).toMatch(/^[A-Z].*\n$/);
  });

  test('of more than there is, is not there', async () => {
    for (const path of [
      '/record/checkpoint?size=999999999',
      '/record/receipt?number=999999999',
      '/record/consistency?from=1&to=999999999',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
    expect(await get('/record/entries?from=999999999')).toEqual({ status: 200, text: '' });
  });
});

describe('A receipt', () => {
  test('shows Asha that her proposal is in the record, in her own words', async () => {
    const { id } = await propose(asha, consultation, { statement: 'Let trams run until one.' });
    expect(await receiptOf(asha, id)).toBeNull();
    await sign();
    const receipt = await receiptOf(asha, id);
    const checked = await verifyReceipt(receipt.proof, await known());
    if (!checked.ok) throw new Error(checked.problem);
    const { entry } = checked.value;
    expect(entry).toMatchObject({
      number: receipt.number,
      act: { kind: 'sent', aboutKind: 'proposal', aboutId: id },
    });
    const [statement] = receipt.openings.filter(
      ({ field }: { field: string }) => field === 'statement',
    );
    expect(statement.text).toBe('Let trams run until one.');
    const commitment = fromHex(entry?.commitments['statement'] ?? '') ?? new Uint8Array();
    const salt = fromHex(statement.salt) ?? new Uint8Array();
    expect(await opens(commitment, { text: statement.text, salt })).toBe(true);
    expect(await opens(commitment, { text: 'Let trams run until two.', salt })).toBe(false);
  });

  test('is given to nobody but whoever sent it', async () => {
    const { id } = await propose(asha, consultation);
    const said = await comment(callum, id);
    await sign();
    expect(await receiptOf(callum, id)).toBeNull();
    expect(await receiptOf(await stage.as('visitor'), id)).toBeNull();
    expect(await receiptOf(asha, said.id)).toBeNull();
    expect((await receiptOf(callum, said.id)).contributionId).toBe(said.id);
  });

  test('of an entry can be downloaded without what opens it', async () => {
    const latest = await checkpoints.latest(stage.database.manager);
    const { text } = await get(`/record/receipt?number=${latest?.size}`);
    expect(await verifyReceipt(text, await known())).toMatchObject({ ok: true });
  });
});

describe('The configuration', () => {
  test('enters the record when it is another, and only then', async () => {
    const { environment, keys } = stage.clarion;
    const configuration = publicConfiguration(environment, keys);
    expect(await enterConfiguration(stage.database, configuration, new Date())).toBe(true);
    expect(await enterConfiguration(stage.database, configuration, new Date())).toBe(false);
    const moved = { ...configuration, publicUrl: 'https://policy.example.org' };
    expect(await enterConfiguration(stage.database, moved, new Date())).toBe(true);
    const said = (await mirror()).map(({ act }) => act as { kind: string; data: object });
    expect(said.filter(({ kind }) => kind === 'configured').map(({ data }) => data)).toMatchObject([
      { publicUrl: 'http://clarion.example.org', signingKey: keys.signing()?.fingerprint },
      { publicUrl: 'https://policy.example.org' },
    ]);
  });
});

describe('The page of the record', () => {
  const PAGE = `query ($filter: RecordFilter, $first: Int, $after: String) {
    recordEntries(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { number kind aboutKind aboutId says personName consultationTitle link hash json } } } }`;
  const page = async (variables: Record<string, unknown>) =>
    (await (await stage.as('visitor')).ask(PAGE, variables)).recordEntries;

  test('shows the latest acts first and every one once', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo } = await page({ first: 7, after });
      seen.push(...edges.map(({ node }: { node: { number: number } }) => node.number));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => seen.length - at));
    expect(seen.length).toBeGreaterThan(7);
  });

  test('finds acts by what they are about, what happened, where and when', async () => {
    const { id } = await propose(asha, consultation);
    await comment(callum, id);
    const { edges, totalCount } = await page({ filter: { aboutId: id } });
    expect(totalCount).toBe(1);
    expect(edges[0].node).toMatchObject({
      kind: 'sent',
      says: 'A proposal was sent.',
      personName: 'Asha Rahman',
      link: `/proposals/${id}`,
    });
    const comments = await page({ filter: { aboutKind: 'comment', kind: 'sent' } });
    expect(comments.edges[0].node.link).toMatch(new RegExp(`^/proposals/${id}\\?comment=`));
    const before = await page({ filter: { to: '2020-01-01' } });
    expect(before.totalCount).toBe(0);
    const here = await page({ filter: { consultationId: consultation } });
    expect(here.totalCount).toBeGreaterThan(5);
  });
});
