import type { EntityManager } from 'typeorm';
import type { Session } from './session.entity.js';
import { RUNNING } from './session.queries.js';

/** A session as its owner sees it. */
export interface OwnSession
  extends Pick<Session, 'id' | 'device' | 'signedInBy' | 'createdAt' | 'lastSeenAt'> {}

/** Somebody's sessions that have not ended, seen last first. */
export function ofMember(db: EntityManager, memberId: string, now: Date): Promise<OwnSession[]> {
  return db.query(
    `SELECT id, device, signed_in_by AS "signedInBy", created_at AS "createdAt",
       last_seen_at AS "lastSeenAt"
     FROM session WHERE member_id = $1 AND ${RUNNING}
     ORDER BY last_seen_at DESC, created_at DESC, id`,
    [memberId, now],
  );
}

/** Ends one of somebody's sessions. Answers whether it was theirs. */
export async function endOne(db: EntityManager, memberId: string, id: string): Promise<boolean> {
  const [rows] = await db.query<[unknown[], number]>(
    'DELETE FROM session WHERE id = $2 AND member_id = $1 RETURNING id',
    [memberId, id],
  );
  return rows.length > 0;
}

/** Ends all of somebody's sessions but one, or all. */
export async function endAll(
  db: EntityManager,
  memberId: string,
  butId: string | null,
): Promise<void> {
  await db.query('DELETE FROM session WHERE member_id = $1 AND id IS DISTINCT FROM $2::uuid', [
    memberId,
    butId,
  ]);
}
