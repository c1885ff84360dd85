import { fromBase64, fromHex, isSame, joined, toBase64, toHex } from './bytes.js';
import { type Finding, found, wrong } from './finding.js';
import { sha256 } from './sha256.js';
import { KEY_BYTES } from './signature.js';
import { hasControl, isWellFormed, utf8 } from './text.js';

/**
 * What a key signs: a note as it stands (`note`, signature type 0x01), or that a witness saw it at a
 * time (`cosignature`, type 0x04, of tlog-cosignature). The same name and bytes make two different keys.
 */
export type KeyUse = 'note' | 'cosignature';

/** The open half of a key that signs notes, as it is known from elsewhere. */
export interface NoteKey {
  /** Such as `example.org/record`: not empty, no white space, no plus. */
  name: string;
  use: KeyUse;
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array;
}

const TYPES: Record<KeyUse, number> = { note: 1, cosignature: 4 };

/** Bytes of a key id. */
export const ID_BYTES = 4;

/** Whether it may stand as the name of a key in a note. */
export function isKeyName(name: string): boolean {
  return isWellFormed(name) && !hasControl(name) && /^[^\p{White_Space}+]+$/u.test(name);
}

/**
 * By which a signature names its key, beside the key's name: the first 4 bytes of SHA-256(name, 0x0A,
 * type, public key), as C2SP signed-note has it. Short, so it says only which key to try.
 */
export async function keyId({ name, use, publicKey }: NoteKey): Promise<Uint8Array> {
  const typed = joined(Uint8Array.of(0x0a, TYPES[use]), publicKey);
  return (await sha256(joined(utf8(name), typed))).subarray(0, ID_BYTES);
}

/**
 * A key in the one line in which it is passed on (a "vkey" of C2SP signed-note): name, id in
 * hexadecimal, type and bytes in Base64, with a plus between. Throws RangeError where it is no key.
 */
export async function writeKey(key: NoteKey): Promise<string> {
  if (!isKeyName(key.name)) throw new RangeError(`“${key.name}” is no name of a key.`);
  if (key.publicKey.length !== KEY_BYTES) {
    throw new RangeError(`A public key has ${KEY_BYTES} bytes, not ${key.publicKey.length}.`);
  }
  const bytes = joined(Uint8Array.of(TYPES[key.use]), key.publicKey);
  return `${key.name}+${toHex(await keyId(key))}+${toBase64(bytes)}`;
}

/** Reads what `writeKey` wrote. Keys other than Ed25519 are refused, and those whose id is not their own. */
export async function readKey(line: string): Promise<Finding<NoteKey>> {
  const [, name, id, base64] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(line) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) {
    return wrong('A key is a name, an id and the key itself, with a plus between.');
  }
  if (!isKeyName(name)) return wrong('The name of the key is empty or holds white space.');
  const bytes = fromBase64(base64);
  if (!bytes) return wrong('The key itself is not in Base64.');
  const use = (['note', 'cosignature'] as const).find((one) => TYPES[one] === bytes[0]);
  if (use === undefined || bytes.length !== 1 + KEY_BYTES) return wrong('It is no Ed25519 key.');
  const key: NoteKey = { name, use, publicKey: bytes.slice(1) };
  const given = fromHex(id) ?? new Uint8Array();
  if (!isSame(given, await keyId(key))) return wrong('The id is not the one of this name and key.');
  return found(key);
}
