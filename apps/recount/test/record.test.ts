import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordFiles, recordZip } from '@clarion/exchange/record';
import {
  append,
  commit,
  commitBallot,
  EMPTY_TREE,
  type Entry,
  entryBytes,
  entryHash,
  inclusionProof,
  keyFingerprint,
  leafHash,
  makeReceipt,
  NO_ENTRY,
  publicKeyOf,
  rootOf,
  signCheckpoint,
  subtreesOver,
  toHex,
  treeAt,
  writeKey,
} from '@clarion/record';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const PROGRAM = fileURLToPath(new URL('../dist/recount.mjs', import.meta.url));
const ORIGIN = 'clarion.example.org/record';
const SECRET = new Uint8Array(32).fill(7);
const SALT = new Uint8Array(32).fill(9);
const WORDS = 'Let trams run until one.';

interface Ended {
  code: number;
  out: string;
  err: string;
}

let folder = '';
let key = '';
let fingerprint = '';
const lines: string[] = [];
const hashes: Uint8Array[] = [];
const notes: string[] = [];

const recount = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    const options = { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } };
    execFile(process.execPath, [PROGRAM, ...args], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
const lastLine = ({ out }: Ended) => out.trimEnd().split('\n').at(-1);

/** Asha's proposal and eleven acts after it; signed over five and over all. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clarion-record-'));
  const publicKey = await publicKeyOf(SECRET);
  key = await writeKey({ name: ORIGIN, use: 'note', publicKey });
  fingerprint = await keyFingerprint(publicKey);
  let previous = NO_ENTRY;
  let tree = EMPTY_TREE;
  for (let number = 1; number <= 12; number += 1) {
    const commitments: Record<string, string> =
      number === 1 ? { statement: toHex(await commit(WORDS, SALT)) } : {};
    const entry: Entry = { number, previous, act: { kind: 'sent', number }, commitments };
    const hash = await entryHash(entry);
    lines.push(new TextDecoder().decode(entryBytes(entry)));
    hashes.push(hash);
    previous = toHex(hash);
    ({ tree } = await append(tree, hash));
    if (number !== 5 && number !== 12) continue;
    const head = { origin: ORIGIN, size: number, root: await rootOf(tree) };
    notes.push(await signCheckpoint(head, { name: ORIGIN, secret: SECRET }));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}

const given = (entries = lines, signed = notes) => ({
  // The hashes of a record that somebody changed are as they were.
  entries: () =>
    once(entries.map((line, at) => ({ line, hash: toHex(hashes[at] ?? new Uint8Array()) }))),
  checkpoints: once(signed),
  checkpoint: signed.at(-1) ?? '',
  keys: [key],
});

/** Writes an export as a folder of its own, with some of its lines changed. */
async function exported(name: string, entries = lines, signed = notes): Promise<string> {
  await mkdir(path.join(folder, name));
  for await (const { name: file, text } of recordFiles(given(entries, signed))) {
    let whole = '';
    for await (const piece of text) whole += piece;
    await writeFile(path.join(folder, name, file), whole);
  }
  return name;
}

const changed = (at: number, change: (line: string) => string) =>
  lines.map((line, index) => (index === at ? change(line) : line));

describe('recount verify-record', () => {
  test('says that a sound record holds, from its folder and from its zip', async () => {
    const answer = await recount('verify-record', await exported('sound'), '--key', key);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain('12 entries');
    expect(answer.out).toContain('the key that you named');
    expect(lastLine(answer)).toBe('holds');
    const parts: Uint8Array[] = [];
    for await (const part of recordZip(given())) parts.push(part);
    await writeFile(path.join(folder, 'sound.zip'), Buffer.concat(parts));
    const zipped = await recount('verify-record', 'sound.zip', '--key', fingerprint);
    expect(lastLine(zipped)).toBe('holds');
  });

  test.each([
    ['an act that was changed', () => changed(3, (line) => line.replace('"sent"', '"undo"')), 4],
    ['an entry that was taken out', (all: string[]) => all.filter((_, at) => at !== 6), 7],
    [
      'two that changed places',
      (all: string[]) => [...all.slice(0, 8), all[9] ?? '', all[8] ?? '', ...all.slice(10)],
      9,
    ],
    ['entries missing at the end', (all: string[]) => all.slice(0, -2), 11],
    ['a line that is no entry', () => changed(1, () => '{}'), 2],
    ['a space that was added', () => changed(1, (line) => `${line} `), 2],
  ])('names the first broken entry: %s', async (what, tamper, number) => {
    const name = what.replaceAll(' ', '-');
    const answer = await recount('verify-record', await exported(name, tamper([...lines])));
    expect(answer.code).toBe(1);
    expect(lastLine(answer)).toMatch(new RegExp(`^broken: entry ${number}:`));
    const { out } = await recount('verify-record', name, '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: false, firstBroken: number });
  });

  test('is not fooled by a whole record made anew, which another key signs', async () => {
    await exported('sound-key');
    const other = await writeKey({
      name: ORIGIN,
      use: 'note',
      publicKey: await publicKeyOf(new Uint8Array(32).fill(8)),
    });
    const answer = await recount('verify-record', 'sound-key', '--key', other);
    expect(answer.code).toBe(1);
    expect(lastLine(answer)).toContain('No known key');
  });

  test('says what is not there, and how it is used', async () => {
    expect(lastLine(await recount('verify-record', 'nowhere'))).toContain('no such file');
    expect((await recount('verify-record')).code).toBe(2);
    expect((await recount('verify-record', 'sound', '--lens', 'support')).code).toBe(2);
    expect((await recount('--help')).out).toContain('verify-receipt');
  });
});

describe('recount verify-receipt', () => {
  const receipt = async (change: (kept: Record<string, unknown>) => void = () => undefined) => {
    const proof = makeReceipt({
      index: 0,
      proof: await inclusionProof(0, 12, await subtreesOver(hashes)),
      checkpoint: notes[1] ?? '',
      entry: new TextEncoder().encode(lines[0]),
    });
    const openings = [{ field: 'statement', text: WORDS, salt: toHex(SALT) }];
    const kept: Record<string, unknown> = { number: 1, proof, key, openings };
    change(kept);
    const name = `receipt-${Math.random()}.json`;
    await writeFile(path.join(folder, name), JSON.stringify(kept));
    return name;
  };

  test('shows which words are in the record', async () => {
    const answer = await recount('verify-receipt', await receipt(), '--key', fingerprint);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain(`statement: ${WORDS}`);
    expect(lastLine(answer)).toBe('holds');
  });

  test('refuses other words, another key, and what is no receipt', async () => {
    const otherWords = await receipt((kept) => {
      kept['openings'] = [{ field: 'statement', text: 'Stop trams.', salt: toHex(SALT) }];
    });
    expect(lastLine(await recount('verify-receipt', otherWords))).toContain('does not commit');
    const otherKey = await recount('verify-receipt', await receipt(), '--key', 'ab'.repeat(32));
    expect(otherKey.code).toBe(1);
    await writeFile(path.join(folder, 'none.json'), '{"a":1}');
    expect((await recount('verify-receipt', 'none.json')).code).toBe(1);
  });

  test('takes the bare proof as well, with the key beside it', async () => {
    let proof = '';
    await receipt((kept) => {
      proof = String(kept['proof']);
    });
    await writeFile(path.join(folder, 'entry.tlog-proof'), proof);
    expect((await recount('verify-receipt', 'entry.tlog-proof')).code).toBe(1);
    const answer = await recount('verify-receipt', 'entry.tlog-proof', '--key', key);
    expect(lastLine(answer)).toBe('holds');
  });
});

describe('recount verify-receipt, of votes', () => {
  const random = new Uint8Array(32).fill(3);
  const vote = {
    consultation: 'dentists',
    proposal: 'pay',
    choice: 'agree',
    random,
    previous: null,
  };
  const opening = { proposalId: 'pay', choice: 'agree', random: toHex(random), previous: null };

  /** A batch of three votes in a record of its own, and the receipt of the first, changed. */
  const kept = async (change: Record<string, unknown> = {}) => {
    const other = { ...vote, random: new Uint8Array(32).fill(4) };
    const another = { ...vote, random: new Uint8Array(32).fill(5) };
    const commitments = await Promise.all([vote, other, another].map(commitBallot));
    const read = await subtreesOver(await Promise.all(commitments.map(leafHash)));
    const root = toHex(await rootOf(await treeAt(3, read)));
    const entry: Entry = {
      number: 1,
      previous: NO_ENTRY,
      act: {
        kind: 'votes_committed',
        consultationId: 'dentists',
        data: { batch: 1, count: 3, root },
      },
      commitments: {},
    };
    const { tree } = await append(EMPTY_TREE, await entryHash(entry));
    const head = { origin: ORIGIN, size: 1, root: await rootOf(tree) };
    const checkpoint = await signCheckpoint(head, { name: ORIGIN, secret: SECRET });
    const proof = makeReceipt({ index: 0, proof: [], checkpoint, entry: entryBytes(entry) });
    const receipt = {
      consultationId: 'dentists',
      commitment: toHex(commitments[0] as Uint8Array),
      index: 0,
      path: (await inclusionProof(0, 3, read)).map(toHex),
      proof,
      key,
      opening,
      ...change,
    };
    const name = `votes-${Math.random()}.json`;
    const file = { format: 'clarion-vote-receipts', votes: [receipt] };
    await writeFile(path.join(folder, name), JSON.stringify(file));
    return name;
  };

  test('says which vote is in the record, to whoever has what opens it', async () => {
    const answer = await recount('verify-receipt', await kept(), '--key', fingerprint);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain('A vote to agree on proposal pay');
    expect(answer.out).toContain('one of 3 in batch 1: entry 1');
    expect(lastLine(answer)).toBe('holds');
  });

  test('without that only that a vote is in the record', async () => {
    const answer = await recount('verify-receipt', await kept({ opening: null }));
    expect(answer.out).toContain('what it says is not in this file');
    expect(answer.out).not.toContain('agree');
    expect(lastLine(answer)).toBe('holds');
  });

  test('refuses another choice, another place, another key, and a file without any', async () => {
    const wrongs = [
      { opening: { ...opening, choice: 'pass' } },
      { index: 1 },
      { consultationId: 'buses', opening: null },
      { path: 'none' },
    ];
    for (const wrong of wrongs) {
      const answer = await recount('verify-receipt', await kept(wrong));
      expect(answer.code).toBe(1);
      expect(lastLine(answer)).toMatch(/^broken: /);
    }
    expect((await recount('verify-receipt', await kept(), '--key', 'ab'.repeat(32))).code).toBe(1);
    const none = JSON.stringify({ format: 'clarion-vote-receipts', votes: [] });
    await writeFile(path.join(folder, 'no-votes.json'), none);
    expect((await recount('verify-receipt', 'no-votes.json')).code).toBe(1);
  });
});
