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
