import { type ContributionStatus, HIDDEN_WORDS } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ofAnyLength, PREPARED } from '../database/prepared.js';
import { type Placed, readTogether } from '../database/read-together.js';
import { byId, gather } from '../graphql/loader.js';
import { type AuthorRow, authorJson } from './author.js';
import type { Stance } from './comment.entity.js';
import type { ProposalRow } from './proposal.queries.js';

export interface CommentRow {
  __typename: 'Comment';
  id: string;
  consultationId: string;
  proposalId: string;
  parentId: string | null;
  ancestors: string[];
  depth: number;
  stance: Stance;
  body: string;
  authorId: string | null;
  author: AuthorRow;
  status: ContributionStatus;
  createdAt: Date;
  editedAt: Date | null;
  goodPoints: number;
  isGoodPointByMe: boolean;
  replyCount: number;
  descendantCount: number;
  /** The moment as text, exact to the microsecond, for cursors. */
  sortKey: string;
  /** Filled by `thread`: the first replies, one beyond the page when there are more. */
  firstReplies?: CommentRow[];
}

/** The select list and joins of a comment `c`; `$viewer` is the place of the viewer's id. A withdrawn or hidden text is not sent. */
export const comment = (viewer: string) => `'Comment' AS "__typename", c.id,
  c.consultation_id AS "consultationId", c.proposal_id AS "proposalId",
  c.parent_id AS "parentId", c.ancestors, c.depth, c.stance,
  CASE c.status WHEN 'withdrawn' THEN CASE WHEN author.erased_at IS NULL THEN '' ELSE c.body END
    WHEN 'hidden' THEN '${HIDDEN_WORDS}' ELSE c.body END AS body, c.author_id AS "authorId",
  ${authorJson('c', 'author', 'author_clp')} AS author, c.status, c.created_at AS "createdAt",
  c.edited_at AS "editedAt", c.good_points AS "goodPoints",
  EXISTS (SELECT FROM good_point g WHERE g.comment_id = c.id AND g.member_id = ${viewer}::uuid)
    AS "isGoodPointByMe",
  c.reply_count AS "replyCount", c.descendant_count AS "descendantCount",
  c.created_at::text AS "sortKey"`;
export const JOINS = `LEFT JOIN member author ON author.id = c.author_id
  LEFT JOIN body author_clp ON author_clp.id = author.clp_id`;

/** Replies that come along with a page of a thread: how many at each level below it. */
export const REPLIES_ALONG = [3, 2];

const ORDER = {
  best: 'good_points DESC, created_at DESC, id DESC',
  newest: 'created_at DESC, id DESC',
  oldest: 'created_at ASC, id ASC',
} as const;
export type ThreadOrder = keyof typeof ORDER;

/** What comes after a cursor of (good points, moment, id) or (moment, id); parameters 3, 4 and 5. */
const AFTER = {
  best: '($3::int IS NULL OR (good_points, created_at, id) < ($3, $4::timestamptz, $5::uuid))',
  newest: '($3::int IS NULL AND $4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))',
  oldest: '($3::int IS NULL AND $4::timestamptz IS NULL OR (created_at, id) > ($4, $5::uuid))',
} as const;

export interface ThreadPlace {
  /** Roots of this proposal, or replies to this comment. */
  proposalId?: string;
  parentId?: string;
}

const cursorParameters = (order: ThreadOrder, after: (string | number)[] | null) => {
  if (!after) return [null, null, null];
  return order === 'best' ? after : [null, ...after];
};

/** The keys of a cursor in each order. */
export const cursorKeys = (order: ThreadOrder, row: CommentRow): (string | number)[] =>
  order === 'best' ? [row.goodPoints, row.sortKey, row.id] : [row.sortKey, row.id];

/**
 * A page of a thread in one statement, one row beyond the size asked for, with the first replies of
 * each (three, and two to each of those). Answers the comments of the page in order; replies hang on
 * `firstReplies`, oldest first, one beyond what is shown.
 */
export async function thread(
  db: EntityManager,
  place: ThreadPlace,
  order: ThreadOrder,
  size: number,
  after: (string | number)[] | null,
  viewerId: string | null,
): Promise<CommentRow[]> {
  const where = place.parentId ? 'parent_id = $1' : 'proposal_id = $1 AND parent_id IS NULL';
  const [first = 0, second = 0] = REPLIES_ALONG;
  const rows = await db.query<(CommentRow & { level: number; position: number })[]>(
    `WITH page AS (
       SELECT id, row_number() OVER (ORDER BY ${ORDER[order]}) AS position
       FROM comment WHERE ${where} AND status <> 'waiting' AND ${AFTER[order]}
       ORDER BY ${ORDER[order]} LIMIT ${size + 1}
     ), first AS (
       SELECT r.id, r.position FROM page CROSS JOIN LATERAL (
         SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM comment
         WHERE parent_id = page.id AND status <> 'waiting'
         ORDER BY created_at, id LIMIT ${first + 1}) r
     ), second AS (
       SELECT r.id, r.position FROM first CROSS JOIN LATERAL (
         SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM comment
         WHERE parent_id = first.id AND status <> 'waiting'
         ORDER BY created_at, id LIMIT ${second + 1}) r
     ), picked AS (
       SELECT id, position, 0 AS level FROM page
       UNION ALL SELECT id, position, 1 FROM first
       UNION ALL SELECT id, position, 2 FROM second
     )
     SELECT ${comment('$2')}, picked.level, picked.position::int
     FROM picked JOIN comment c ON c.id = picked.id ${JOINS}
     ORDER BY picked.level, picked.position, c.id`,
    [place.parentId ?? place.proposalId, viewerId, ...cursorParameters(order, after)],
  );
  return hangReplies(rows);
}

function hangReplies(rows: (CommentRow & { level: number })[]): CommentRow[] {
  const above = new Map<string, CommentRow>();
  const page: CommentRow[] = [];
  for (const row of rows) {
    // The deepest level brings no replies along: they are asked for when somebody opens them.
    if (row.level < REPLIES_ALONG.length || row.replyCount === 0) row.firstReplies = [];
    above.set(row.id, row);
    if (row.level === 0) page.push(row);
    else above.get(row.parentId ?? '')?.firstReplies?.push(row);
  }
  return page;
}

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
  viewerId: string | null = null,
): Promise<Map<string, CommentRow>> {
  return byId(
    await db.query<CommentRow[]>(
      `SELECT ${comment('$2')} FROM comment c ${JOINS} WHERE c.id = ANY($1)`,
      [ids, viewerId],
    ),
  );
}

/** A comment on the way to one that was asked for, with what decides whether its proposal may be read. */
export interface OnTheWay extends CommentRow {
  under: Pick<ProposalRow, 'status' | 'authorId'>;
}

/** A comment and all above it, from the root down to the comment itself. */
export function withAncestors(
  db: EntityManager,
  id: string,
  viewerId: string | null,
): Promise<OnTheWay[]> {
  return db.query(
    `SELECT ${comment('$2')}, json_build_object('status', p.status, 'authorId', p.author_id) AS under
     FROM comment c ${JOINS} JOIN proposal p ON p.id = c.proposal_id
     WHERE c.id IN (SELECT $1::uuid UNION ALL SELECT unnest(ancestors) FROM comment WHERE id = $1)
     ORDER BY c.depth`,
    [id, viewerId],
  );
}

/** The comment with the most good points on one side of each proposal; the newer of two equals. */
export async function best(
  db: EntityManager,
  proposalIds: readonly string[],
  viewerId: string | null,
): Promise<Map<string, CommentRow[]>> {
  const rows = await db.query<CommentRow[]>(
    `SELECT ${comment('$2')} FROM unnest($1::uuid[]) AS wanted(id)
     CROSS JOIN unnest(ARRAY['for','against']) AS side(stance)
     CROSS JOIN LATERAL (SELECT * FROM comment x
       WHERE x.proposal_id = wanted.id AND x.stance = side.stance AND x.status = 'published'
         AND x.good_points > 0
       ORDER BY x.good_points DESC, x.created_at DESC, x.id DESC LIMIT 1) c ${JOINS}`,
    [proposalIds, viewerId],
  );
  return gather(rows, (row) => row.proposalId);
}

/** A comment and somebody who may have found it a good point. */
interface GoodPointBy {
  id: string;
  memberId: string;
}

function readGoodPoints(
  db: EntityManager,
  asked: readonly GoodPointBy[],
): Promise<({ id: string } & Placed)[]> {
  return db.query(
    `${PREPARED}SELECT asked.place::int, g.comment_id AS id
     FROM unnest(${ofAnyLength('$1::uuid[]')}, ${ofAnyLength('$2::uuid[]')}) WITH ORDINALITY
         AS asked(comment_id, member_id, place)
       JOIN good_point g ON g.comment_id = asked.comment_id AND g.member_id = asked.member_id`,
    [asked.map(({ id }) => id), asked.map(({ memberId }) => memberId)],
  );
}
const goodPoints = readTogether(readGoodPoints);

/** Which of these comments somebody found a good point. */
export async function goodPointsBy(
  db: EntityManager,
  memberId: string,
  ids: readonly string[],
): Promise<Map<string, true>> {
  const rows = await goodPoints(
    db,
    ids.map((id) => ({ id, memberId })),
  );
  return new Map(rows.map(({ id }) => [id, true]));
}

const FIRST_REPLIES = 3;

/** The first replies to each of these comments, oldest first. */
export async function firstReplies(
  db: EntityManager,
  ids: readonly string[],
  viewerId: string | null,
): Promise<Map<string, CommentRow[]>> {
  const rows = await db.query<CommentRow[]>(
    `SELECT ${comment('$2')} FROM unnest($1::uuid[]) AS wanted(id)
     CROSS JOIN LATERAL (SELECT * FROM comment x WHERE x.parent_id = wanted.id AND x.status <> 'waiting'
       ORDER BY x.created_at, x.id LIMIT ${FIRST_REPLIES}) c ${JOINS}
     ORDER BY c.created_at, c.id`,
    [ids, viewerId],
  );
  return gather(rows, (row) => row.parentId ?? '');
}

export interface CommentVersionRow {
  commentId: string;
  stance: Stance;
  body: string;
  createdAt: Date;
}

/** Texts before edits, newest first. A withdrawn or hidden comment's are not sent either. */
export async function earlier(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, CommentVersionRow[]>> {
  const rows = await db.query<CommentVersionRow[]>(
    `SELECT v.comment_id AS "commentId", v.stance, v.body, v.created_at AS "createdAt"
     FROM comment_version v JOIN comment c ON c.id = v.comment_id
     WHERE v.comment_id = ANY($1) AND c.status NOT IN ('withdrawn', 'hidden')
     ORDER BY v.comment_id, v.version DESC`,
    [ids],
  );
  return gather(rows, (row) => row.commentId);
}

export async function lock(tx: EntityManager, id: string): Promise<CommentRow | null> {
  const [row] = await tx.query<CommentRow[]>(
    `SELECT ${comment('NULL')} FROM comment c ${JOINS} WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
    [id],
  );
  return row ?? null;
}

/**
 * Counts a new reply on everything above it and on its proposal. The caller holds the proposal, so
 * that no two replies wait for each other's comments in a ring.
 */
export async function countReply(
  tx: EntityManager,
  reply: {
    proposalId: string;
    parentId: string | null;
    ancestors: string[];
    at: Date;
  },
): Promise<void> {
  await tx.query(
    `UPDATE comment SET descendant_count = descendant_count + 1,
       reply_count = reply_count + (id IS NOT DISTINCT FROM $2)::int
     WHERE id = ANY($1)`,
    [reply.ancestors, reply.parentId],
  );
  await tx.query(
    `UPDATE proposal SET comment_count = comment_count + 1, active_at = greatest(active_at, $2)
     WHERE id = $1`,
    [reply.proposalId, reply.at],
  );
}

/** Keeps the text of a comment before an edit; answers which of its texts that is, from 1. */
export async function keepVersion(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.query<[{ version: number }]>(
    `INSERT INTO comment_version (comment_id, version, stance, body, created_at)
     SELECT id, (SELECT count(*) + 1 FROM comment_version WHERE comment_id = $1),
       stance, body, coalesce(edited_at, created_at) FROM comment WHERE id = $1
     RETURNING version`,
    [id],
  );
  return row.version;
}

/** Adds good points of a comment and takes some back, one of each member; the count follows only real changes. */
export async function markGoodPoints(
  tx: EntityManager,
  commentId: string,
  marks: readonly { memberId: string; good: boolean }[],
): Promise<void> {
  await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($2::uuid[], $3::boolean[]) AS given(member_id, good) ORDER BY member_id
     ), added AS (
       INSERT INTO good_point (comment_id, member_id)
       SELECT $1::uuid, member_id FROM given WHERE good ON CONFLICT DO NOTHING RETURNING 1
     ), gone AS (
       DELETE FROM good_point p USING given
       WHERE p.comment_id = $1 AND p.member_id = given.member_id AND NOT given.good RETURNING 1)
     UPDATE comment SET good_points = good_points + (SELECT count(*) FROM added)
       - (SELECT count(*) FROM gone)
     WHERE id = $1`,
    [commentId, marks.map(({ memberId }) => memberId), marks.map(({ good }) => good)],
  );
}
