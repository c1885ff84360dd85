import type { ContactWay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** Changes that wait together for a second person. */
export interface WaitingRow {
  id: string;
  way: ContactWay;
  /** Who asked; nobody where the operator imported a roll. */
  actorId: string | null;
  askedAt: Date;
  count: number;
}

/** Everything that waits, the longest waiting first. */
export function all(db: EntityManager): Promise<WaitingRow[]> {
  return db.query(
    `SELECT batch_id AS id, way, actor_id AS "actorId", min(asked_at) AS "askedAt",
       count(*)::int AS count
     FROM contact_change WHERE status = 'pending' AND batch_id IS NOT NULL
     GROUP BY batch_id, way, actor_id ORDER BY min(asked_at), batch_id`,
  );
}

/** The batch to which what one administrator wants is added while it waits. */
export async function batchOf(tx: EntityManager, actorId: string): Promise<string | null> {
  const [batch] = await tx.query<{ id: string }[]>(
    `SELECT batch_id AS id FROM contact_change
     WHERE status = 'pending' AND actor_id = $1 AND way = 'staff' AND batch_id IS NOT NULL
     ORDER BY asked_at DESC, id DESC LIMIT 1`,
    [actorId],
  );
  return batch?.id ?? null;
}

/** Who asked for what waits in a batch; null when nothing does any more. Others who decide on it wait. */
export async function lockBatch(
  tx: EntityManager,
  batchId: string,
): Promise<Pick<WaitingRow, 'way' | 'actorId'> | null> {
  const [batch] = await tx.query<Pick<WaitingRow, 'way' | 'actorId'>[]>(
    `SELECT way, actor_id AS "actorId" FROM contact_change
     WHERE batch_id = $1 AND status = 'pending' ORDER BY id FOR UPDATE`,
    [batchId],
  );
  return batch ?? null;
}

/** One of them, with its addresses in full: they are masked before anybody sees them. */
export interface WaitingChange {
  id: string;
  memberId: string;
  oldEmail: string | null;
  newEmail: string | null;
}

/** The first changes of a batch. */
export function firstOf(
  db: EntityManager,
  batchId: string,
  most: number,
): Promise<WaitingChange[]> {
  return db.query(
    `SELECT id, member_id AS "memberId", old_email AS "oldEmail", new_email AS "newEmail"
     FROM contact_change WHERE batch_id = $1 AND status = 'pending' ORDER BY id LIMIT $2`,
    [batchId, most],
  );
}
