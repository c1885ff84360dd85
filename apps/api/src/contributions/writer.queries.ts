import { type Day, NEWCOMER, type Writer } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

export interface WriterRow extends Writer {
  suspendedUntil: Date | null;
  /** What was held about them went while they were writing. */
  isErased: boolean;
}

/** The UK day of a moment in the database. */
const dayOf = (moment: string) => `(${moment} AT TIME ZONE 'Europe/London')::date`;

/** Of everything somebody ($1) wrote in a table, as counts; who joined long ago is spared the counting. */
const counted = (table: 'proposal' | 'comment') => `(
  SELECT count(*) FILTER (WHERE x.status IN ('published','merged','not_taken_forward')
      AND x.created_at <= $3::timestamptz - interval '1 day')::int AS accepted,
    count(*) FILTER (WHERE ${dayOf('x.created_at')} = $2::date)::int AS today, count(*)::int AS ever
  FROM ${table} x WHERE x.author_id = $1 AND m.joined_on > $2::date - ${NEWCOMER.days})`;

/** What the rules ask about somebody who writes. */
export async function read(
  db: EntityManager,
  memberId: string,
  on: Day,
  at: Date,
): Promise<WriterRow> {
  const [row] = await db.query<WriterRow[]>(
    `SELECT m.joined_on AS "joinedOn", m.suspended_until AS "suspendedUntil",
       m.erased_at IS NOT NULL AS "isErased",
       proposals.accepted + comments.accepted AS accepted, proposals.today AS "proposalsToday",
       comments.today AS "commentsToday", comments.ever AS comments
     FROM member m CROSS JOIN LATERAL ${counted('proposal')} proposals
       CROSS JOIN LATERAL ${counted('comment')} comments
     WHERE m.id = $1`,
    [memberId, on, at],
  );
  if (!row) throw new Error(`member ${memberId} is not on the roll`);
  return row;
}

/** Puts what one person writes in a row, so that no two at once pass the same limit; a suspension waits for it. */
export async function lock(tx: EntityManager, memberId: string): Promise<void> {
  await tx.query('SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE', [memberId]);
}
