import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The consultations' keys: one file each, outside the database and its backups. */
export interface Keyring {
  /** Makes the key of a consultation; keeps the one that is there. */
  create: (consultationId: string) => void;
  /** The voter's pseudonym: HMAC-SHA-256 (RFC 2104) of the member under the consultation's key, 32 bytes. */
  pseudonym: (consultationId: string, memberId: string) => Buffer;
  /** The same, or null where there is no key (not opened yet, or destroyed after the end). */
  pseudonymIfKept: (consultationId: string, memberId: string) => Buffer | null;
}

const ID = /^[0-9a-f-]{36}$/;

/** Opens the keyring in a directory that only this user can read. */
export function openKeyring(directory: string): Keyring {
  const kept = new Map<string, Buffer>();

  const path = (consultationId: string) => {
    if (!ID.test(consultationId)) throw new Error(`not a consultation's id: ${consultationId}`);
    return join(directory, `${consultationId}.key`);
  };

  const find = (consultationId: string): Buffer | null => {
    const known = kept.get(consultationId);
    if (known) return known;
    try {
      const key = readFileSync(path(consultationId));
      kept.set(consultationId, key);
      return key;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
  };

  const sign = (key: Buffer, memberId: string) =>
    createHmac('sha256', key).update(memberId).digest();

  return {
    create(consultationId) {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      try {
        // `wx`: a key is never overwritten, or everybody could vote a second time.
        const file = openSync(path(consultationId), 'wx', 0o600);
        writeSync(file, randomBytes(32));
        fsyncSync(file);
        closeSync(file);
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
      }
    },
    pseudonym(consultationId, memberId) {
      const key = find(consultationId);
      // Never made anew here: a lost key must be restored, or the old votes could not be changed.
      if (!key) throw new Error(`the key of consultation ${consultationId} is missing`);
      return sign(key, memberId);
    },
    pseudonymIfKept(consultationId, memberId) {
      const key = find(consultationId);
      return key && sign(key, memberId);
    },
  };
}
