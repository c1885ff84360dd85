import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { join } from 'node:path';
import { keepNew, readKept } from './key-file.js';

/** The Ed25519 key (RFC 8032) that signs rounds. */
export interface SigningKey {
  /** The public part, raw: 32 bytes. */
  publicKey: Buffer;
  /** SHA-256 of the public part, in hexadecimal: what people compare. */
  fingerprint: string;
  /** The secret part: 32 bytes. Handed to nothing but what signs. */
  secret: Buffer;
}

const pathIn = (directory: string) => join(directory, 'signing.pem');

/** As SPKI or PKCS #8 (RFC 8410), either half stands at the end. */
const KEY_BYTES = 32;

const publicPartOf = (key: KeyObject) =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);

/** The signing key in a directory; null where there is none. Throws for a file that holds no such key. */
export function findSigningKey(directory: string): SigningKey | null {
  const pem = readKept(pathIn(directory));
  if (!pem) return null;
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is no Ed25519 key');
  const publicKey = publicPartOf(key);
  return {
    publicKey,
    fingerprint: createHash('sha256').update(publicKey).digest('hex'),
    secret: key.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES),
  };
}

/** Makes the signing key; keeps the one that is there. */
export function makeSigningKey(directory: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  keepNew(directory, pathIn(directory), Buffer.from(pem));
  const made = findSigningKey(directory);
  if (!made) throw new Error('the signing key vanished while it was made');
  return made;
}
