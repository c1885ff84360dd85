import { fromHex, joined } from '../bytes.js';
import { sha256 } from '../sha256.js';

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const SHA_256_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf (RFC 9162, section 2.1.1): SHA-256 of the byte 0 and what the leaf holds. */
export function leafHash(bytes: Uint8Array): Promise<Uint8Array> {
  return sha256(joined(LEAF, bytes));
}

/** The hash over two: SHA-256 of the byte 1 and both, the left first. So no node passes for a leaf. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(joined(NODE, left, right));
}

/** The root of a tree without leaves: SHA-256 of nothing (RFC 9162, section 2.1.1). */
export function emptyRoot(): Uint8Array {
  return fromHex(SHA_256_OF_NOTHING) ?? new Uint8Array();
}
