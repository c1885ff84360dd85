import type {
  ModerationAct as Act,
  ContributionStatus,
  ModeratedKind,
  ModerationReason,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import { byId, gather } from '../graphql/loader.js';
import type { MemberRow } from '../roll/member.queries.js';

export interface AppealRow {
  id: string;
  at: Date;
  dueOn: string;
  answeredAt: Date | null;
  isUpheld: boolean | null;
  answer: string | null;
}

export interface ActRow {
  __typename: 'ModerationAct';
  id: string;
  act: Act;
  reason: ModerationReason;
  aboutKind: ModeratedKind;
  aboutId: string;
  consultationId: string;
  by: MemberRow;
  body: BodyRow;
  at: Date;
  note: string;
  statusBefore: ContributionStatus | null;
  fromId: string | null;
  fromParentId: string | null;
  toId: string | null;
  suspendedId: string | null;
  until: Date | null;
  reversesId: string | null;
  isReversed: boolean;
  /** Who wrote what it is about. */
  authorId: string | null;
  appeal: AppealRow | null;
}

/** The select list and joins of an act `a`. Its moments inside JSON are text. */
const ACT = `'ModerationAct' AS "__typename", a.id, a.act, a.reason, a.about_kind AS "aboutKind",
  a.about_id AS "aboutId", a.consultation_id AS "consultationId",
  json_build_object('id', a_by.id, 'displayName', a_by.display_name, 'clpId', a_by.clp_id) AS by,
  ${bodyJson('a_body')} AS body, a.at, a.note, a.status_before AS "statusBefore",
  a.from_id AS "fromId", a.from_parent_id AS "fromParentId", a.to_id AS "toId",
  a.suspended_id AS "suspendedId", a.until, a.reverses_id AS "reversesId",
  EXISTS (SELECT FROM moderation_act r WHERE r.reverses_id = a.id) AS "isReversed",
  coalesce(a_p.author_id, a_c.author_id, a_e.officer_id) AS "authorId",
  CASE WHEN x.id IS NOT NULL THEN json_build_object('id', x.id, 'at', x.at, 'dueOn', x.due_on,
    'answeredAt', x.answered_at, 'isUpheld', x.is_upheld, 'answer', x.answer) END AS appeal`;
const JOINS = `JOIN member a_by ON a_by.id = a.by_id JOIN body a_body ON a_body.id = a.body_id
  LEFT JOIN proposal a_p ON a_p.id = a.about_id LEFT JOIN comment a_c ON a_c.id = a.about_id
  LEFT JOIN evidence a_e ON a_e.id = a.about_id LEFT JOIN appeal x ON x.act_id = a.id`;

type ReadRow = Omit<ActRow, 'appeal'> & {
  appeal: (Omit<AppealRow, 'at' | 'answeredAt'> & { at: string; answeredAt: string | null }) | null;
};

const revived = <T extends ReadRow>(row: T) => ({
  ...row,
  appeal: row.appeal && {
    ...row.appeal,
    at: new Date(row.appeal.at),
    answeredAt: row.appeal.answeredAt === null ? null : new Date(row.appeal.answeredAt),
  },
});

async function read(db: EntityManager, rest: string, values: unknown[]): Promise<ActRow[]> {
  const rows = await db.query<ReadRow[]>(
    `SELECT ${ACT} FROM moderation_act a ${JOINS} ${rest}`,
    values,
  );
  return rows.map(revived);
}

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ActRow>> {
  return byId(await read(db, 'WHERE a.id = ANY($1)', [ids]));
}

/** All acts on these contributions, oldest first. */
export async function ofThings(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ActRow[]>> {
  const rows = await read(db, 'WHERE a.about_id = ANY($1) ORDER BY a.at, a.id', [ids]);
  return gather(rows, (row) => row.aboutId);
}

const STANDS = 'NOT EXISTS (SELECT FROM moderation_act r WHERE r.reverses_id = a.id)';

/** The last act of these kinds that stands on each of these contributions. */
export async function standing(
  db: EntityManager,
  ids: readonly string[],
  kinds: readonly Act[],
): Promise<Map<string, ActRow>> {
  const rows = await read(
    db,
    `WHERE a.about_id = ANY($1) AND a.act = ANY($2) AND ${STANDS} ORDER BY a.at, a.id`,
    [ids, kinds],
  );
  return new Map(rows.map((row) => [row.aboutId, row]));
}

/** What was moved from the threads of these proposals and has not come back, oldest first. */
export async function movedFrom(
  db: EntityManager,
  proposalIds: readonly string[],
): Promise<Map<string, ActRow[]>> {
  const rows = await read(
    db,
    `WHERE a.from_id = ANY($1) AND a.act = 'move' AND a.about_kind <> 'proposal' AND ${STANDS}
     ORDER BY a.at, a.id`,
    [proposalIds],
  );
  return gather(rows, (row) => row.fromId ?? '');
}

/** What was done to what somebody sent, and to them, newest first; what was left as it is is not told. */
export function toMember(db: EntityManager, memberId: string): Promise<ActRow[]> {
  return read(
    db,
    `WHERE (a.suspended_id = $1 OR a.suspended_id IS NULL AND a.about_id IN (
         SELECT id FROM proposal WHERE author_id = $1 UNION ALL SELECT id FROM comment WHERE author_id = $1
         UNION ALL SELECT id FROM evidence WHERE officer_id = $1)) AND a.act <> 'keep'
     ORDER BY a.at DESC, a.id DESC LIMIT 100`,
    [memberId],
  );
}

/** What a moderator did since a moment and can take back, newest first. */
export function lately(db: EntityManager, byId: string, since: Date): Promise<ActRow[]> {
  return read(
    db,
    `WHERE a.by_id = $1 AND a.at >= $2 AND a.reverses_id IS NULL
       AND a.act NOT IN ('keep', 'read') AND ${STANDS}
     ORDER BY a.at DESC, a.id DESC LIMIT 10`,
    [byId, since],
  );
}

export type LoggedRow = ActRow & { total: number; sortKey: string };

/** A page of the public log, newest first, one row beyond the size asked for. */
export async function log(
  db: EntityManager,
  consultationId: string | null,
  size: number,
  after: (string | number)[] | null,
): Promise<LoggedRow[]> {
  const [sortKey = null, id = null] = after ?? [];
  const rows = await db.query<(ReadRow & { total: number; sortKey: string })[]>(
    `SELECT ${ACT}, l.total, a.at::text AS "sortKey"
     FROM (SELECT id, count(*) OVER ()::int AS total FROM moderation_act
       WHERE act <> 'keep' AND ($1::uuid IS NULL OR consultation_id = $1)) l
       JOIN moderation_act a ON a.id = l.id ${JOINS}
     WHERE $2::text IS NULL OR (a.at, a.id) < ($2::timestamptz, $3::uuid)
     ORDER BY a.at DESC, a.id DESC LIMIT ${size + 1}`,
    [consultationId, sortKey, id],
  );
  return rows.map(revived);
}

/** The act under lock, so that it is taken back once; what has become of it is read after the wait. */
export async function lock(tx: EntityManager, id: string): Promise<ActRow | null> {
  await tx.query('SELECT FROM moderation_act WHERE id = $1 FOR UPDATE', [id]);
  return (await byIds(tx, [id])).get(id) ?? null;
}
