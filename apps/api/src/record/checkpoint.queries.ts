import type { EntityManager } from 'typeorm';

/** A checkpoint as it was signed. */
export interface CheckpointRow {
  size: number;
  at: Date;
  note: string;
  /** The open half of the key that signed it: a C2SP vkey. */
  key: string;
}

const CHECKPOINT = 'size::float8 AS size, at, note, key';

export async function latest(db: EntityManager): Promise<CheckpointRow | null> {
  const [row] = await db.query<CheckpointRow[]>(
    `SELECT ${CHECKPOINT} FROM record_checkpoint ORDER BY record_checkpoint.size DESC LIMIT 1`,
  );
  return row ?? null;
}

export async function ofSize(db: EntityManager, size: number): Promise<CheckpointRow | null> {
  const [row] = await db.query<CheckpointRow[]>(
    `SELECT ${CHECKPOINT} FROM record_checkpoint WHERE record_checkpoint.size = $1`,
    [size],
  );
  return row ?? null;
}

/** The checkpoints after a size, from the smallest on. */
export function after(db: EntityManager, size: number, limit: number): Promise<CheckpointRow[]> {
  return db.query(
    `SELECT ${CHECKPOINT} FROM record_checkpoint WHERE record_checkpoint.size > $1
     ORDER BY record_checkpoint.size LIMIT $2`,
    [size, limit],
  );
}

/** Every key that has signed a checkpoint, the latest first. */
export async function keys(db: EntityManager): Promise<string[]> {
  const rows = await db.query<{ key: string }[]>(
    'SELECT key FROM record_checkpoint GROUP BY key ORDER BY max(record_checkpoint.size) DESC',
  );
  return rows.map(({ key }) => key);
}

/** Keeps a checkpoint; of two made at once over the same entries, the first. */
export async function keep(db: EntityManager, { size, at, note, key }: CheckpointRow) {
  await db.query(
    `INSERT INTO record_checkpoint (size, at, note, key) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [size, at, note, key],
  );
}
