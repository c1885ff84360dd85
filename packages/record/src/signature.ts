import { fromBase64 } from './bytes.js';
import { sha256Hex } from './sha256.js';

/** Bytes of either half of an Ed25519 key, and of a signature. */
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/**
 * What stands before the 32 secret bytes in PKCS #8 (RFC 8410, section 7), the one form in which WebCrypto
 * takes a secret Ed25519 key.
 */
const PKCS8_HEAD = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

async function secretKey(secret: Uint8Array) {
  if (secret.length !== KEY_BYTES) {
    throw new RangeError(`A secret key has ${KEY_BYTES} bytes, not ${secret.length}.`);
  }
  const wrapped = Uint8Array.from([...PKCS8_HEAD, ...secret]);
  return crypto.subtle.importKey('pkcs8', wrapped, { name: 'Ed25519' }, true, ['sign']);
}

/** The public half, 32 bytes, of an Ed25519 key whose secret half (RFC 8032's seed) is given. */
export async function publicKeyOf(secret: Uint8Array): Promise<Uint8Array> {
  const { x = '' } = await crypto.subtle.exportKey('jwk', await secretKey(secret));
  const raw = fromBase64(`${x.replaceAll('-', '+').replaceAll('_', '/')}=`);
  if (raw?.length !== KEY_BYTES) throw new Error('The platform gave no public key.');
  return raw;
}

/**
 * The Ed25519 signature (RFC 8032), 64 bytes, over bytes, by the secret half of a key. The same bytes and
 * key always give the same signature. Throws RangeError where the key has not 32 bytes.
 */
export async function sign(bytes: Uint8Array, secret: Uint8Array): Promise<Uint8Array> {
  const key = await secretKey(secret);
  return new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, bytes));
}

/** Whether a signature over bytes is by the key with this public half. False for what is no signature or key. */
export async function verify(
  bytes: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES || publicKey.length !== KEY_BYTES) return false;
  const key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, [
    'verify',
  ]);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, bytes);
}

/** By what a key is known: the SHA-256 of its 32 public bytes, in hexadecimal. */
export async function keyFingerprint(publicKey: Uint8Array): Promise<string> {
  return sha256Hex(publicKey);
}
