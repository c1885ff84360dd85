import type { EntityManager } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';

/**
 * What is kept of the membership number of somebody who was erased, so that an import of the roll does not
 * bring them back: an HMAC. The colon is in no membership number.
 */
export const erasedNumber = (keys: Keyring, membershipNumber: string): string =>
  `erased:${keys.peppered('erased', membershipNumber).toString('hex')}`;

/** What is kept of the numbers of everybody who was erased. */
export async function erasedNumbers(db: EntityManager): Promise<Set<string>> {
  const rows = await db.query<{ number: string }[]>(
    'SELECT membership_number AS number FROM member WHERE erased_at IS NOT NULL',
  );
  return new Set(rows.map(({ number }) => number));
}

/** Keeps beside the keys who was erased, so that a backup that was put back does not bring them back for good. */
export async function rememberErased(db: EntityManager, keys: Keyring): Promise<void> {
  const kept = keys.erased();
  const all = new Set([...kept, ...(await erasedNumbers(db))]);
  if (all.size > kept.length) keys.keepErased([...all].sort());
}

/** Everybody on the roll who was erased once, by what is kept beside the keys. */
export async function cameBack(
  db: EntityManager,
  keys: Keyring,
): Promise<{ id: string; membershipNumber: string }[]> {
  const kept = new Set(keys.erased());
  if (kept.size === 0) return [];
  const rows = await db.query<{ id: string; membershipNumber: string }[]>(
    `SELECT id, membership_number AS "membershipNumber" FROM member
     WHERE erased_at IS NULL ORDER BY membership_number`,
  );
  return rows.filter(({ membershipNumber }) => kept.has(erasedNumber(keys, membershipNumber)));
}
