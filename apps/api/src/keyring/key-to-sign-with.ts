import type { EntityManager } from 'typeorm';
import type { Keyring } from './keyring.js';
import type { SigningKey } from './signing-key.js';

const IS_SIGNED = `SELECT EXISTS (SELECT FROM round WHERE signed_with IS NOT NULL)
  OR EXISTS (SELECT FROM record_checkpoint) AS "isSigned"`;

/** The key that signs rounds and checkpoints. It is made with the first of them; a lost one is never quietly replaced. */
export async function keyToSignWith(db: EntityManager, keys: Keyring): Promise<SigningKey> {
  const kept = keys.signing();
  if (kept) return kept;
  const [row] = await db.query<[{ isSigned: boolean }]>(IS_SIGNED);
  if (row.isSigned) throw new Error('the key that signed rounds or checkpoints is missing');
  return keys.makeSigning();
}
