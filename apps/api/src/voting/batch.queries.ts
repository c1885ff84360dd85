import type { EntityManager } from 'typeorm';

/** Commitments of ten minutes that are over when the slot `$1` began; all that wait, where that is null. */
const OVER = '($1::timestamptz IS NULL OR since IS NULL OR since < $1)';

/** Of how many people commitments of before a slot wait, in each consultation where some do. */
export function waiting(
  db: EntityManager,
  before: Date,
): Promise<{ consultationId: string; voters: number }[]> {
  return db.query(
    `SELECT consultation_id AS "consultationId", count(DISTINCT pseudonym)::int AS voters
     FROM pending_commitment WHERE ${OVER} GROUP BY consultation_id ORDER BY consultation_id`,
    [before],
  );
}

/** Forgets when those of before a slot began to wait: that they did is enough from then on. */
export async function forgetMoments(tx: EntityManager, before: Date): Promise<void> {
  await tx.query('UPDATE pending_commitment SET since = NULL WHERE since < $1', [before]);
}

/** Makes whoever else would make a batch here wait, to the end of the transaction. */
export async function takeTurn(tx: EntityManager, consultationId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 74661))', [consultationId]);
}

/** How many people wait here, since before a slot or at all. */
export async function votersWaiting(
  tx: EntityManager,
  consultationId: string,
  before: Date | null,
): Promise<number> {
  const [row] = await tx.query<[{ voters: number }]>(
    `SELECT count(DISTINCT pseudonym)::int AS voters FROM pending_commitment
     WHERE consultation_id = $2 AND ${OVER}`,
    [before, consultationId],
  );
  return row.voters;
}

/** Takes what waits, sorted; what is in a batch already, because it was made again, is not taken twice. */
export async function take(
  tx: EntityManager,
  consultationId: string,
  before: Date | null,
): Promise<Buffer[]> {
  const rows = await tx.query<{ commitment: Buffer }[]>(
    `WITH taken AS (
       DELETE FROM pending_commitment WHERE consultation_id = $2 AND ${OVER} RETURNING commitment)
     SELECT commitment FROM taken
     WHERE NOT EXISTS (SELECT FROM batched_commitment b WHERE b.commitment = taken.commitment)
     ORDER BY commitment`,
    [before, consultationId],
  );
  return rows.map(({ commitment }) => commitment);
}

/** Keeps a batch as the next of its consultation; tells its number. The caller has the turn. */
export async function keep(
  tx: EntityManager,
  consultationId: string,
  batch: { commitments: readonly Buffer[]; root: Uint8Array; at: Date },
): Promise<number> {
  const { commitments, root, at } = batch;
  const [row] = await tx.query<[{ number: number }]>(
    `INSERT INTO ballot_batch (consultation_id, number, commitments, root, at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM ballot_batch WHERE consultation_id = $1
     RETURNING number`,
    [consultationId, Buffer.concat(commitments), Buffer.from(root), at],
  );
  await tx.query(
    `INSERT INTO batched_commitment (commitment, consultation_id, batch)
     SELECT commitment, $2, $3 FROM unnest($1::bytea[]) AS given(commitment)`,
    [commitments, consultationId, row.number],
  );
  return row.number;
}

export interface BatchRow {
  consultationId: string;
  number: number;
  /** 32 bytes each, sorted. */
  commitments: Buffer;
  root: Buffer;
  /** The number of its entry in the record. */
  entry: number;
}

const BATCH = `SELECT b.consultation_id AS "consultationId", b.number, b.commitments, b.root,
    r.number::float8 AS entry
  FROM ballot_batch b JOIN record_entry r ON r.consultation_id = b.consultation_id
    AND r.kind = 'votes_committed' AND (r.data->>'batch')::int = b.number`;

export async function find(
  db: EntityManager,
  consultationId: string,
  number: number,
): Promise<BatchRow | null> {
  const [row] = await db.query<BatchRow[]>(
    `${BATCH} WHERE b.consultation_id = $1 AND b.number = $2`,
    [consultationId, number],
  );
  return row ?? null;
}

/** Every batch of a consultation, the oldest first. */
export function all(db: EntityManager, consultationId: string): Promise<BatchRow[]> {
  return db.query(`${BATCH} WHERE b.consultation_id = $1 ORDER BY b.number`, [consultationId]);
}

/** In which batch each of these is; nothing for those that are in none. */
export function placesOf(
  db: EntityManager,
  commitments: readonly Buffer[],
): Promise<{ commitment: Buffer; consultationId: string; batch: number }[]> {
  return db.query(
    `SELECT commitment, consultation_id AS "consultationId", batch FROM batched_commitment
     WHERE commitment = ANY($1::bytea[]) ORDER BY commitment`,
    [commitments],
  );
}

/** Commitments in hexadecimal whose votes stand no longer, and why. */
export function superseded(
  db: EntityManager,
  consultationId: string,
): Promise<{ commitment: string; reason: string }[]> {
  return db.query(
    `SELECT encode(commitment, 'hex') AS commitment, reason FROM superseded_commitment
     WHERE consultation_id = $1 ORDER BY commitment`,
    [consultationId],
  );
}
