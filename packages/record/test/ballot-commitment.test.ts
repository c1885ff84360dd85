import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type BallotOpening,
  ballotBytes,
  commitBallot,
  lengthPrefixed,
  toHex,
  verifyOpening,
} from '../src/index.js';
import { hex, vectors } from './vectors.js';

interface Made {
  consultation: string;
  proposal: string;
  choice: string;
  random: string;
  previous: string | null;
  commitment: string;
}

const MADE = vectors<Made[]>('ballots.json').map(({ random, previous, commitment, ...texts }) => ({
  opening: { ...texts, random: hex(random), previous: previous === null ? null : hex(previous) },
  commitment: hex(commitment),
}));

/** What `lengthPrefixed` wrote, read back. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0);
    parts.push(bytes.slice(at + 4, end));
    at = end;
  }
  return parts;
}

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const text = fc.string({ unit: 'grapheme', maxLength: 6 });
const opening: fc.Arbitrary<BallotOpening> = fc.record({
  consultation: text,
  proposal: text,
  choice: text,
  random: bytes32,
  previous: fc.option(bytes32),
});

/** The same letters with the borders between the three texts elsewhere. */
function redrawn(given: BallotOpening, first: number, second: number): BallotOpening {
  const letters = given.consultation + given.proposal + given.choice;
  const [a, b] = [first % (letters.length + 1), second % (letters.length + 1)];
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return {
    ...given,
    consultation: letters.slice(0, from),
    proposal: letters.slice(from, to),
    choice: letters.slice(to),
  };
}

const asText = ({ consultation, proposal, choice, random, previous }: BallotOpening) =>
  JSON.stringify([consultation, proposal, choice, toHex(random), previous && toHex(previous)]);
const isWhole = ({ consultation, proposal, choice }: BallotOpening) =>
  [consultation, proposal, choice].every((one) => !/\p{Surrogate}/u.test(one));

describe('a commitment to a vote', () => {
  test('is the one of the second implementation, and is opened by its own opening alone', async () => {
    for (const [at, made] of MADE.entries()) {
      expect(await commitBallot(made.opening)).toEqual(made.commitment);
      for (const [other, { commitment }] of MADE.entries()) {
        expect(await verifyOpening(commitment, made.opening)).toBe(at === other);
      }
    }
  });

  test('is over bytes from which every part can be read back, so no two votes have the same', () => {
    fc.assert(
      fc.property(opening, (given) => {
        const [domain, consultation, proposal, choice, random, previous] = partsOf(
          ballotBytes(given),
        );
        const say = (part?: Uint8Array) =>
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
        expect(say(domain)).toBe('ballot-v1');
        expect([consultation, proposal, choice].map(say)).toEqual([
          given.consultation,
          given.proposal,
          given.choice,
        ]);
        expect(random).toEqual(given.random);
        expect(previous?.length ? previous : null).toEqual(given.previous);
      }),
      { numRuns: 1000 },
    );
  });

  test('never has the bytes of another, also where letters move over the border between two texts', () => {
    fc.assert(
      fc.property(opening, fc.nat(), fc.nat(), opening, (given, first, second, any) => {
        const others = [any, redrawn(given, first, second), { ...given, previous: given.random }];
        for (const other of others.filter(isWhole)) {
          const isAlike = toHex(ballotBytes(other)) === toHex(ballotBytes(given));
          expect(isAlike).toBe(asText(other) === asText(given));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is not opened with any one part changed', async () => {
    await fc.assert(
      fc.asyncProperty(opening, opening, async (given, other) => {
        const commitment = await commitBallot(given);
        expect(await verifyOpening(commitment, given)).toBe(true);
        for (const part of Object.keys(given) as (keyof BallotOpening)[]) {
          const changed = { ...given, [part]: other[part] };
          const isSame = asText(changed) === asText(given);
          expect(await verifyOpening(commitment, changed)).toBe(isSame);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is not made of what is malformed, and that opens nothing', async () => {
    const [{ opening: good, commitment }] = MADE as [(typeof MADE)[0]];
    const odd = [
      { ...good, random: good.random.subarray(1) },
      { ...good, previous: hex('00') },
      { ...good, previous: hex('') },
      { ...good, choice: '\ud83d' },
    ];
    for (const one of odd) {
      await expect(commitBallot(one)).rejects.toThrow();
      expect(await verifyOpening(commitment, one)).toBe(false);
    }
    expect(await verifyOpening(commitment.subarray(1), good)).toBe(false);
  });

  test('two texts that TextEncoder would write alike are not both written', () => {
    const [{ opening: good }] = MADE as [(typeof MADE)[0]];
    expect(() => ballotBytes({ ...good, choice: '\ud800' })).toThrow(TypeError);
    expect(() => ballotBytes({ ...good, choice: '\ufffd' })).not.toThrow();
  });
});

test('lists of parts never have the same bytes unless they are the same', () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(parts, (given) => {
      expect(partsOf(lengthPrefixed(given))).toEqual(given);
    }),
    { numRuns: 1000 },
  );
});
