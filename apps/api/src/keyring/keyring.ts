import { createHmac, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { destroyKept, keepNew, keptIn, readKept, replaceKept } from './key-file.js';
import { findSigningKey, makeSigningKey, type SigningKey } from './signing-key.js';

/** A checkpoint, as it is remembered. */
export interface Signed {
  size: number;
  note: string;
  /** The open half of the key that signed it: a C2SP vkey. */
  key: string;
}

/** The keys, one file each, outside the database and its backups: the consultations' and the one that signs. */
export interface Keyring {
  /** Makes the key of a consultation; keeps the one that is there. */
  create: (consultationId: string) => void;
  /** The voter's pseudonym: HMAC-SHA-256 (RFC 2104) of the member under the consultation's key, 32 bytes. */
  pseudonym: (consultationId: string, memberId: string) => Buffer;
  /** The same, or null where there is no key (not opened yet, or destroyed after the end). */
  pseudonymIfKept: (consultationId: string, memberId: string) => Buffer | null;
  /** The ids of all consultations that have a key. */
  consultations: () => string[];
  /** Destroys the key of a consultation, where there is one: nobody finds their pseudonym by it any more. */
  destroy: (consultationId: string) => void;
  /** The key that signs rounds; null where there is none. */
  signing: () => SigningKey | null;
  /** The same, made where there is none: only while nothing has been signed with another. */
  makeSigning: () => SigningKey;
  /** The last checkpoint of the record that this key signed: outside the database, which may be put back. */
  lastSigned: () => Signed | null;
  keepSigned: (signed: Signed) => void;
  /** From now on the record may begin another history: after one was lost, and in a demonstration. */
  forgetSigned: () => void;
  /** What is kept of the membership numbers of people who were erased: outside the database, which may be put back. */
  erased: () => string[];
  keepErased: (numbers: readonly string[]) => void;
  /** HMAC-SHA-256 under this server's pepper, without which a copied database tells no code and no inbox. */
  peppered: (...parts: string[]) => Buffer;
}

const SIGNED = 'last-checkpoint.json';
const ERASED = 'erased.txt';

/** For so long a key is not read again: another process may have destroyed it. */
const KNOWN_MS = 60_000;

/** What the file of a consultation's key is called after its id. */
const KEY = '.key';
const ID = /^[0-9a-f-]{36}$/;

/** The pepper in a directory, made where there is none: losing it ends the codes of these minutes, and an import adds anew whoever was erased. */
function pepperIn(directory: string): Buffer {
  const path = join(directory, 'sign-in.key');
  keepNew(directory, path, randomBytes(32));
  const pepper = readKept(path);
  if (!pepper) throw new Error('the pepper vanished while it was made');
  return pepper;
}

/** Opens the keyring in a directory that only this user can read. */
export function openKeyring(directory: string): Keyring {
  const kept = new Map<string, { key: Buffer; until: number }>();
  let pepper: Buffer | null = null;

  const path = (consultationId: string) => {
    if (!ID.test(consultationId)) throw new Error(`not a consultation's id: ${consultationId}`);
    return join(directory, `${consultationId}${KEY}`);
  };

  const find = (consultationId: string): Buffer | null => {
    const known = kept.get(consultationId);
    if (known && known.until > Date.now()) return known.key;
    const key = readKept(path(consultationId));
    if (key) kept.set(consultationId, { key, until: Date.now() + KNOWN_MS });
    else kept.delete(consultationId);
    return key;
  };

  const sign = (key: Buffer, memberId: string) =>
    createHmac('sha256', key).update(memberId).digest();

  return {
    create(consultationId) {
      // Never overwritten, or everybody could vote a second time.
      keepNew(directory, path(consultationId), randomBytes(32));
    },
    pseudonym(consultationId, memberId) {
      const key = find(consultationId);
      // Never made anew here: a lost key must be restored, or the old votes could not be changed.
      if (!key) throw new Error(`the key of consultation ${consultationId} is missing`);
      return sign(key, memberId);
    },
    pseudonymIfKept(consultationId, memberId) {
      const key = ID.test(consultationId) ? find(consultationId) : null;
      return key && sign(key, memberId);
    },
    consultations: () =>
      keptIn(directory).flatMap((name) => {
        const { name: id, ext } = parse(name);
        return ext === KEY && ID.test(id) ? [id] : [];
      }),
    destroy(consultationId) {
      destroyKept(path(consultationId));
      kept.delete(consultationId);
    },
    signing: () => findSigningKey(directory),
    makeSigning: () => makeSigningKey(directory),
    lastSigned: () => {
      const text = readKept(join(directory, SIGNED));
      return text && (JSON.parse(text.toString()) as Signed);
    },
    keepSigned: (signed) => replaceKept(directory, join(directory, SIGNED), JSON.stringify(signed)),
    forgetSigned: () => rmSync(join(directory, SIGNED), { force: true }),
    erased: () => readKept(join(directory, ERASED))?.toString().split('\n').filter(Boolean) ?? [],
    keepErased: (numbers) =>
      replaceKept(directory, join(directory, ERASED), numbers.map((one) => `${one}\n`).join('')),
    peppered(...parts) {
      pepper ??= pepperIn(directory);
      // As JSON, so that no two lists of parts read the same.
      return createHmac('sha256', pepper).update(JSON.stringify(parts)).digest();
    },
  };
}
