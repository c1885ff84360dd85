import type { ContributionStatus } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import type { Bring } from '../graphql/bring.js';
import { byId, gather } from '../graphql/loader.js';
import { type AuthorRow, authorJson } from './author.js';
import { unlessHidden } from './hidden.js';

export interface ProposalRow {
  __typename: 'Proposal';
  id: string;
  consultationId: string;
  number: number;
  statement: string;
  argument: string;
  authorId: string | null;
  author: AuthorRow;
  onBehalfOf: BodyRow | null;
  commissions: BodyRow[];
  tags: string[];
  status: ContributionStatus;
  statusReason: string | null;
  mergedIntoId: string | null;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  activeAt: Date;
  commentCount: number;
  /** A moderator closed its thread. */
  isLocked: boolean;
}

/** The select list and joins of a proposal `p`, for every query that returns proposals. */
export const PROPOSAL = `'Proposal' AS "__typename", p.id, p.consultation_id AS "consultationId",
  p.number, ${unlessHidden('p', 'p.statement')} AS statement,
  ${unlessHidden('p', 'p.argument', `''`)} AS argument, p.author_id AS "authorId",
  ${authorJson('p', 'author', 'author_clp')} AS author, ${bodyJson('behalf')} AS "onBehalfOf",
  coalesce((SELECT json_agg(${bodyJson('tag')} ORDER BY tag.name, tag.id)
    FROM proposal_commission pc JOIN body tag ON tag.id = pc.body_id
    WHERE pc.proposal_id = p.id), '[]') AS commissions,
  p.tags, p.status, p.status_reason AS "statusReason", p.merged_into_id AS "mergedIntoId",
  p.version, p.created_at AS "createdAt", p.edited_at AS "editedAt", p.active_at AS "activeAt",
  p.comment_count AS "commentCount", p.is_locked AS "isLocked"`;
export const PROPOSAL_JOINS = `LEFT JOIN member author ON author.id = p.author_id
  LEFT JOIN body author_clp ON author_clp.id = author.clp_id
  LEFT JOIN body behalf ON behalf.id = p.on_behalf_of_id`;

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ProposalRow>> {
  return byId(
    await db.query<ProposalRow[]>(
      `SELECT ${PROPOSAL} FROM proposal p ${PROPOSAL_JOINS} WHERE p.id = ANY($1)`,
      [ids],
    ),
  );
}

/** The sort keys of each order; the last is unique, so the order is total. */
const ORDERS = {
  newest: { keys: ['p.created_at', 'p.id'], types: ['timestamptz', 'uuid'], way: 'DESC' },
  active: { keys: ['p.active_at', 'p.id'], types: ['timestamptz', 'uuid'], way: 'DESC' },
  number: { keys: ['p.number', 'p.id'], types: ['int', 'uuid'], way: 'ASC' },
} as const;
export type ProposalOrder = keyof typeof ORDERS;

export interface ProposalFilter {
  consultationId: string;
  commissionId: string | null;
  text: string | null;
}

export interface ListedProposal extends ProposalRow {
  total: number;
  /** The first sort key as text, exact to the microsecond. */
  sortKey: string;
}

/** A page of a consultation's published proposals, one row beyond the size asked for. */
export function page(
  db: EntityManager,
  filter: ProposalFilter,
  order: ProposalOrder,
  size: number,
  after: (string | number)[] | null,
): Promise<ListedProposal[]> {
  const { keys, types, way } = ORDERS[order];
  const [sortKey = null, id = null] = after ?? [];
  return db.query(
    `WITH listed AS (
       SELECT p.id, ${keys[0]} AS key, count(*) OVER ()::int AS total
       FROM proposal p
       WHERE p.consultation_id = $1 AND p.status <> 'waiting'
         AND ($2::uuid IS NULL OR EXISTS (SELECT FROM proposal_commission pc
           WHERE pc.proposal_id = p.id AND pc.body_id = $2))
         AND ($3::text IS NULL OR p.status <> 'hidden' AND (p.words
           @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(p.statement), fold($3)) > 0))
     ), page AS MATERIALIZED (
       SELECT * FROM listed
       WHERE $4::text IS NULL
         OR (key, id) ${way === 'DESC' ? '<' : '>'} ($4::${types[0]}, $5::${types[1]})
       ORDER BY key ${way}, id ${way}
       LIMIT ${size + 1}
     )
     SELECT ${PROPOSAL}, l.total, l.key::text AS "sortKey"
     FROM page l JOIN proposal p ON p.id = l.id ${PROPOSAL_JOINS}
     ORDER BY l.key ${way}, l.id ${way}`,
    [filter.consultationId, filter.commissionId, filter.text, sortKey, id],
  );
}

/** Whether moderators hid anything there, brought along: it is seldom so, and only then is asked what. */
export const HAS_HIDDEN: Bring = {
  field: 'hiddenProposals',
  column: `EXISTS (SELECT FROM proposal h
    WHERE h.consultation_id = c.id AND h.status = 'hidden') AS "hasHidden"`,
};

/** What moderators hid in these consultations, in the order of numbers: its place is shown. */
export async function hiddenIn(
  db: EntityManager,
  consultationIds: readonly string[],
): Promise<Map<string, ProposalRow[]>> {
  const rows = await db.query<ProposalRow[]>(
    `SELECT ${PROPOSAL} FROM proposal p ${PROPOSAL_JOINS}
     WHERE p.consultation_id = ANY($1) AND p.status = 'hidden' ORDER BY p.number, p.id`,
    [consultationIds],
  );
  return gather(rows, (row) => row.consultationId);
}

export interface ProposalVersionRow {
  proposalId: string;
  version: number;
  statement: string;
  argument: string;
  reason: string | null;
  createdAt: Date;
}

/** All versions of these proposals, newest first; none of what a moderator hid. */
export async function versions(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ProposalVersionRow[]>> {
  const rows = await db.query<ProposalVersionRow[]>(
    `SELECT v.proposal_id AS "proposalId", v.version, v.statement, v.argument, v.reason,
       v.created_at AS "createdAt"
     FROM proposal_version v JOIN proposal p ON p.id = v.proposal_id
     WHERE v.proposal_id = ANY($1) AND p.status <> 'hidden'
     ORDER BY v.proposal_id, v.version DESC`,
    [ids],
  );
  return gather(rows, (row) => row.proposalId);
}

export interface Counts {
  id: string;
  proposals: number;
  comments: number;
}

const COUNTS = `count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
  FROM proposal`;

/** How many proposals and comments stand in a consultation `c`, as a column of it. */
export const COUNTS_COLUMN = `(SELECT to_json(counted) FROM (SELECT ${COUNTS}
    WHERE consultation_id = c.id AND status <> 'waiting') counted) AS counts`;

/** The same, brought along by its row. */
export const CONTRIBUTION_COUNTS: readonly Bring[] = ['proposalCount', 'commentCount'].map(
  (field) => ({ field, column: COUNTS_COLUMN }),
);

/** How many proposals and comments stand in these consultations. */
export async function counts(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Counts>> {
  return byId(
    await db.query<Counts[]>(
      `SELECT consultation_id AS id, ${COUNTS}
       WHERE consultation_id = ANY($1) AND status <> 'waiting' GROUP BY consultation_id`,
      [ids],
    ),
  );
}

/**
 * The proposal under lock, for whoever is about to change it. Not the stronger FOR UPDATE: whoever
 * writes a comment refers to the proposal before counting it, and would wait in a ring.
 */
export async function lock(tx: EntityManager, id: string): Promise<ProposalRow | null> {
  const [row] = await tx.query<ProposalRow[]>(
    `SELECT ${PROPOSAL} FROM proposal p ${PROPOSAL_JOINS} WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
    [id],
  );
  return row ?? null;
}

/** The number the next proposal of a consultation gets. The caller holds the numbering lock. */
export async function nextNumber(tx: EntityManager, consultationId: string): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('proposal ' || $1, 0))`, [
    consultationId,
  ]);
  const [row] = await tx.query<[{ next: number }]>(
    'SELECT coalesce(max(number), 0) + 1 AS next FROM proposal WHERE consultation_id = $1',
    [consultationId],
  );
  return row.next;
}

type Standing = Pick<ProposalRow, 'id' | 'version' | 'status' | 'commentCount'>;

/** What of proposals changes while people look. */
export async function standings(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  return byId(
    await db.query<Standing[]>(
      `SELECT p.id, p.version, p.status, p.comment_count AS "commentCount"
       FROM proposal p WHERE p.id = ANY($1) AND p.status <> 'waiting'`,
      [ids],
    ),
  );
}
