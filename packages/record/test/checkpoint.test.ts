import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Checkpoint,
  checkpointText,
  cosignNote,
  emptyRoot,
  type KnownKeys,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  readKey,
  signCheckpoint,
  signNote,
  toBase64,
  writeNote,
} from '../src/index.js';
import { problemIn, valueIn } from './found.js';
import { hex, vectors } from './vectors.js';

interface Made {
  record: { line: string; secret: string };
  witness: { line: string; secret: string };
  time: number;
  notes: string[];
  witnessed: string;
}

const MADE = vectors<Made>('checkpoint.json');
const { roots: ROOTS } = vectors<{ roots: string[] }>('chain.json');
const ORIGIN = 'forum.example/record';
const SECRET = hex(MADE.record.secret);
const head = (size: number) => ({ origin: ORIGIN, size, root: hex(ROOTS[size] ?? '') });

async function keys(): Promise<Required<KnownKeys>> {
  const [record, witness] = await Promise.all([
    readKey(MADE.record.line),
    readKey(MADE.witness.line),
  ]);
  return { record: [valueIn(record)], witnesses: [valueIn(witness)], witnessesNeeded: 0 };
}

/** A note with these lines signed by the record. */
async function signedText(text: string): Promise<string> {
  return writeNote({ text, signatures: [await signNote(text, { name: ORIGIN, secret: SECRET })] });
}

describe('a checkpoint', () => {
  test('is signed as the second implementation signs it, byte for byte, at every size', async () => {
    for (const [size, note] of MADE.notes.entries()) {
      expect(await signCheckpoint(head(size), { name: ORIGIN, secret: SECRET })).toBe(note);
      expect(valueIn(await openCheckpoint(note, await keys()))).toMatchObject(head(size));
    }
  });

  test('takes the cosignature of a witness without a change of format', async () => {
    const [note = ''] = MADE.notes.slice(-1);
    const { text, signatures } = valueIn(parseNote(note));
    const secret = hex(MADE.witness.secret);
    const more = await cosignNote(text, { name: 'witness.example/w1', secret }, MADE.time);
    expect(writeNote({ text, signatures: [...signatures, more] })).toBe(MADE.witnessed);
  });

  test('opens alike with and without witnesses, unless they are needed', async () => {
    const known = await keys();
    const [note = ''] = MADE.notes.slice(-1);
    const opened = valueIn(await openCheckpoint(MADE.witnessed, known));
    expect(opened).toMatchObject(head(5));
    expect(opened.witnesses).toEqual([{ key: known.witnesses[0], time: MADE.time }]);
    expect(
      valueIn(await openCheckpoint(MADE.witnessed, { record: known.record })).witnesses,
    ).toEqual([]);
    const strict = { ...known, witnessesNeeded: 1 };
    expect((await openCheckpoint(MADE.witnessed, strict)).ok).toBe(true);
    expect(problemIn(await openCheckpoint(note, strict))).toBe(
      'Of 1 witnesses needed, 0 have signed.',
    );
    const twice = MADE.witnessed + MADE.witnessed.split('\n').slice(-2).join('\n');
    expect(problemIn(await openCheckpoint(twice, { ...known, witnessesNeeded: 2 }))).toContain(
      '1 have',
    );
  });

  test('signed by a witness alone, or by another record, says nothing', async () => {
    const known = await keys();
    const { text, signatures } = valueIn(parseNote(MADE.witnessed));
    const alone = writeNote({ text, signatures: signatures.slice(1) });
    expect(problemIn(await openCheckpoint(alone, known))).toBe(
      'No known key of the record has signed the checkpoint.',
    );
    expect(problemIn(await openCheckpoint(MADE.witnessed, { record: [] }))).toBe(
      'The checkpoint is of forum.example/record, and no key of it is known.',
    );
    const other = await signedText(text.replace('forum', 'other'));
    expect(problemIn(await openCheckpoint(other, known))).toContain('is of other.example/record');
    await expect(
      signCheckpoint({ ...head(1), origin: 'other' }, { name: ORIGIN, secret: SECRET }),
    ).rejects.toThrow('does not sign for other.');
  });

  test('with any one letter changed does not open', async () => {
    const known = await keys();
    for (let at = 0; at < MADE.witnessed.length; at += 1) {
      const letter = String.fromCharCode(MADE.witnessed.charCodeAt(at) ^ 1);
      const note = MADE.witnessed.slice(0, at) + letter + MADE.witnessed.slice(at + 1);
      const opened = await openCheckpoint(note, { ...known, witnessesNeeded: 1 });
      expect(opened.ok).toBe(false);
      const cut = await openCheckpoint(MADE.witnessed.slice(0, at), {
        ...known,
        witnessesNeeded: 1,
      });
      expect(cut.ok).toBe(false);
    }
  });

  const [text = ''] = [valueIn(parseNote(MADE.witnessed)).text];
  const root = text.split('\n')[2] ?? '';
  test.each([
    ['no origin', text.replace(ORIGIN, ''), 'names no record'],
    ['no lines', '\n', 'names no record'],
    ['no newline at its end', text.slice(0, -1), 'does not end with a newline'],
    ['a size with a nought before it', text.replace('\n5\n', '\n05\n'), 'no whole number'],
    ['a size below nought', text.replace('\n5\n', '\n-5\n'), 'no whole number'],
    ['a size with a point', text.replace('\n5\n', '\n5.0\n'), 'no whole number'],
    ['a size with a space', text.replace('\n5\n', '\n 5\n'), 'no whole number'],
    ['a size in other digits', text.replace('\n5\n', '\n٥\n'), 'no whole number'],
    ['a size that no double counts', text.replace('\n5\n', '\n9007199254740992\n'), 'too great'],
    ['a short root', text.replace(root, root.slice(4)), 'no hash in Base64'],
    ['a root in another alphabet', text.replace(root, root.replace('/', '_')), 'no hash in Base64'],
    ['no root', `${ORIGIN}\n5\n`, 'no hash in Base64'],
    ['something for the root of nothing', text.replace('\n5\n', '\n0\n'), 'not the one of nothing'],
    ['an empty line', `${text}\nmore\n`, 'an empty line'],
    ['a tab', `${text}\tmore\n`, 'no printed character'],
  ])('with %s is refused in words, also when it is signed', async (_, odd, words) => {
    expect(problemIn(parseCheckpoint(odd))).toContain(words);
    if (odd.endsWith('\n') && !odd.includes('\t')) {
      expect(problemIn(await openCheckpoint(await signedText(odd), await keys()))).toContain(words);
    }
  });

  test('that could not be read back is not written', () => {
    for (const odd of [
      { origin: '' },
      { origin: 'a\nb' },
      { size: -1 },
      { size: 0.5 },
      { size: 2 ** 53 },
      { size: 1e21 },
      { size: 0 },
      { root: hex('00') },
      { extensions: [''] },
      { extensions: ['a\nb'] },
    ] satisfies Partial<Checkpoint>[]) {
      expect(() => checkpointText({ ...head(5), ...odd })).toThrow(RangeError);
    }
    expect(checkpointText({ ...head(0), extensions: ['a', 'b'] })).toBe(
      `${ORIGIN}\n0\n${toBase64(emptyRoot())}\na\nb\n`,
    );
  });

  test('that is written is read as it was', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => !/\p{Cc}/u.test(one));
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.array(line, { maxLength: 3 }),
        (origin, size, hash, extensions) => {
          const checkpoint = { origin, size, root: hash, extensions };
          expect(valueIn(parseCheckpoint(checkpointText(checkpoint)))).toEqual(checkpoint);
        },
      ),
    );
  });
});
