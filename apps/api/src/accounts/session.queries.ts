import type { EntityManager } from 'typeorm';
import { Session } from './session.entity.js';
import type { Viewer } from './viewer.js';

/** The day it is in the United Kingdom at the moment `$2`, which is also what sessions are compared with. */
const TODAY = `($2::timestamptz AT TIME ZONE 'Europe/London')::date`;

const VIEWER = `
  SELECT m.id, m.display_name AS "displayName", m.standing, m.joined_on AS "joinedOn",
    CASE WHEN m.lapsed_on <= ${TODAY} THEN m.lapsed_on END AS "lapsedOn",
    CASE WHEN contact.held_until > $2 THEN contact.held_until END AS "heldUntil", m.interests, m.skills, m.clp_id AS "clpId", clp.name AS "clpName",
    clp.parent_id AS "regionId", region.name AS "regionName",
    coalesce(
      (SELECT json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'bodyKind', b.kind,
          'bodyName', b.name, 'office', o.office, 'from', o."from", 'until', o.until) ORDER BY o."from", o.id)
        FROM office o JOIN body b ON b.id = o.body_id
        WHERE o.member_id = m.id AND o."from" <= ${TODAY} AND (o.until IS NULL OR o.until >= ${TODAY})
          AND (m.lapsed_on IS NULL OR m.lapsed_on > ${TODAY})),
      '[]') AS offices
  FROM member m
    LEFT JOIN contact ON contact.member_id = m.id
    LEFT JOIN body clp ON clp.id = m.clp_id
    LEFT JOIN body region ON region.id = clp.parent_id`;

/** The person behind a session that has not ended. */
export async function viewerOf(
  db: EntityManager,
  tokenHash: Buffer,
  now: Date,
): Promise<Viewer | null> {
  const [viewer] = await db.query<Viewer[]>(
    `${VIEWER}
     JOIN session s ON s.member_id = m.id
     WHERE s.token_hash = $1 AND s.expires_at > $2`,
    [tokenHash, now],
  );
  return viewer ?? null;
}

/** The same for a member by id: what they would see if they signed in. */
export async function viewerById(
  db: EntityManager,
  memberId: string,
  now: Date,
): Promise<Viewer | null> {
  const [viewer] = await db.query<Viewer[]>(`${VIEWER} WHERE m.id = $1`, [memberId, now]);
  return viewer ?? null;
}

export async function begin(db: EntityManager, session: Omit<Session, 'member'>): Promise<void> {
  await db.insert(Session, session);
}

export async function end(db: EntityManager, tokenHash: Buffer): Promise<void> {
  await db.delete(Session, { tokenHash });
}

export async function clearExpired(db: EntityManager, now: Date): Promise<void> {
  await db.query('DELETE FROM session WHERE expires_at <= $1', [now]);
}
