import { ERASED_NAME, ERASED_WORDS } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { emptyWords } from '../contributions/emptying.queries.js';
import * as roundWords from '../ranking/round-words.queries.js';
import { isSealed } from './sealed.js';

/** What somebody sent, by id, but for what is under seal. */
export interface Sent {
  proposals: string[];
  comments: string[];
  evidence: string[];
  /** Objections to evidence of others. */
  contests: string[];
}

const idsOf = (table: string, author: string, where = 'true') =>
  `coalesce((SELECT array_agg(x.id ORDER BY x.id) FROM ${table} x
    WHERE x.${author} = $1 AND ${where}), '{}')`;

/** What somebody sent. */
export async function sentBy(db: EntityManager, memberId: string): Promise<Sent> {
  const [row] = await db.query<[Sent]>(
    `SELECT ${idsOf('proposal', 'author_id', `NOT ${isSealed('x')}`)} AS proposals,
       ${idsOf('comment', 'author_id', `NOT ${isSealed('x')}`)} AS comments,
       ${idsOf('evidence', 'officer_id', `NOT ${isSealed('x')}`)} AS evidence,
       ${idsOf('evidence_contest', 'officer_id')} AS contests`,
    [memberId],
  );
  return row;
}

/**
 * Holds all that is about to change, in the order of every write: consultations with everybody in them, then
 * proposals, each by id. The member themselves comes last, by `members.lock`.
 */
export async function hold(tx: EntityManager, memberId: string): Promise<void> {
  await tx.query('SELECT FROM consultation ORDER BY id FOR SHARE');
  await tx.query(
    `SELECT FROM proposal WHERE author_id = $1
       OR id IN (SELECT proposal_id FROM comment WHERE author_id = $1
         UNION ALL SELECT proposal_id FROM evidence WHERE officer_id = $1
         UNION ALL SELECT c.proposal_id FROM good_point g JOIN comment c ON c.id = g.comment_id
           WHERE g.member_id = $1)
     ORDER BY id FOR NO KEY UPDATE`,
    [memberId],
  );
}

/** Where voting runs and no round has been published: there a vote can still be taken away. */
export async function stillSecret(db: EntityManager): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM consultation c WHERE phase IN ('open', 'prioritising')
       AND NOT EXISTS (SELECT FROM round r WHERE r.consultation_id = c.id) ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

/** What an act of taking back says of a contribution. */
export interface Withdrawn {
  kind: 'proposal' | 'comment' | 'evidence';
  id: string;
  consultationId: string;
  bodyId: string | null;
}

/** Of what somebody sent, all that is not taken back yet. */
export function standing(db: EntityManager, sent: Sent): Promise<Withdrawn[]> {
  return db.query(
    `SELECT each.kind, each.id, each.consultation_id AS "consultationId", each.body_id AS "bodyId"
     FROM (
       SELECT 'proposal' AS kind, id, consultation_id, NULL::uuid AS body_id FROM proposal WHERE id = ANY($1)
       UNION ALL SELECT 'comment', id, consultation_id, NULL FROM comment WHERE id = ANY($2)
       UNION ALL SELECT 'evidence', id, consultation_id, body_id FROM evidence WHERE id = ANY($3)) each
     WHERE NOT EXISTS (SELECT FROM record_entry r
       WHERE r.about_id = each.id AND r.about_kind = each.kind AND r.kind = 'withdrawn')
     ORDER BY each.kind, each.id`,
    [sent.proposals, sent.comments, sent.evidence],
  );
}

/** What is hidden stays hidden; everything else is taken back, whatever had become of it. */
const STATUS = `status = CASE status WHEN 'hidden' THEN status ELSE 'withdrawn' END`;

/** Puts one sentence in the place of everything that somebody wrote, here and in every round. */
export async function eraseWords(tx: EntityManager, sent: Sent): Promise<void> {
  await emptyWords(tx, sent, { words: ERASED_WORDS, name: ERASED_NAME });
  await roundWords.empty(tx, sent.proposals, 'erased');
  await tx.query(
    `UPDATE proposal SET ${STATUS},
       merged_into_id = CASE status WHEN 'hidden' THEN merged_into_id END WHERE id = ANY($1)`,
    [sent.proposals],
  );
  await tx.query(`UPDATE comment SET ${STATUS} WHERE id = ANY($1)`, [sent.comments]);
  await tx.query(`UPDATE evidence SET ${STATUS} WHERE id = ANY($1)`, [sent.evidence]);
}

/** Takes back what somebody found good points; the counts follow. */
export async function eraseGoodPoints(tx: EntityManager, memberId: string): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM good_point WHERE member_id = $1 RETURNING comment_id)
     UPDATE comment SET good_points = good_points - 1 FROM gone WHERE gone.comment_id = comment.id`,
    [memberId],
  );
}

/** Erases the words of reports and appeals, and of what moderators wrote to somebody. */
export async function eraseModeration(tx: EntityManager, memberId: string): Promise<void> {
  await tx.query(`UPDATE report SET words = '', reporter_id = NULL WHERE reporter_id = $1`, [
    memberId,
  ]);
  await tx.query(
    `UPDATE appeal SET words = $2, answer = CASE WHEN answer IS NULL THEN NULL ELSE '' END
     WHERE member_id = $1`,
    [memberId, ERASED_WORDS],
  );
  await tx.query(
    `UPDATE moderation_act SET note = '' WHERE note <> '' AND (suspended_id = $1 OR about_id IN (
       SELECT id FROM proposal WHERE author_id = $1 UNION ALL SELECT id FROM comment WHERE author_id = $1
       UNION ALL SELECT id FROM evidence WHERE officer_id = $1))`,
    [memberId],
  );
}

/** Every address at which somebody is or was reached, or asked to be. */
export async function addressesOf(db: EntityManager, memberId: string): Promise<string[]> {
  const rows = await db.query<{ email: string }[]>(
    `SELECT lower(email) AS email FROM contact WHERE member_id = $1 AND email IS NOT NULL
     UNION SELECT lower(old_email) FROM contact_change WHERE member_id = $1 AND old_email IS NOT NULL
     UNION SELECT lower(new_email) FROM contact_change WHERE member_id = $1 AND new_email IS NOT NULL`,
    [memberId],
  );
  return rows.map(({ email }) => email);
}

/** Lets go of mail to these addresses that is not being sent just now. */
export async function forgetMail(tx: EntityManager, addresses: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT FROM graphile_worker.complete_jobs(ARRAY(
       SELECT id FROM graphile_worker._private_jobs WHERE lower(payload->>'to') = ANY($1)))`,
    [addresses],
  );
}

const DOORS = ['contact', 'session', 'passkey', 'challenge', 'sign_in_link', 'demo_person'];

/** Takes away how somebody is reached and gets in. */
export async function eraseDoors(tx: EntityManager, memberId: string): Promise<void> {
  for (const table of DOORS)
    await tx.query(`DELETE FROM ${table} WHERE member_id = $1`, [memberId]);
  await tx.query('DELETE FROM sign_in_attempt WHERE member_id = $1 OR $1 = ANY(member_ids)', [
    memberId,
  ]);
  await tx.query(
    `UPDATE contact_change SET old_email = NULL, new_email = NULL, code_hash = NULL,
       objection_hash = NULL,
       status = CASE WHEN status IN ('unconfirmed', 'pending') THEN 'refused' ELSE status END
     WHERE member_id = $1`,
    [memberId],
  );
}

/** Empties somebody's row of the roll: only that they are on it no longer is left. */
export async function erasePerson(
  tx: EntityManager,
  { memberId, number, day, at }: { memberId: string; number: string; day: string; at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE member SET membership_number = $2, display_name = $3, roll_name = NULL,
       standing = 'registered_supporter', clp_id = NULL, joined_on = $4, lapsed_on = $4,
       interests = '{}', skills = '{}', language = 'en', suspended_until = NULL, erased_at = $5
     WHERE id = $1`,
    [memberId, number, ERASED_NAME, day, at],
  );
}
