import type { Breach, Day, ModerationAct } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { byId } from '../graphql/loader.js';

export interface ReportRow {
  id: string;
  aboutId: string;
  reporterId: string | null;
  reason: Breach;
  words: string;
  at: Date;
  /** What answered it. */
  closedBy: ModerationAct | null;
  closedAt: Date | null;
}

const SELECT = `SELECT r.id, r.about_id AS "aboutId", r.reporter_id AS "reporterId", r.reason, r.words,
  r.at, a.act AS "closedBy", r.closed_at AS "closedAt"
  FROM report r LEFT JOIN moderation_act a ON a.id = r.closed_by_id`;

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ReportRow>> {
  return byId(await db.query<ReportRow[]>(`${SELECT} WHERE r.id = ANY($1)`, [ids]));
}

/** What somebody reported, newest first. */
export function sentBy(db: EntityManager, memberId: string): Promise<ReportRow[]> {
  return db.query(`${SELECT} WHERE r.reporter_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT 100`, [
    memberId,
  ]);
}

/** How many reports somebody sent on a day. */
export async function sentOn(db: EntityManager, memberId: string, on: Day): Promise<number> {
  const [row] = await db.query<[{ sent: number }]>(
    `SELECT count(*)::int AS sent FROM report
     WHERE reporter_id = $1 AND (at AT TIME ZONE 'Europe/London')::date = $2::date`,
    [memberId, on],
  );
  return row.sent;
}

/** Answers all open reports on a contribution; tells which. */
export async function close(
  tx: EntityManager,
  aboutId: string,
  act: { id: string; at: Date },
): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `UPDATE report SET closed_at = $2, closed_by_id = $3 WHERE about_id = $1 AND closed_at IS NULL
     RETURNING id`,
    [aboutId, act.at, act.id],
  );
  return rows.map((row) => row.id).sort();
}

export interface CountedReports {
  received: number;
  acted: number;
  kept: number;
  waiting: number;
}

/** What was received, from the record, beside what became of it, from the table. */
export async function counts(db: EntityManager): Promise<CountedReports> {
  const [row] = await db.query<[CountedReports]>(
    `SELECT (SELECT count(*)::int FROM record_entry WHERE kind = 'reported' AND about_kind = 'moderation')
         AS received,
       count(*) FILTER (WHERE a.act <> 'keep')::int AS acted,
       count(*) FILTER (WHERE a.act = 'keep')::int AS kept,
       count(*) FILTER (WHERE r.closed_at IS NULL)::int AS waiting
     FROM report r LEFT JOIN moderation_act a ON a.id = r.closed_by_id`,
  );
  return row;
}
