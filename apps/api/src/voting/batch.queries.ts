import type { EntityManager } from 'typeorm';

/** Commitments of ten minutes that are over when the slot `$1` began; all that wait, where that is null. */
const OVER = '($1::timestamptz IS NULL OR since IS NULL OR since < $1)';

/** Of how many people commitments of before a slot wait, in each consultation where some do. */
export function waiting(
  db: EntityManager,
  before: Date,
): Promise<{ consultationId: string; voters: number }[]> {
  return db.query(
    `SELECT consultation_id AS "consultationId", count(*)::int AS voters
     FROM (SELECT DISTINCT consultation_id, pseudonym FROM pending_commitment WHERE ${OVER}) AS people
     GROUP BY consultation_id ORDER BY consultation_id`,
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

/**
 * What waits here, since before a slot or at all: of how many people, and the commitments, sorted, one after
 * the other. What is in a batch already, because it was made again, is not among them. They come in a row for
 * each first byte: nothing is long to read.
 */
export async function waitingHere(
  tx: EntityManager,
  consultationId: string,
  before: Date | null,
): Promise<{ voters: number; commitments: Buffer }> {
  const rows = await tx.query<{ voters: number; part: Buffer }[]>(
    `WITH here AS MATERIALIZED (
       SELECT commitment, pseudonym FROM pending_commitment p
       WHERE consultation_id = $2 AND ${OVER}
         AND NOT EXISTS (SELECT FROM batched_commitment b WHERE b.commitment = p.commitment))
     SELECT (SELECT count(*)::int FROM (SELECT DISTINCT pseudonym FROM here) AS people) AS voters,
       string_agg(commitment, ''::bytea ORDER BY commitment) AS part
     FROM here GROUP BY get_byte(commitment, 0) ORDER BY get_byte(commitment, 0)`,
    [before, consultationId],
  );
  return {
    voters: rows[0]?.voters ?? 0,
    commitments: Buffer.concat(rows.map(({ part }) => part)),
  };
}

/** Keeps a batch as the next of its consultation; tells its number. The caller has the turn. */
export async function keep(
  tx: EntityManager,
  consultationId: string,
  batch: { commitments: Buffer; root: Uint8Array; subtrees: Uint8Array; at: Date },
): Promise<number> {
  const { commitments, root, subtrees, at } = batch;
  const [row] = await tx.query<[{ number: number }]>(
    `INSERT INTO ballot_batch (consultation_id, number, commitments, root, subtrees, at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 FROM ballot_batch
     WHERE consultation_id = $1 RETURNING number`,
    [consultationId, commitments, Buffer.from(root), Buffer.from(subtrees), at],
  );
  return row.number;
}

/** Keeps that these commitments, one after the other, are in a batch. */
export async function place(
  tx: EntityManager,
  { consultationId, number }: Pick<BatchRow, 'consultationId' | 'number'>,
  commitments: Buffer,
): Promise<void> {
  await tx.query(
    `INSERT INTO batched_commitment (commitment, consultation_id, batch)
     SELECT substring($1::bytea FROM at * 32 + 1 FOR 32), $2, $3
     FROM generate_series(0, octet_length($1::bytea) / 32 - 1) AS at`,
    [commitments, consultationId, number],
  );
}

/** What is in a batch waits no more. */
export async function letGo(tx: EntityManager, consultationId: string): Promise<void> {
  await tx.query(
    `DELETE FROM pending_commitment p USING batched_commitment b
     WHERE p.consultation_id = $1 AND b.commitment = p.commitment`,
    [consultationId],
  );
}

export interface BatchRow {
  consultationId: string;
  number: number;
  count: number;
  /** 32 bytes each, sorted; null where all batches of the consultation have more than was asked for. */
  commitments: Buffer | null;
  root: Buffer;
  /** The number of its entry in the record. */
  entry: number;
}

const ENTERED = `JOIN record_entry r ON r.consultation_id = b.consultation_id
    AND r.kind = 'votes_committed' AND (r.data->>'batch')::int = b.number`;

/** Every batch of a consultation, the oldest first; their commitments only where all have so many at most. */
export function all(db: EntityManager, consultationId: string, most: number): Promise<BatchRow[]> {
  return db.query(
    `SELECT b.consultation_id AS "consultationId", b.number, octet_length(b.commitments) / 32 AS count,
       CASE WHEN whole.count <= $2 THEN b.commitments END AS commitments, b.root,
       r.number::float8 AS entry
     FROM (SELECT sum(octet_length(commitments)) / 32 AS count FROM ballot_batch
         WHERE consultation_id = $1) AS whole,
       ballot_batch b ${ENTERED} WHERE b.consultation_id = $1 ORDER BY b.number`,
    [consultationId, most],
  );
}

/** How many commitments a batch has; null where there is none. */
export async function countOf(
  db: EntityManager,
  consultationId: string,
  number: number,
): Promise<number | null> {
  const [row] = await db.query<{ count: number }[]>(
    `SELECT octet_length(commitments) / 32 AS count FROM ballot_batch
     WHERE consultation_id = $1 AND number = $2`,
    [consultationId, number],
  );
  return row?.count ?? null;
}

/** A place in the list of a batch, or among the subtrees kept beside it: from which on, and how many. */
export interface Span {
  of: 'commitments' | 'subtrees';
  from: number;
  count: number;
}

/** What stands in some places of a batch, in their order. Nothing else of the list is read. */
export async function spansOf(
  db: EntityManager,
  { consultationId, number }: Pick<BatchRow, 'consultationId' | 'number'>,
  spans: readonly Span[],
): Promise<Buffer[]> {
  const rows = await db.query<{ bytes: Buffer }[]>(
    `SELECT substring(CASE WHEN span.is_kept THEN subtrees ELSE commitments END
       FROM span.start * 32 + 1 FOR span.count * 32) AS bytes
     FROM ballot_batch, unnest($3::boolean[], $4::int[], $5::int[]) WITH ORDINALITY
       AS span(is_kept, start, count, nth)
     WHERE consultation_id = $1 AND number = $2 ORDER BY span.nth`,
    [
      consultationId,
      number,
      spans.map(({ of }) => of === 'subtrees'),
      spans.map(({ from }) => from),
      spans.map(({ count }) => count),
    ],
  );
  return rows.map(({ bytes }) => bytes);
}

/** A commitment in its batch. */
export interface PlaceRow {
  commitment: Buffer;
  consultationId: string;
  number: number;
  /** How many commitments the batch has, and how many of them stand before this one. */
  count: number;
  index: number;
  /** The number of the batch's entry in the record. */
  entry: number;
}

/** Where in a sorted list `b.commitments` a commitment is: looked up as in a dictionary. */
const INDEX = `
  WITH RECURSIVE search(low, high) AS (
    SELECT 0, octet_length(b.commitments) / 32
    UNION ALL
    SELECT CASE WHEN is_after THEN middle + 1 ELSE low END, CASE WHEN is_after THEN high ELSE middle END
    FROM search, LATERAL (SELECT (low + high) / 2 AS middle) AS m,
      LATERAL (SELECT substring(b.commitments FROM middle * 32 + 1 FOR 32) < x.commitment AS is_after) AS c
    WHERE low < high)
  SELECT low AS index FROM search WHERE low = high`;

/** Where each of these is; nothing for those that are in no batch. */
export function placesOf(db: EntityManager, commitments: readonly Buffer[]): Promise<PlaceRow[]> {
  return db.query(
    `SELECT x.commitment, x.consultation_id AS "consultationId", x.batch AS number,
       octet_length(b.commitments) / 32 AS count, found.index, r.number::float8 AS entry
     FROM batched_commitment x
       JOIN ballot_batch b ON b.consultation_id = x.consultation_id AND b.number = x.batch
       ${ENTERED}, LATERAL (${INDEX}) AS found
     WHERE x.commitment = ANY($1::bytea[]) ORDER BY x.commitment`,
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
