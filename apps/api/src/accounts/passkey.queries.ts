import type { EntityManager } from 'typeorm';
import type { Passkey } from './passkey.entity.js';

/** A passkey as its owner sees it. */
export type PasskeyRow = Pick<Passkey, 'id' | 'name' | 'isSynced' | 'createdAt' | 'lastUsedAt'>;
/** What an answer of it is checked with. */
export type PasskeyKey = Pick<
  Passkey,
  'id' | 'memberId' | 'credentialId' | 'publicKey' | 'counter' | 'transports'
>;

const SHOWN = `id, name, is_synced AS "isSynced", created_at AS "createdAt", last_used_at AS "lastUsedAt"`;
const KEY = `id, member_id AS "memberId", credential_id AS "credentialId", public_key AS "publicKey",
  counter, transports`;

/** Somebody's passkeys, the oldest first. */
export function ofMember(db: EntityManager, memberId: string): Promise<PasskeyRow[]> {
  return db.query(`SELECT ${SHOWN} FROM passkey WHERE member_id = $1 ORDER BY created_at, id`, [
    memberId,
  ]);
}

/** The same with what they are checked with. */
export function keysOfMember(db: EntityManager, memberId: string): Promise<PasskeyKey[]> {
  return db.query(`SELECT ${KEY} FROM passkey WHERE member_id = $1 ORDER BY created_at, id`, [
    memberId,
  ]);
}

export async function byCredential(
  db: EntityManager,
  credentialId: string,
): Promise<PasskeyKey | null> {
  const [key] = await db.query<PasskeyKey[]>(
    `SELECT ${KEY} FROM passkey WHERE credential_id = $1`,
    [credentialId],
  );
  return key ?? null;
}

/** Makes everybody else who adds or takes away a passkey of this person wait. Answers how many they have. */
export async function lockCount(tx: EntityManager, memberId: string): Promise<number> {
  await tx.query('SELECT FROM member WHERE id = $1 FOR UPDATE', [memberId]);
  const [row] = await tx.query<[{ passkeys: number }]>(
    'SELECT count(*)::int AS passkeys FROM passkey WHERE member_id = $1',
    [memberId],
  );
  return row.passkeys;
}

/** Adds a passkey; answers whether its credential was nobody's yet. */
export async function add(
  db: EntityManager,
  passkey: Omit<Passkey, 'member' | 'lastUsedAt'>,
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `INSERT INTO passkey (id, member_id, credential_id, public_key, counter, transports, name,
       is_synced, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      passkey.id,
      passkey.memberId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.name,
      passkey.isSynced,
      passkey.createdAt,
    ],
  );
  return rows.length > 0;
}

export async function own(
  db: EntityManager,
  memberId: string,
  id: string,
): Promise<PasskeyRow | null> {
  const [row] = await db.query<PasskeyRow[]>(
    `SELECT ${SHOWN} FROM passkey WHERE id = $2 AND member_id = $1`,
    [memberId, id],
  );
  return row ?? null;
}

export async function used(
  db: EntityManager,
  id: string,
  { counter, isSynced, at }: { counter: number; isSynced: boolean; at: Date },
): Promise<void> {
  await db.query(
    `UPDATE passkey SET counter = greatest(counter, $2), is_synced = $3,
       last_used_at = date_trunc('hour', $4::timestamptz) WHERE id = $1`,
    [id, counter, isSynced, at],
  );
}

export async function rename(
  db: EntityManager,
  memberId: string,
  id: string,
  name: string,
): Promise<void> {
  await db.query('UPDATE passkey SET name = $3 WHERE id = $2 AND member_id = $1', [
    memberId,
    id,
    name,
  ]);
}

export async function remove(db: EntityManager, memberId: string, id: string): Promise<void> {
  await db.query('DELETE FROM passkey WHERE id = $2 AND member_id = $1', [memberId, id]);
}
