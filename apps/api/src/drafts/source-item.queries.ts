import type { EntityManager } from 'typeorm';
import * as consultations from '../consultations/consultation.queries.js';
import * as comments from '../contributions/comment.queries.js';
import * as evidence from '../contributions/evidence.queries.js';
import * as proposals from '../contributions/proposal.queries.js';
import * as decisions from '../decisions/decision.queries.js';
import { byId } from '../graphql/loader.js';
import { COUNTS, type Counts } from '../voting/ballot.queries.js';

/** A proposal whose counts its row brought. */
type CountedProposal = proposals.ProposalRow & { counts: Counts };

export type ItemRow =
  | CountedProposal
  | comments.CommentRow
  | evidence.EvidenceRow
  | decisions.DecisionRow
  | (consultations.ConsultationRow & { __typename: 'Consultation' });

const MOMENTS = [
  'createdAt',
  'editedAt',
  'activeAt',
  'decidedAt',
  'doneAt',
  'openedAt',
  'votesUntil',
  'rulesFrozenAt',
];

/** JSON has no moments: makes dates again of those that are dates in the rows. */
function revive<T extends object>(row: T): T {
  const moments = Object.entries(row).flatMap(([key, value]) =>
    MOMENTS.includes(key) && typeof value === 'string' ? [[key, new Date(value)]] : [],
  );
  return { ...row, ...Object.fromEntries(moments) } as T;
}

/** Selects of rows as JSON: of whichever of these the ids are, for a viewer; both are SQL. */
function itemsOf(ids: string, viewerId: string): string {
  const selects = [
    `SELECT ${proposals.PROPOSAL}, ${COUNTS} FROM proposal p ${proposals.PROPOSAL_JOINS} WHERE p.id = ANY(${ids})`,
    `SELECT ${comments.comment(viewerId)} FROM comment c ${comments.JOINS} WHERE c.id = ANY(${ids})`,
    `SELECT ${evidence.EVIDENCE} ${evidence.FROM} WHERE e.id = ANY(${ids})`,
    `SELECT ${decisions.DECISION} FROM decision d ${decisions.DECISION_JOINS} WHERE d.id = ANY(${ids})`,
    `SELECT 'Consultation' AS "__typename", ${consultations.FIELDS} FROM consultation c WHERE c.id = ANY(${ids})`,
  ];
  return selects
    .map((select) => `SELECT to_jsonb(x) AS item FROM (${select}) x`)
    .join(' UNION ALL ');
}

/** Rows as they came in JSON, by id. */
export const asItems = (items: readonly ItemRow[]): Map<string, ItemRow> => byId(items.map(revive));

/** The same brought along by another row. */
export const itemsJson = (ids: string, viewerId: string): string =>
  `coalesce((SELECT json_agg(found.item) FROM (${itemsOf(ids, viewerId)}) AS found), '[]')`;

/**
 * Proposals, comments, evidence, decisions and the consultations they belong to, whichever of these
 * the ids are of, in one statement: a page may ask for all of them.
 */
export async function byIds(
  db: EntityManager,
  ids: readonly string[],
  viewerId: string | null,
): Promise<Map<string, ItemRow>> {
  const rows = await db.query<{ item: ItemRow }[]>(itemsOf('$1', '$2'), [ids, viewerId]);
  return asItems(rows.map(({ item }) => item));
}
