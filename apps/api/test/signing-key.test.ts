import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFingerprint, sign, verify } from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import { openKeyring } from '../src/keyring/keyring.js';
import { openStage } from './stage/stage.js';

const stage = openStage();
const aDirectory = () => join(mkdtempSync(join(tmpdir(), 'clarion-keys-')), 'keys');

describe('The key that signs rounds', () => {
  test('is made when it is first needed, for this user’s eyes only, and stays the one it is', async () => {
    const directory = aDirectory();
    const keys = openKeyring(directory);
    expect(keys.signing()).toBeNull();
    const made = keys.makeSigning();
    expect(openKeyring(directory).makeSigning()).toEqual(made);
    expect(keys.signing()).toEqual(made);
    const isFor = (path: string) => statSync(path).mode & 0o777;
    expect([isFor(directory), isFor(join(directory, 'signing.pem'))]).toEqual([0o700, 0o600]);
  });

  test('signs what anyone can check with its public half, under the fingerprint that is shown', async () => {
    const { publicKey, secret, fingerprint } = openKeyring(aDirectory()).makeSigning();
    const bytes = Buffer.from('The manifest of a round.');
    const signature = await sign(bytes, secret);
    expect(await verify(bytes, signature, publicKey)).toBe(true);
    expect(await verify(Buffer.from('The manifest of a rounD.'), signature, publicKey)).toBe(false);
    expect(fingerprint).toBe(await keyFingerprint(publicKey));
  });

  test('is nothing else that lies in its place', () => {
    const directory = aDirectory();
    openKeyring(directory).makeSigning();
    writeFileSync(join(directory, 'signing.pem'), 'a poem');
    expect(() => openKeyring(directory).signing()).toThrow();
  });

  test('is shown to everybody who asks, the public half alone', async () => {
    const visitor = await stage.as('visitor');
    expect((await visitor.get('/download/signing-key')).status).toBe(404);
    const made = stage.clarion.keys.makeSigning();
    const reply = await visitor.get('/download/signing-key');
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await reply.text()).toBe(
      `${made.publicKey.toString('base64')}\nSHA-256 fingerprint: ${made.fingerprint}\n`,
    );
  });
});
