import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  canonicalJson,
  commit,
  type Entry,
  entryBytes,
  entryHash,
  type KeptEntry,
  NO_ENTRY,
  type Opening,
  opens,
  readEntry,
  rootOf,
  toHex,
  verifyChain,
} from '../src/index.js';
import { hex, vectors } from './vectors.js';

interface ChainVectors {
  entries: {
    written: string;
    hash: string;
    texts: Record<string, { text: string; salt: string }>;
  }[];
  roots: string[];
}

const { entries: WRITTEN, roots: ROOTS } = vectors<ChainVectors>('chain.json');

const entryOf = (written: string): Entry => {
  const read = readEntry(written);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};

const KEPT: KeptEntry[] = WRITTEN.map(({ written, hash, texts }) => ({
  entry: entryOf(written),
  hash,
  texts: Object.fromEntries(
    Object.entries(texts).map(([name, { text, salt }]): [string, Opening] => [
      name,
      { text, salt: hex(salt) },
    ]),
  ),
}));

const headOf = (size: number) => ({ size, root: hex(ROOTS[size] ?? '') });

/** The chain with one entry, by number, told otherwise. */
function changed(number: number, change: (kept: KeptEntry) => KeptEntry): KeptEntry[] {
  return KEPT.map((kept, at) => (at === number - 1 ? change(kept) : kept));
}

const withAct = (kept: KeptEntry, act: unknown) => ({ ...kept, entry: { ...kept.entry, act } });
const withoutHashes = (chain: KeptEntry[]) => chain.map(({ entry }) => ({ entry }));

/** What somebody does who can write to the whole database: hashes everything anew. */
async function rehashed(chain: KeptEntry[]): Promise<KeptEntry[]> {
  const anew: KeptEntry[] = [];
  for (const { entry, texts } of chain) {
    const linked = { ...entry, number: anew.length + 1, previous: anew.at(-1)?.hash ?? NO_ENTRY };
    anew.push({ entry: linked, texts, hash: toHex(await entryHash(linked)) });
  }
  return anew;
}

describe('an entry', () => {
  test('is written and hashed as the second implementation does', async () => {
    for (const [at, { written, hash }] of WRITTEN.entries()) {
      const { entry } = KEPT[at] as KeptEntry;
      expect(new TextDecoder().decode(entryBytes(entry))).toBe(written);
      expect(toHex(await entryHash(entry))).toBe(hash);
    }
  });

  test('is read back from what was written, whatever the act', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), fc.nat(), (act, before) => {
        const entry = { number: before + 1, previous: NO_ENTRY, act, commitments: {} };
        const read = readEntry(new TextDecoder().decode(entryBytes(entry)));
        expect(read.ok && canonicalJson(read.value)).toBe(canonicalJson(entry));
      }),
    );
  });

  const [first] = WRITTEN.map(({ written }) => written) as [string];
  test.each([
    ['no JSON', 'entry', 'It is no JSON.'],
    ['a list', '[]', 'It is no entry.'],
    ['a space', first.replace('":', '": '), 'It is not written in canonical JSON.'],
    ['a name twice', first.replace('{"act"', '{"act":1,"act"'), 'canonical JSON'],
    ['a further member', first.replace(/}$/, ',"z":1}'), 'and nothing else.'],
    ['a number from nought', first.replace('"number":1', '"number":0'), 'no whole number from 1.'],
    ['half a number', first.replace('"number":1', '"number":1.5'), 'no whole number from 1.'],
    ['a short hash', first.replace('"previous":"0', '"previous":"'), 'previous hash'],
    ['a hash in capitals', first.replace(/0{64}/, 'A'.repeat(64)), 'previous hash'],
    ['a commitment of another length', first.replace(/"text":"../, '"text":"'), '“text”'],
  ])('with %s is refused in words', (_, text, words) => {
    const read = readEntry(text);
    expect(!read.ok && read.problem).toContain(words);
  });

  test('that JSON cannot say is not hashed', async () => {
    const [kept] = KEPT as [KeptEntry];
    await expect(entryHash({ ...kept.entry, act: undefined })).rejects.toThrow(TypeError);
    await expect(entryHash({ ...kept.entry, number: -1 })).rejects.toThrow(RangeError);
  });
});

describe('a chain', () => {
  test('that holds gives its size, its last hash and the tree over it', async () => {
    const finding = await verifyChain(KEPT, [5, 0, 2, 2].map(headOf));
    expect(finding).toMatchObject({ ok: true, size: 5, last: WRITTEN[4]?.hash });
    expect(finding.ok && toHex(await rootOf(finding.tree))).toBe(ROOTS[5]);
    expect(await verifyChain([], [headOf(0)])).toMatchObject({ ok: true, size: 0, last: NO_ENTRY });
  });

  test('stays valid when texts and salts are erased', async () => {
    const erased = changed(1, ({ entry, hash }) => ({ entry, hash }));
    expect((await verifyChain(erased, [headOf(5)])).ok).toBe(true);
    expect((await verifyChain(withoutHashes(KEPT), [headOf(5)])).ok).toBe(true);
  });

  test('is taken one entry at a time', async () => {
    async function* stream() {
      yield* KEPT;
    }
    expect((await verifyChain(stream(), [headOf(5)])).ok).toBe(true);
  });

  const [second] = KEPT.slice(1) as [KeptEntry];
  test.each<[string, KeptEntry[], number, string]>([
    ['an act changed', changed(2, (kept) => withAct(kept, 'x')), 2, 'not what was hashed'],
    ['a kept hash changed', changed(2, (kept) => ({ ...kept, hash: NO_ENTRY })), 2, 'not what was'],
    ['an entry taken away', KEPT.toSpliced(1, 1), 2, 'It is missing: entry 3 stands here.'],
    ['the first taken away', KEPT.slice(1), 1, 'It is missing: entry 2 stands here.'],
    ['an entry twice', KEPT.toSpliced(2, 0, second), 3, 'not in its place: entry 2 stands here.'],
    [
      'two entries changed about',
      [KEPT[0], KEPT[2], KEPT[1], KEPT[3], KEPT[4]] as KeptEntry[],
      2,
      'It is missing: entry 3 stands here.',
    ],
    [
      'a first that follows another',
      changed(1, ({ entry }) => ({ entry: { ...entry, previous: 'a'.repeat(64) } })),
      1,
      'there is none.',
    ],
    ['an act that JSON cannot say', changed(3, (kept) => withAct(kept, 1n)), 3, 'JSON cannot say'],
    [
      'a text changed',
      changed(2, (kept) => ({
        ...kept,
        texts: { text: { ...(kept.texts?.['text'] as Opening), text: 'Yes.' } },
      })),
      2,
      'Its text “text” is not the one that was committed to.',
    ],
    [
      'a text that nothing was committed to',
      changed(3, (kept) => ({
        ...kept,
        texts: { toString: { text: '', salt: hex('00'.repeat(32)) } },
      })),
      3,
      'Nothing was committed to for its text “toString”.',
    ],
  ])('with %s is broken there', async (_, chain, number, problem) => {
    const finding = await verifyChain(chain);
    expect(finding).toMatchObject({ ok: false, number, problem: expect.stringContaining(problem) });
  });

  test('with an act and its own hash changed is broken at that entry, not at the one after', async () => {
    const [, other] = await rehashed(changed(2, (kept) => withAct(kept, 'x')));
    expect(await verifyChain(KEPT.with(1, other as KeptEntry))).toEqual({
      ok: false,
      number: 2,
      problem: 'It is not the entry that entry 3 followed.',
    });
  });

  test('without kept hashes is broken where the next link does not fit', async () => {
    const chain = withoutHashes(changed(2, (kept) => withAct(kept, 'x')));
    expect(await verifyChain(chain)).toEqual({
      ok: false,
      number: 3,
      problem: 'It does not follow entry 2 as that stands.',
    });
  });

  test('made anew holds by itself, but not under what was signed before', async () => {
    const anew = await rehashed(changed(3, (kept) => withAct(kept, 'x')));
    expect((await verifyChain(anew)).ok).toBe(true);
    expect(await verifyChain(anew, [headOf(5), headOf(2)])).toEqual({
      ok: false,
      number: 3,
      problem: 'One of the entries 3 to 5 is not what the checkpoint of 5 was signed over.',
    });
    expect(await verifyChain(anew, [headOf(3), headOf(2)])).toMatchObject({
      number: 3,
      problem: 'It is not what the checkpoint of 3 was signed over.',
    });
  });

  test('cut off at the end is found by a checkpoint, and by nothing else', async () => {
    const short = KEPT.slice(0, 3);
    expect((await verifyChain(short)).ok).toBe(true);
    expect(await verifyChain(short, [headOf(5), headOf(2)])).toEqual({
      ok: false,
      number: 4,
      problem: 'It is missing: a checkpoint was signed over 5 entries, and 3 are here.',
    });
  });

  test('with any one member of any entry changed at random does not hold', async () => {
    const numbers = fc.integer({ min: 1, max: KEPT.length });
    await fc.assert(
      fc.asyncProperty(numbers, fc.jsonValue(), fc.boolean(), async (number, act, isAll) => {
        const chain = changed(number, (kept) => withAct(kept, act));
        fc.pre(canonicalJson(act) !== canonicalJson(KEPT[number - 1]?.entry.act));
        const finding = await verifyChain(isAll ? await rehashed(chain) : chain, [headOf(5)]);
        expect(finding.ok).toBe(false);
        if (!isAll) expect(finding).toMatchObject({ number });
      }),
    );
  });
});

describe('a commitment to a text', () => {
  const salt = hex('07'.repeat(32));

  test('is opened by that text and that salt alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        async (text, other, otherSalt) => {
          const commitment = await commit(text, salt);
          expect(await opens(commitment, { text, salt })).toBe(true);
          expect(await opens(commitment, { text: other, salt })).toBe(other === text);
          expect(await opens(commitment, { text, salt: otherSalt })).toBe(
            toHex(otherSalt) === toHex(salt),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  test('is not made with a short salt or of what is no text, nor opened', async () => {
    const commitment = await commit('\ufffd', salt);
    await expect(commit('', salt.subarray(1))).rejects.toThrow('A salt has 32 bytes, not 31.');
    await expect(commit('\ud83d', salt)).rejects.toThrow(TypeError);
    expect(await opens(commitment, { text: '\ufffd', salt: salt.subarray(1) })).toBe(false);
    expect(await opens(commitment, { text: '\ud83d', salt })).toBe(false);
    expect(await opens(commitment.subarray(1), { text: '\ufffd', salt })).toBe(false);
  });
});
