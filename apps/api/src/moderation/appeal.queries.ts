import type { EntityManager } from 'typeorm';

export interface AppealKey {
  id: string;
  actId: string;
  answeredAt: Date | null;
  answeredById: string | null;
  answer: string | null;
  isUpheld: boolean | null;
}

export async function find(db: EntityManager, id: string): Promise<AppealKey | null> {
  const [row] = await db.query<AppealKey[]>(
    `SELECT id, act_id AS "actId", answered_at AS "answeredAt", answered_by_id AS "answeredById",
       answer, is_upheld AS "isUpheld" FROM appeal WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

export interface WaitingAppeal {
  id: string;
  actId: string;
  aboutId: string;
  words: string;
  at: Date;
  dueOn: string;
  total: number;
  sortKey: string;
}

/**
 * A page of the appeals that wait, the oldest first, one row beyond the size asked for: of all
 * consultations, or of those that these bodies put.
 */
export function waiting(
  db: EntityManager,
  bodyIds: readonly string[] | null,
  size: number,
  after: (string | number)[] | null,
): Promise<WaitingAppeal[]> {
  const [sortKey = null, id = null] = after ?? [];
  return db.query(
    `SELECT * FROM (
       SELECT x.id, x.act_id AS "actId", a.about_id AS "aboutId", x.words, x.at,
         x.due_on::text AS "dueOn", x.at::text AS "sortKey", count(*) OVER ()::int AS total
       FROM appeal x JOIN moderation_act a ON a.id = x.act_id
         JOIN consultation c ON c.id = a.consultation_id
       WHERE x.answered_at IS NULL
         AND ($1::uuid[] IS NULL OR c.convened_by_id = ANY($1) AND a.suspended_id IS NULL)) w
     WHERE $2::text IS NULL OR (w.at, w.id) > ($2::timestamptz, $3::uuid)
     ORDER BY w.at, w.id LIMIT ${size + 1}`,
    [bodyIds, sortKey, id],
  );
}
