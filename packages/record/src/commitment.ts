import { isSame } from './bytes.js';
import { lengthPrefixed } from './parts.js';
import { sha256 } from './sha256.js';
import { isWellFormed, utf8 } from './text.js';

/** Bytes of a salt. */
export const SALT_BYTES = 32;

/** What opens a commitment. Both are erased together; the commitment stays and then says nothing. */
export interface Opening {
  text: string;
  /** 32 random bytes, of this text alone. */
  salt: Uint8Array;
}

/**
 * What stands in the record for a personal text: SHA-256 over the length-prefixed parts "text-v1", salt
 * and text in UTF-8, 32 bytes. It binds whoever wrote it to the text. Without the salt nobody can find
 * out the text by trying, however short it is. Throws RangeError where the salt has not 32 bytes,
 * TypeError where the text holds half of a surrogate pair.
 */
export async function commit(text: string, salt: Uint8Array): Promise<Uint8Array> {
  if (salt.length !== SALT_BYTES) {
    throw new RangeError(`A salt has ${SALT_BYTES} bytes, not ${salt.length}.`);
  }
  return sha256(lengthPrefixed([utf8('text-v1'), salt, utf8(text)]));
}

/** Whether text and salt are those that were committed to. False for what could never be. */
export async function opens(commitment: Uint8Array, { text, salt }: Opening): Promise<boolean> {
  if (salt.length !== SALT_BYTES || !isWellFormed(text)) return false;
  return isSame(commitment, await commit(text, salt));
}
