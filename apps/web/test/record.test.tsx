import {
  append,
  consistencyProof,
  EMPTY_TREE,
  type Entry,
  entryBytes,
  entryHash,
  inclusionProof,
  makeReceipt,
  NO_ENTRY,
  publicKeyOf,
  rootOf,
  signCheckpoint,
  subtreesOver,
  toBase64,
  toHex,
  writeKey,
} from '@clarion/record';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { checkReceipt } from '../src/features/record/checkReceipt';
import { checkRecord } from '../src/features/record/recordCheck';
import { axeViolations } from './axe';
import { renderPage } from './renderPage';

const ORIGIN = 'clarion.example.org/record';
const SECRET = new Uint8Array(32).fill(7);

/** A record as a server would give it out: `size` acts, signed by the key made of `secret`. */
async function recordOf(size: number, kind = 'sent', secret = SECRET) {
  const lines: string[] = [];
  const hashes: Uint8Array[] = [];
  let previous = NO_ENTRY;
  let tree = EMPTY_TREE;
  for (let number = 1; number <= size; number += 1) {
    const act = { kind, aboutId: `thing-${number}` };
    const entry: Entry = { number, previous, act, commitments: {} };
    const hash = await entryHash(entry);
    lines.push(new TextDecoder().decode(entryBytes(entry)));
    hashes.push(hash);
    previous = toHex(hash);
    ({ tree } = await append(tree, hash));
  }
  const head = { origin: ORIGIN, size, root: await rootOf(tree) };
  const note = await signCheckpoint(head, { name: ORIGIN, secret });
  const key = await writeKey({ name: ORIGIN, use: 'note', publicKey: await publicKeyOf(secret) });
  return { lines, hashes, note, key };
}
type Made = Awaited<ReturnType<typeof recordOf>>;

async function answerFor(record: Made, path: string): Promise<string> {
  const url = new URL(path, 'http://clarion.invalid');
  const asked = (name: string) => Number(url.searchParams.get(name));
  if (url.pathname === '/record/key') return `${record.key}\n`;
  if (url.pathname === '/record/checkpoint') return record.note;
  if (url.pathname === '/record/entries') {
    const page = record.lines.slice(asked('from') - 1, asked('to'));
    return page.map((line) => `${line}\n`).join('');
  }
  const read = await subtreesOver(record.hashes);
  const proof = await consistencyProof(asked('from'), asked('to'), read);
  return proof.map((hash) => `${toBase64(hash)}\n`).join('');
}

/** Lets the page fetch from a record instead of a server. */
function serve(record: Made): void {
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async (path) => new Response(await answerFor(record, String(path))));
}

const quietly = () => undefined;

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

describe('checking the record in the browser', () => {
  let five: Made;
  let nine: Made;
  beforeAll(async () => {
    [five, nine] = [await recordOf(5), await recordOf(9)];
  });

  test('finds a sound one sound, and that it only grew since the last look', async () => {
    serve(five);
    const first = await checkRecord(null, quietly);
    expect(first).toMatchObject({ kind: 'done', report: { size: 5, earlierSize: null } });
    serve(nine);
    const kept = { key: five.key, note: five.note };
    expect(await checkRecord(kept, quietly)).toMatchObject({
      kind: 'done',
      report: { size: 9, earlierSize: 5, origin: ORIGIN },
    });
  });

  test('names the entry that was changed, and one that was taken away', async () => {
    const changed = nine.lines.map((line, at) =>
      at === 8 ? line.replace('"sent"', '"undo"') : line,
    );
    serve({ ...nine, lines: changed });
    expect(await checkRecord(null, quietly)).toMatchObject({
      kind: 'failed',
      fault: { kind: 'broken', problem: expect.stringContaining('checkpoint') },
    });
    serve({ ...nine, lines: nine.lines.filter((_, at) => at !== 3) });
    expect(await checkRecord(null, quietly)).toMatchObject({
      kind: 'failed',
      fault: { kind: 'broken', number: 4 },
    });
  });

  test('says when it shrank, and keeps both signed notes as evidence', async () => {
    serve(five);
    expect(await checkRecord({ key: nine.key, note: nine.note }, quietly)).toMatchObject({
      kind: 'failed',
      fault: { kind: 'broken', notes: { kept: nine.note, fresh: five.note } },
    });
  });

  test('says when another history was signed', async () => {
    serve(await recordOf(12, 'withdrawn'));
    expect(await checkRecord({ key: nine.key, note: nine.note }, quietly)).toMatchObject({
      kind: 'failed',
      fault: { kind: 'broken', problem: expect.stringContaining('goes on from the one kept') },
    });
  });

  test('does not take another key for the one it knows', async () => {
    const other = await recordOf(9, 'sent', new Uint8Array(32).fill(8));
    serve(other);
    expect(await checkRecord({ key: nine.key, note: null }, quietly)).toEqual({
      kind: 'failed',
      fault: { kind: 'other_key', key: other.key },
    });
  });
});

describe('a receipt', () => {
  test('holds for what it is about, and for nothing else', async () => {
    const record = await recordOf(9);
    const proof = makeReceipt({
      index: 3,
      proof: await inclusionProof(3, 9, await subtreesOver(record.hashes)),
      checkpoint: record.note,
      entry: new TextEncoder().encode(record.lines[3]),
    });
    const receipt = {
      contributionId: 'thing-4',
      number: 4,
      proof,
      key: record.key,
      openings: [],
    };
    expect(await checkReceipt(receipt)).toBeNull();
    expect(await checkReceipt({ ...receipt, contributionId: 'thing-5' })).toContain('else');
    const words = [{ field: 'statement', text: 'Never said.', salt: '00'.repeat(32) }];
    expect(await checkReceipt({ ...receipt, openings: words })).toContain('does not commit');
    const other = await recordOf(9, 'sent', new Uint8Array(32).fill(8));
    expect(await checkReceipt({ ...receipt, key: other.key })).toContain('another key');
  });
});

const entry = {
  __typename: 'RecordEntry',
  number: 214,
  at: '2026-11-21T09:20:00.000Z',
  says: 'A proposal was sent.',
  personName: 'Asha Rahman',
  bodyName: null,
  consultationTitle: 'NHS dentistry',
  link: '/proposals/chairs',
  hash: 'ab'.repeat(32),
  json: '{"act":{"kind":"sent"}}',
};

const page = {
  record: { __typename: 'Record', size: 214, checkpoint: null },
  recordEntries: {
    __typename: 'RecordEntryConnection',
    edges: [{ __typename: 'RecordEntryEdge', cursor: 'x', node: entry }],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'x' },
    totalCount: 1,
  },
  publicCount: {
    __typename: 'PublicCount',
    total: {
      __typename: 'CountLine',
      kind: null,
      received: 3,
      published: 3,
      merged: 0,
      withdrawn: 0,
      notTakenForward: 0,
      waiting: 0,
      hidden: 0,
      unaccounted: 0,
    },
  },
  consultations: { __typename: 'ConsultationConnection', edges: [] },
};

describe('the page of the record', () => {
  test('shows what happened with its number, and the entry itself to whoever asks', async () => {
    const { container } = renderPage('/record', { RecordPage: page });
    const link = await screen.findByRole('link', { name: 'A proposal was sent.' });
    expect(link.getAttribute('href')).toBe('/proposals/chairs');
    expect(screen.getByText(/by Asha Rahman, in “NHS dentistry”/)).toBeTruthy();
    expect(screen.getByText('{"act":{"kind":"sent"}}')).toBeTruthy();
    expect(screen.getByText('Unaccounted: 0.')).toBeTruthy();
    expect(await axeViolations(container)).toEqual([]);
  });

  test('keeps what is searched in the address, and finds one thing by the address of its page', async () => {
    const asked: Record<string, unknown>[] = [];
    const answer = (variables: Record<string, unknown>) => {
      asked.push(variables);
      return page;
    };
    const { router } = renderPage('/record', { RecordPage: answer });
    await userEvent.selectOptions(await screen.findByLabelText('About'), 'proposal');
    expect(router.state.location.search).toBe('?subject=proposal');
    await userEvent.selectOptions(await screen.findByLabelText('What happened'), 'sent');
    const about = screen.getByLabelText('About one thing');
    await userEvent.type(about, 'nothing of ours{Enter}');
    expect(screen.getByText(/There is no id in that/)).toBeTruthy();
    const id = '01a2147b-604b-73dd-8e49-b1b23b67321a';
    await userEvent.clear(about);
    await userEvent.type(about, `https://clarion.example.org/proposals/${id}{Enter}`);
    expect(router.state.location.search).toBe(`?subject=proposal&kind=sent&about=${id}`);
    expect(asked.at(-1)).toMatchObject({
      filter: { aboutKind: 'proposal', kind: 'sent', aboutId: id },
    });
  });
});
