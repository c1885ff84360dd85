import type { Day, Standing, Voter } from '@clarion/deliberation';
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

/** Signs them with another name; with that of the roll the choice is taken back. */
export async function setDisplayName(
  tx: EntityManager,
  memberId: string,
  name: string,
): Promise<void> {
  await tx.query(
    `UPDATE member SET display_name = $2,
       roll_name = nullif(coalesce(roll_name, display_name), $2) WHERE id = $1`,
    [memberId, name],
  );
}

/** Somebody's membership number; none once they were erased. */
export async function numberOf(db: EntityManager, memberId: string): Promise<string | null> {
  const [row] = await db.query<{ number: string }[]>(
    'SELECT membership_number AS number FROM member WHERE id = $1 AND erased_at IS NULL',
    [memberId],
  );
  return row?.number ?? null;
}

/** What the roll calls somebody who signs with another name; else none. */
export async function rollNameOf(db: EntityManager, memberId: string): Promise<string | null> {
  const [row] = await db.query<{ rollName: string | null }[]>(
    'SELECT roll_name AS "rollName" FROM member WHERE id = $1',
    [memberId],
  );
  return row?.rollName ?? null;
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

/** What the rules ask about a voter: of a member `m` with their contact `c`. */
export const VOTER = `m.standing, m.joined_on AS "joinedOn", m.lapsed_on AS "lapsedOn",
  c.held_until AS "heldUntil"`;

/** The same of one, as it is inside a transaction that writes: a contact may have changed since the request began. */
export async function voterNow(tx: EntityManager, memberId: string): Promise<Voter> {
  const [voter] = await tx.query<[Voter]>(
    `SELECT ${VOTER}
     FROM member m LEFT JOIN contact c ON c.member_id = m.id WHERE m.id = $1`,
    [memberId],
  );
  return voter;
}

/** Somebody as an administrator finds them. */
export interface FoundMember extends MemberRow {
  membershipNumber: string;
  standing: Standing;
  joinedOn: Day;
  lapsedOn: Day | null;
}

/** Whoever has exactly this membership number, as `membershipNumber` of the rules writes it. */
export async function byNumber(db: EntityManager, number: string): Promise<FoundMember | null> {
  const [found] = await db.query<FoundMember[]>(
    `SELECT id, display_name AS "displayName", clp_id AS "clpId",
       membership_number AS "membershipNumber", standing, joined_on AS "joinedOn",
       lapsed_on AS "lapsedOn"
     FROM member WHERE membership_number = $1`,
    [number],
  );
  return found ?? null;
}

/** Lets only one transaction at a time change what is decided about a member. */
export async function lock(tx: EntityManager, memberId: string): Promise<void> {
  await tx.query('SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE', [memberId]);
}

/** Makes whoever else adds people to the roll wait until this transaction ends: one account a membership number. */
export async function lockRoll(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(74661)');
}
