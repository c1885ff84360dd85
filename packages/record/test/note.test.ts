import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cosignNote,
  keyId,
  type NoteKey,
  parseCheckpoint,
  parseNote,
  publicKeyOf,
  readKey,
  signedBy,
  signNote,
  toHex,
  writeKey,
  writeNote,
} from '../src/index.js';
import { problemIn, valueIn } from './found.js';
import { flipped, hex, vectors } from './vectors.js';

const PUBLISHED = vectors<{
  text: string;
  signers: { name: string; key: string; secret: string | null; line: string }[];
  keys: string[];
  wrongKeys: string[];
  checkpoint: { key: string; note: string };
}>('signed-note.json');

const { text: TEXT } = PUBLISHED;
const [PETER, ENOCH] = PUBLISHED.signers.map(({ line }) => line) as [string, string];
const NOTE = `${TEXT}\n${PETER}${ENOCH}`;

const keysOf = async (...names: string[]): Promise<NoteKey[]> =>
  Promise.all(
    PUBLISHED.signers
      .filter(({ name }) => names.includes(name))
      .map(async ({ key }) => valueIn(await readKey(key))),
  );
const namesIn = async (note: string, known: NoteKey[]) =>
  valueIn(await signedBy(valueIn(parseNote(note)), known)).map(({ key }) => key.name);

describe('keys that sign notes', () => {
  test.each([...PUBLISHED.signers.map(({ key }) => key), ...PUBLISHED.keys])(
    '%s is read, and written as it was',
    async (line) => {
      expect(await writeKey(valueIn(await readKey(line)))).toBe(line);
    },
  );

  test.each(PUBLISHED.wrongKeys)('%s is refused', async (line) => {
    expect(problemIn(await readKey(line))).not.toBe('');
  });

  test('cut short or with one letter changed are refused', async () => {
    const key = PUBLISHED.signers[0]?.key ?? '';
    expect((await readKey(key)).ok).toBe(true);
    for (let at = 0; at < key.length; at += 1) {
      expect((await readKey(key.slice(0, at))).ok).toBe(false);
      expect((await readKey(key.slice(at + 1))).ok).toBe(false);
      const other = String.fromCharCode(key.charCodeAt(at) + 1);
      expect((await readKey(key.slice(0, at) + other + key.slice(at + 1))).ok).toBe(false);
    }
  });

  test('that are none are not written', async () => {
    const publicKey = hex('01'.repeat(32));
    for (const name of ['', 'a b', 'a+b', 'a\u2003b', 'a\nb', 'a\u0001', '\ud83d']) {
      await expect(writeKey({ name, use: 'note', publicKey })).rejects.toThrow(RangeError);
    }
    await expect(
      writeKey({ name: 'a', use: 'note', publicKey: publicKey.subarray(1) }),
    ).rejects.toThrow('A public key has 32 bytes, not 31.');
  });

  test('have another id for another use, so that neither signature passes for the other', async () => {
    const publicKey = hex('01'.repeat(32));
    const ids = (['note', 'cosignature'] as const).map((use) =>
      keyId({ name: 'a', use, publicKey }),
    );
    expect(new Set((await Promise.all(ids)).map(toHex)).size).toBe(2);
  });
});

describe('a note', () => {
  test('is signed as Go signs it, byte for byte', async () => {
    const base64 = PUBLISHED.signers[0]?.secret?.split('+').slice(4).join('+') ?? '';
    const secret = Uint8Array.from(Buffer.from(base64, 'base64'));
    const signature = await signNote(TEXT, { name: 'PeterNeumann', secret: secret.subarray(1) });
    expect(writeNote({ text: TEXT, signatures: [signature] })).toBe(`${TEXT}\n${PETER}`);
  });

  test('names the known keys that have signed, and passes over unknown ones', async () => {
    const [peter] = (await keysOf('PeterNeumann')) as [NoteKey];
    expect(await namesIn(NOTE, await keysOf('PeterNeumann', 'EnochRoot'))).toEqual([
      'PeterNeumann',
      'EnochRoot',
    ]);
    expect(await namesIn(NOTE, [peter])).toEqual(['PeterNeumann']);
    expect(await namesIn(`${TEXT}\n${PETER}${PETER}`, [peter])).toEqual(['PeterNeumann']);
    expect(await namesIn(NOTE, [])).toEqual([]);
    expect(await namesIn(NOTE.replace('— PeterNeumann', '— Peter'), [peter])).toEqual([]);
    expect(await namesIn(NOTE, [{ ...peter, name: 'Peter' }])).toEqual([]);
    expect(await namesIn(NOTE, [{ ...peter, publicKey: hex('01'.repeat(32)) }])).toEqual([]);
  });

  test('with a spoiled signature of a known key is refused, of an unknown one is not', async () => {
    const [, enoch] = valueIn(parseNote(NOTE)).signatures;
    const spoiled = { ...valueIn(parseNote(NOTE)) };
    const signature = flipped(enoch?.signature ?? hex(''), 77);
    spoiled.signatures = spoiled.signatures.with(1, {
      ...spoiled.signatures[1],
      signature,
    } as never);
    const note = writeNote(spoiled);
    expect(await namesIn(note, await keysOf('PeterNeumann'))).toEqual(['PeterNeumann']);
    const both = await keysOf('PeterNeumann', 'EnochRoot');
    expect(await signedBy(valueIn(parseNote(note)), both)).toEqual({
      ok: false,
      problem: 'The signature of EnochRoot does not fit the text.',
    });
  });

  test('with any one bit of its text changed is refused', async () => {
    const known = await keysOf('PeterNeumann');
    const { signatures } = valueIn(parseNote(NOTE));
    for (let at = 0; at < TEXT.length; at += 1) {
      const text =
        TEXT.slice(0, at) + String.fromCharCode(TEXT.charCodeAt(at) ^ 1) + TEXT.slice(at + 1);
      expect((await signedBy({ text, signatures }, known)).ok).toBe(false);
    }
  });

  test.each([
    ['only a text', TEXT, 'no empty line'],
    ['no signature', `${TEXT}\n`, 'no signature'],
    ['nothing at all', '', 'does not end with a newline'],
    ['no newline at its end', `${TEXT}\n${PETER.slice(0, -1)}`, 'does not end with a newline'],
    ['a control character', `\u0001${NOTE}`, 'control character'],
    ['a carriage return', NOTE.replaceAll('\n', '\r\n'), 'control character'],
    ['half of a surrogate pair', `\ud83d${NOTE}`, 'what is no character'],
    ['a name with a space', NOTE.replace('— Peter', '— Peter '), 'not a name and a signature'],
    ['a name with a wide space', NOTE.replace('— Peter', '— Peter\u2003'), 'the name is empty or'],
    ['a name with a plus', NOTE.replace('— Peter', '— Peter+'), 'the name is empty or'],
    ['no name', NOTE.replace('— PeterNeumann', '— '), 'the name is empty or'],
    [
      'another line below',
      `${NOTE}Unexpected line.\n`,
      'Signature 3 of the note: the line does not',
    ],
    ['another dash', NOTE.replace('— P', '- P'), 'does not start with a dash'],
    ['a space at the end of a line', NOTE.replace('JnAM=', 'JnAM= '), 'not a name and a signature'],
    ['Base64 without padding', NOTE.replace('JnAM=', 'JnAM'), 'not in Base64'],
    ['Base64 with bits that say nothing', NOTE.replace('JnAM=', 'JnAN='), 'not in Base64'],
    ['an id and no signature', `${TEXT}\n— Peter x08goA==\n`, 'too short'],
    ['101 signatures', `${TEXT}\n${PETER.repeat(101)}`, 'more than 100 signatures'],
    ['a million characters', `${'a'.repeat(1_000_000)}\n\n${PETER}`, 'too long'],
  ])('with %s is refused in words', (_, note, words) => {
    expect(problemIn(parseNote(note))).toContain(words);
  });

  test('of 100 signatures, and with empty lines in its text, is read', () => {
    const text = '\n\ned è subito sera.\n\n';
    const note = valueIn(parseNote(`${text}\n${PETER.repeat(100)}`));
    expect(note.text).toBe(text);
    expect(note.signatures).toHaveLength(100);
  });

  test('that is read is written as it was, whatever it holds', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => /^[^\s+\p{C}\p{Z}]+$/u.test(one));
    const signature = fc.record({
      name,
      id: fc.uint8Array({ minLength: 4, maxLength: 4 }),
      signature: fc.uint8Array({ minLength: 1 }),
    });
    const line = fc.string({ unit: 'grapheme' }).filter((one) => !/\p{Cc}/u.test(one));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.array(signature, { minLength: 1, maxLength: 5 }),
        (lines, signatures) => {
          const note = { text: `${lines.join('\n')}\n`, signatures };
          expect(valueIn(parseNote(writeNote(note)))).toEqual(note);
        },
      ),
    );
  });

  test('that could not be read back is not written', () => {
    const [signature] = valueIn(parseNote(NOTE)).signatures;
    const one = signature ?? { name: '', id: hex(''), signature: hex('') };
    expect(() => writeNote({ text: 'abc', signatures: [one] })).toThrow('does not end with');
    expect(() => writeNote({ text: TEXT, signatures: [] })).toThrow('no signature');
    for (const odd of [{ name: 'a b' }, { name: 'a+b' }, { name: '' }]) {
      expect(() => writeNote({ text: TEXT, signatures: [{ ...one, ...odd }] })).toThrow(RangeError);
    }
    const longer = { ...one, id: hex('0102030405') };
    expect(() => writeNote({ text: TEXT, signatures: [longer] })).toThrow('as another');
    const two = { ...one, name: `x ${'AAAAAAAA'}\n— y` };
    expect(() => writeNote({ text: TEXT, signatures: [two] })).toThrow('as another');
  });
});

test('a checkpoint of Go’s checksum database is read, and its signature holds', async () => {
  const { key, note } = PUBLISHED.checkpoint;
  const read = valueIn(parseNote(note));
  expect(await namesIn(note, [valueIn(await readKey(key))])).toEqual(['sum.golang.org']);
  expect(valueIn(parseCheckpoint(read.text))).toMatchObject({
    origin: 'go.sum database tree',
    size: 49_189_689,
  });
});

describe('a cosignature', () => {
  const secret = hex('05'.repeat(32));
  const signer = { name: 'witness.example/w1', secret };

  async function cosigned(time: number) {
    const publicKey = await publicKeyOf(secret);
    const key: NoteKey = { name: signer.name, use: 'cosignature', publicKey };
    return { key, note: { text: TEXT, signatures: [await cosignNote(TEXT, signer, time)] } };
  }

  test('says who has seen it and when, for any time that a double counts', async () => {
    for (const time of [0, 1, 1_772_442_000, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]) {
      const { key, note } = await cosigned(time);
      const read = valueIn(parseNote(writeNote(note)));
      expect(await signedBy(read, [key])).toEqual({ ok: true, value: [{ key, time }] });
    }
    for (const time of [-1, 0.5, 2 ** 53]) {
      await expect(cosignNote(TEXT, signer, time)).rejects.toThrow(`${time} is no time.`);
    }
  });

  test('with its time or one bit of it changed is refused', async () => {
    const { key, note } = await cosigned(1_772_442_000);
    const [one] = note.signatures as [(typeof note.signatures)[0]];
    for (let bit = 0; bit < 8 * one.signature.length; bit += 7) {
      const changed = { ...one, signature: flipped(one.signature, bit) };
      expect((await signedBy({ text: TEXT, signatures: [changed] }, [key])).ok).toBe(false);
    }
    const short = { ...one, signature: one.signature.subarray(8) };
    expect((await signedBy({ text: TEXT, signatures: [short] }, [key])).ok).toBe(false);
  });

  test('does not pass for a signature of the same key over a note, nor the other way round', async () => {
    const { key, note } = await cosigned(7);
    const plain = await signNote(TEXT, signer);
    expect(await signedBy({ text: TEXT, signatures: [plain] }, [key])).toEqual({
      ok: true,
      value: [],
    });
    const [one] = note.signatures as [(typeof note.signatures)[0]];
    const posed = { ...one, id: plain.id };
    expect(
      (await signedBy({ text: TEXT, signatures: [posed] }, [{ ...key, use: 'note' }])).ok,
    ).toBe(false);
  });
});
