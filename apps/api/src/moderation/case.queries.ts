import type { Breach, ModeratedKind } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

export interface CaseReport {
  id: string;
  reason: Breach;
  words: string;
  at: string;
  isByVisitor: boolean;
}

export interface CaseAuthor {
  name: string;
  joinedOn: string | null;
  accepted: number;
  hidden: number;
  sent: number;
  suspendedUntil: string | null;
}

/** Something that was reported, with its open reports and what is known of its author. */
export interface CaseRow {
  id: string;
  kind: ModeratedKind;
  proposalId: string | null;
  parentId: string | null;
  consultationId: string;
  reports: CaseReport[];
  reportCount: number;
  firstAt: Date;
  isUnlawful: boolean;
  author: CaseAuthor;
  total: number;
  /** When the first report came as text, exact to the microsecond. */
  sortKey: string;
}

const MOST_REPORTS = 20;

const OPEN = `SELECT r.about_id AS id, r.about_kind AS kind, count(*)::int AS count,
    min(r.at) AS first, bool_or(r.reason = 'unlawful') AS unlawful
  FROM report r WHERE r.closed_at IS NULL GROUP BY r.about_id, r.about_kind`;

const THING = `coalesce(p.consultation_id, c.consultation_id, e.consultation_id)`;

const REPORTS = `(SELECT json_agg(json_build_object('id', x.id, 'reason', x.reason, 'words', x.words,
    'at', x.at, 'isByVisitor', x.reporter_id IS NULL) ORDER BY x.at, x.id)
  FROM (SELECT * FROM report r WHERE r.about_id = q.id AND r.closed_at IS NULL
    ORDER BY r.at, r.id LIMIT ${MOST_REPORTS}) x)`;

const SENT = `SELECT status, created_at FROM proposal WHERE author_id = m.id
  UNION ALL SELECT status, created_at FROM comment WHERE author_id = m.id
  UNION ALL SELECT status, created_at FROM evidence WHERE officer_id = m.id`;

const AUTHOR = `(SELECT json_build_object(
    'name', coalesce(m.display_name, p.author_name, c.author_name), 'joinedOn', m.joined_on,
    'suspendedUntil', CASE WHEN m.suspended_until > $2 THEN m.suspended_until END,
    'accepted', count(*) FILTER (WHERE s.status IN ('published','merged','not_taken_forward')
      AND s.created_at <= $2::timestamptz - interval '1 day'),
    'hidden', count(*) FILTER (WHERE s.status = 'hidden'), 'sent', count(s.status))
  FROM (VALUES (1)) AS one LEFT JOIN LATERAL (${SENT}) s ON true)`;

/**
 * A page of the queue in one statement, one row beyond the size asked for: what may be unlawful first, then
 * what most people reported, then what was reported first, then by id. Of all consultations, or of those
 * that these bodies put.
 */
export function page(
  db: EntityManager,
  bodyIds: readonly string[] | null,
  now: Date,
  size: number,
  after: (string | number)[] | null,
): Promise<CaseRow[]> {
  const [unlawful = null, count = null, first = null, id = null] = after ?? [];
  return db.query(
    `WITH open AS (${OPEN}), asked AS (
       SELECT o.*, k.id AS consultation_id, count(*) OVER ()::int AS total
       FROM open o LEFT JOIN proposal p ON p.id = o.id LEFT JOIN comment c ON c.id = o.id
         LEFT JOIN evidence e ON e.id = o.id JOIN consultation k ON k.id = ${THING}
       WHERE $1::uuid[] IS NULL OR k.convened_by_id = ANY($1)
     ), q AS (
       SELECT * FROM asked o
       WHERE $3::int IS NULL
         OR (-o.unlawful::int, -o.count, o.first, o.id) > (-$3, -$4::int, $5::timestamptz, $6::uuid)
       ORDER BY o.unlawful DESC, o.count DESC, o.first, o.id LIMIT ${size + 1}
     )
     SELECT q.id, q.kind, coalesce(p.id, c.proposal_id, e.proposal_id) AS "proposalId",
       c.parent_id AS "parentId", q.consultation_id AS "consultationId", ${REPORTS} AS reports,
       q.count AS "reportCount", q.first AS "firstAt", q.unlawful AS "isUnlawful",
       ${AUTHOR} AS author, q.total, q.first::text AS "sortKey"
     FROM q LEFT JOIN proposal p ON p.id = q.id LEFT JOIN comment c ON c.id = q.id
       LEFT JOIN evidence e ON e.id = q.id
       LEFT JOIN member m ON m.id = coalesce(p.author_id, c.author_id, e.officer_id)
     ORDER BY q.unlawful DESC, q.count DESC, q.first, q.id`,
    [bodyIds, now, unlawful, count, first, id],
  );
}

/** The keys of a cursor. */
export const caseKeys = (row: CaseRow): (string | number)[] => [
  row.isUnlawful ? 1 : 0,
  row.reportCount,
  row.sortKey,
  row.id,
];
