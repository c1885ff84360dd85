import type { Day, Standing } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { byId } from '../graphql/loader.js';

/** A member as everybody may see them. */
export interface MemberRow {
  id: string;
  displayName: string;
  clpId: string | null;
}

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, MemberRow>> {
  return byId(
    await db.query<MemberRow[]>(
      'SELECT id, display_name AS "displayName", clp_id AS "clpId" FROM member WHERE id = ANY($1)',
      [ids],
    ),
  );
}

export async function setInterests(
  db: EntityManager,
  memberId: string,
  interests: string[],
  skills: string[],
): Promise<void> {
  await db.query('UPDATE member SET interests = $2, skills = $3 WHERE id = $1', [
    memberId,
    interests,
    skills,
  ]);
}

/** How many members' standing and date of joining let them vote, on a day. */
export async function countVoters(
  db: EntityManager,
  { standings, joinedBy, on }: { standings: readonly Standing[]; joinedBy: Day | null; on: Day },
): Promise<number> {
  const [row] = await db.query<[{ voters: number }]>(
    `SELECT count(*)::int AS voters FROM member
     WHERE standing = ANY($1) AND joined_on <= coalesce($2::date, $3::date) AND joined_on <= $3
       AND (lapsed_on IS NULL OR lapsed_on > $3)`,
    [standings, joinedBy, on],
  );
  return row.voters;
}

/** Makes whoever else adds people to the roll wait until this transaction ends: one account a membership number. */
export async function lockRoll(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(74661)');
}
