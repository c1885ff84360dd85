import type { ModeratedKind, Seal } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { byId } from '../graphql/loader.js';

/** A seal by the id of what it is on. */
export interface SealRow extends Seal {
  id: string;
  kind: ModeratedKind;
  actId: string;
  consultationId: string;
}

const SEALS = `SELECT s.about_id AS id, s.about_kind AS kind, s.act_id AS "actId",
    a.consultation_id AS "consultationId", s.until, s.destroyed_at AS "destroyedAt",
    EXISTS (SELECT FROM seal_hold h WHERE h.about_id = s.about_id AND h.released_at IS NULL) AS "isHeld"
  FROM seal s JOIN moderation_act a ON a.id = s.act_id`;

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, SealRow>> {
  return byId(await db.query<SealRow[]>(`${SEALS} WHERE s.about_id = ANY($1)`, [ids]));
}

/** Everything under seal, what is to be destroyed first, first. */
export function all(db: EntityManager): Promise<SealRow[]> {
  return db.query(`${SEALS} WHERE s.destroyed_at IS NULL ORDER BY s.until, s.about_id`);
}

/** The seal under lock: whether it is held and destroyed is read after the wait. */
export async function lock(tx: EntityManager, id: string): Promise<SealRow | null> {
  await tx.query('SELECT FROM seal WHERE about_id = $1 FOR UPDATE', [id]);
  return (await byIds(tx, [id])).get(id) ?? null;
}

/** What the day has come for, and nothing holds; the rule is asked again under lock. */
export async function waiting(db: EntityManager, now: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT s.about_id AS id FROM seal s WHERE s.destroyed_at IS NULL AND s.until <= $1
       AND NOT EXISTS (SELECT FROM seal_hold h WHERE h.about_id = s.about_id AND h.released_at IS NULL)
     ORDER BY s.until, s.about_id LIMIT 100`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Breaks the seal of an act that is taken back. */
export async function remove(tx: EntityManager, actId: string): Promise<void> {
  await tx.query('DELETE FROM seal WHERE act_id = $1', [actId]);
}

/** The hold that lasts on something; null where there is none. */
export async function holdOn(tx: EntityManager, aboutId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM seal_hold WHERE about_id = $1 AND released_at IS NULL',
    [aboutId],
  );
  return row?.id ?? null;
}

/** Empties what others wrote about the words, who may have repeated them. */
export async function emptyAround(tx: EntityManager, aboutId: string): Promise<void> {
  await tx.query(`UPDATE report SET words = '' WHERE about_id = $1 AND words <> ''`, [aboutId]);
  await tx.query(
    `UPDATE appeal SET words = '' WHERE act_id IN (SELECT id FROM moderation_act WHERE about_id = $1)`,
    [aboutId],
  );
}
