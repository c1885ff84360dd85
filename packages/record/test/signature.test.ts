import { createHash, createPublicKey, generateKeyPairSync, sign as signByNode } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  fromBase64,
  keyFingerprint,
  publicKeyOf,
  sha256Hex,
  sign,
  toBase64,
  toHex,
  verify,
} from '../src/index.js';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** RFC 8032, section 7.1, tests 1 to 3. */
const VECTORS = [
  {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    open: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    open: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    open: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

describe('Ed25519', () => {
  test.each(VECTORS)('signs "$message" as RFC 8032 does', async (vector) => {
    const message = hex(vector.message);
    const open = await publicKeyOf(hex(vector.secret));
    expect(toHex(open)).toBe(vector.open);
    const signature = await sign(message, hex(vector.secret));
    expect(toHex(signature)).toBe(vector.signature);
    expect(await verify(message, signature, open)).toBe(true);
  });

  test('one changed bit of message, signature or key is refused', async () => {
    const [vector] = VECTORS.slice(2);
    const parts = [vector?.message, vector?.signature, vector?.open].map((part = '') => hex(part));
    const verifyParts = ([message, signature, key]: Uint8Array[]) =>
      verify(message ?? hex(''), signature ?? hex(''), key ?? hex(''));
    expect(await verifyParts(parts)).toBe(true);
    for (const [at, part] of parts.entries()) {
      const changed = part.slice();
      changed[0] = (changed[0] ?? 0) ^ 1;
      expect(await verifyParts(parts.with(at, changed))).toBe(false);
    }
  });

  test('what has not the length of a signature or a key is refused, a secret key with a reason', async () => {
    const vector = VECTORS[0];
    const [signature, open] = [hex(vector?.signature ?? ''), hex(vector?.open ?? '')];
    expect(await verify(hex(''), signature.subarray(1), open)).toBe(false);
    expect(await verify(hex(''), signature, open.subarray(1))).toBe(false);
    await expect(sign(hex(''), new Uint8Array(31))).rejects.toThrow(
      'A secret key has 32 bytes, not 31.',
    );
  });

  test('agrees with Node’s own signatures', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
    const secret = Uint8Array.from(Buffer.from(d, 'base64url'));
    const message = utf8('Round 3');
    expect(await sign(message, secret)).toEqual(
      Uint8Array.from(signByNode(null, message, privateKey)),
    );
    expect(await publicKeyOf(secret)).toEqual(Uint8Array.from(Buffer.from(x, 'base64url')));
    expect(createPublicKey(privateKey).equals(publicKey)).toBe(true);
  });
});

describe('hashes', () => {
  test('are those of Node, for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect(await sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
      { numRuns: 30 },
    );
  });

  test('name a key', async () => {
    const open = hex(VECTORS[0]?.open ?? '');
    expect(await keyFingerprint(open)).toBe(
      '21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9',
    );
  });
});

test('Base64 gives back the bytes, and what is none is told', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  for (const text of ['A', 'AA', 'AA=A', 'A-==', '====', 'AB==', 'AAA=\n', ' AAA='])
    expect(fromBase64(text)).toBeNull();
});
