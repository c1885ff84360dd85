import { describe, expect, test } from '@jest/globals';
import {
  consistencyProof,
  entryBytes,
  fromBase64,
  inclusionProof,
  type KnownKeys,
  leafHash,
  makeReceipt,
  parseTlogProof,
  readEntry,
  readKey,
  signCheckpoint,
  subtreesOver,
  toHex,
  verifyAdvance,
  verifyReceipt,
  writeTlogProof,
} from '../src/index.js';
import { problemIn, valueIn } from './found.js';
import { bytesOf, flipped, hex, vectors } from './vectors.js';

interface Made {
  record: { line: string; secret: string };
  notes: string[];
  witnessed: string;
  receipt: { index: number; text: string };
  advance: { from: number; to: number; proof: string[] };
}

const MADE = vectors<Made>('checkpoint.json');
const { entries: WRITTEN } = vectors<{ entries: { written: string; hash: string }[] }>(
  'chain.json',
);
const ORIGIN = 'forum.example/record';
const LEAVES = WRITTEN.map(({ hash }) => hex(hash));
const known = async (): Promise<KnownKeys> => ({
  record: [valueIn(await readKey(MADE.record.line))],
});
const noteAt = (size: number) => MADE.notes[size] ?? '';
const entryAt = (index: number) => bytesOf(WRITTEN[index]?.written ?? '');

async function proofAt(index: number, size: number) {
  return inclusionProof(index, size, await subtreesOver(LEAVES.slice(0, size)));
}

/** The checkpoint of another history, which the record signs as well. */
async function otherNote(size: number): Promise<string> {
  const root = await leafHash(bytesOf(`another history of ${size}`));
  const signer = { name: ORIGIN, secret: hex(MADE.record.secret) };
  return signCheckpoint({ origin: ORIGIN, size, root }, signer);
}

describe('a receipt', () => {
  test('is written as the second implementation writes it, and verifies', async () => {
    const { index, text } = MADE.receipt;
    const proof = await proofAt(index, 5);
    const made = makeReceipt({ index, proof, checkpoint: MADE.witnessed, entry: entryAt(index) });
    expect(made).toBe(text);
    const shown = valueIn(await verifyReceipt(text, await known()));
    expect(shown).toMatchObject({ index, entry: { number: index + 1 }, checkpoint: { size: 5 } });
    expect(toHex(shown.entryHash)).toBe(WRITTEN[index]?.hash);
  });

  test('verifies for every entry under every checkpoint, with its entry or by its hash', async () => {
    for (let size = 1; size <= 5; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const receipt = { index, proof: await proofAt(index, size), checkpoint: noteAt(size) };
        const carrying = makeReceipt({ ...receipt, entry: entryAt(index) });
        const bare = makeReceipt(receipt);
        expect((await verifyReceipt(carrying, await known())).ok).toBe(true);
        expect((await verifyReceipt(carrying, await known(), LEAVES[index])).ok).toBe(true);
        expect((await verifyReceipt(bare, await known(), LEAVES[index])).ok).toBe(true);
      }
    }
  });

  test('with any one letter changed does not verify', async () => {
    const { text } = MADE.receipt;
    const keys = await known();
    const witness = text.indexOf('— witness');
    for (let at = 0; at < text.length; at += 1) {
      const letter = String.fromCharCode(text.charCodeAt(at) ^ 1);
      const receipt = await verifyReceipt(text.slice(0, at) + letter + text.slice(at + 1), keys);
      // What an unknown witness signed, nobody here can judge: but it has to be well formed.
      if (at < witness) expect(receipt.ok).toBe(false);
      else if (receipt.ok) expect(receipt.value.checkpoint.witnesses).toEqual([]);
    }
  });

  test.each<[string, (keys: KnownKeys) => ReturnType<typeof verifyReceipt>, string]>([
    [
      'for another entry',
      (keys) => verifyReceipt(MADE.receipt.text, keys, LEAVES[0]),
      'The receipt is for another entry.',
    ],
    [
      'of a record whose key is not known',
      () => verifyReceipt(MADE.receipt.text, { record: [] }),
      'no key of it is known.',
    ],
    [
      'that puts its entry elsewhere',
      (keys) => verifyReceipt(MADE.receipt.text.replace('index 2', 'index 1'), keys),
      'The receipt puts entry 3 in the place of entry 2.',
    ],
    [
      'without its entry or a hash',
      async (keys) =>
        verifyReceipt(makeReceipt({ index: 0, proof: [], checkpoint: noteAt(1) }), keys),
      'no hash of it is given.',
    ],
    [
      'with the proof of another entry',
      async (keys) => {
        const receipt = { index: 1, proof: await proofAt(3, 5), checkpoint: noteAt(5) };
        return verifyReceipt(makeReceipt(receipt), keys, LEAVES[1]);
      },
      'The proof does not lead from the entry to the checkpoint.',
    ],
    [
      'with the proof for another size',
      async (keys) => {
        const receipt = { index: 1, proof: await proofAt(1, 4), checkpoint: noteAt(5) };
        return verifyReceipt(makeReceipt(receipt), keys, LEAVES[1]);
      },
      'The proof does not lead from the entry to the checkpoint.',
    ],
    [
      'from before its entry was there',
      (keys) => {
        const receipt = { index: 4, proof: [], checkpoint: noteAt(3) };
        return verifyReceipt(makeReceipt(receipt), keys, LEAVES[4]);
      },
      'The checkpoint is over 3 entries, and the receipt is for entry 5.',
    ],
    [
      'that carries what is no entry',
      (keys) => {
        const receipt = { index: 0, proof: [], checkpoint: noteAt(1), entry: bytesOf('{"a": 1}') };
        return verifyReceipt(makeReceipt(receipt), keys);
      },
      'What the receipt carries is no entry. It is not written in canonical JSON.',
    ],
    [
      'that carries what is no text',
      (keys) => {
        const receipt = { index: 0, proof: [], checkpoint: noteAt(1), entry: hex('ff') };
        return verifyReceipt(makeReceipt(receipt), keys);
      },
      'What the receipt carries is no text.',
    ],
    [
      'of an entry that was changed',
      async (keys) => {
        const entry = valueIn(readEntry(WRITTEN[2]?.written ?? ''));
        const changed = entryBytes({ ...entry, act: 'other' });
        const receipt = {
          index: 2,
          proof: await proofAt(2, 5),
          checkpoint: noteAt(5),
          entry: changed,
        };
        return verifyReceipt(makeReceipt(receipt), keys);
      },
      'The proof does not lead from the entry to the checkpoint.',
    ],
  ])('%s is refused in words', async (_, check, words) => {
    expect(problemIn(await check(await known()))).toContain(words);
  });

  const { text } = MADE.receipt;
  test.each([
    ['another first line', text.replace('@v1', '@v2'), 'does not start with'],
    ['no empty line', text.replaceAll('\n\n', '\n'), 'no empty line'],
    ['no index', text.replace('index 2\n', ''), 'no index'],
    ['an index with a nought before it', text.replace('index 2', 'index 02'), 'no index'],
    ['an index below nought', text.replace('index 2', 'index -2'), 'no index'],
    ['an index that no double counts', text.replace('index 2', `index ${2n ** 53n}`), 'too great'],
    ['what it carries in no Base64', text.replace('extra ey', 'extra !!'), 'not in Base64'],
    ['two that it carries', text.replace('index', 'extra AAAA\nindex'), 'no index'],
    ['a hash in no Base64', text.replace('index 2\n', 'index 2\n!!\n'), 'no hash in Base64'],
    ['a long hash', text.replace('index 2\n', `index 2\n${'A'.repeat(88)}\n`), 'no hash in Base64'],
    [
      'more hashes than any tree needs',
      text.replace('index 2\n', `index 2\n${`${'A'.repeat(43)}=\n`.repeat(60)}`),
      'more hashes',
    ],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n') + 2), 'no checkpoint'],
    ['other ends of lines', text.replaceAll('\n', '\r\n'), 'no empty line'],
  ])('with %s is refused in words', async (_, odd, words) => {
    expect(problemIn(parseTlogProof(odd))).toContain(words);
    expect(problemIn(await verifyReceipt(odd, await known()))).toContain(words);
  });

  test('that could not be read back is not written', () => {
    const proof = { index: 0, proof: [], checkpoint: noteAt(1), extra: null };
    expect(valueIn(parseTlogProof(writeTlogProof(proof)))).toEqual(proof);
    const empty = { ...proof, extra: hex('') };
    expect(valueIn(parseTlogProof(writeTlogProof(empty)))).toEqual(empty);
    for (const odd of [
      { index: -1 },
      { index: 1e21 },
      { proof: [hex('00')] },
      { checkpoint: '' },
    ]) {
      expect(() => writeTlogProof({ ...proof, ...odd })).toThrow(RangeError);
    }
  });
});

describe('the checkpoint that a browser kept, beside a new one', () => {
  const { from, to, proof } = MADE.advance;
  const given = proof.map((hash) => fromBase64(hash) ?? hex(''));

  test('goes on, between every two sizes', async () => {
    expect((await verifyAdvance(noteAt(from), noteAt(to), given, await known())).ok).toBe(true);
    const read = await subtreesOver(LEAVES);
    for (let before = 0; before <= 5; before += 1) {
      for (let after = before; after <= 5; after += 1) {
        const path = await consistencyProof(before, after, read);
        const finding = await verifyAdvance(noteAt(before), noteAt(after), path, await known());
        expect(finding).toMatchObject({ ok: true, kept: { size: before }, fresh: { size: after } });
      }
    }
  });

  test('an older one, a wrong proof and what is not signed are told apart, and are no proof of two histories', async () => {
    const keys = await known();
    const spoiled = given.with(0, flipped(given[0] ?? hex(''), 3));
    const unsigned = noteAt(to).replace('IDf2', 'IDf3');
    for (const [kept, fresh, path, problem] of [
      [noteAt(to), noteAt(from), given, 'The new checkpoint is an older one, over 3 entries;'],
      [noteAt(from), noteAt(to), spoiled, 'The proof does not show'],
      [noteAt(from), noteAt(to), [], 'The proof does not show'],
      [await otherNote(from), noteAt(to), given, 'The proof does not show'],
      [noteAt(from), unsigned, given, 'The new checkpoint: No known key'],
      ['', noteAt(to), given, 'The checkpoint that was kept: The note does not end'],
    ] as const) {
      expect(await verifyAdvance(kept, fresh, path, keys)).toEqual({
        ok: false,
        problem: expect.stringContaining(problem),
        twoHistories: false,
      });
    }
  });

  test('two of the same length with different roots prove that two histories were signed', async () => {
    expect(await verifyAdvance(noteAt(to), await otherNote(to), [], await known())).toEqual({
      ok: false,
      problem: 'The record has signed two different histories of the same length.',
      twoHistories: true,
    });
  });
});
