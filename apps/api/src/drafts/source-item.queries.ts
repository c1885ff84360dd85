import type { EntityManager } from 'typeorm';
import * as consultations from '../consultations/consultation.queries.js';
import * as comments from '../contributions/comment.queries.js';
import * as evidence from '../contributions/evidence.queries.js';
import * as proposals from '../contributions/proposal.queries.js';
import * as decisions from '../decisions/decision.queries.js';
import { byId } from '../graphql/loader.js';

export type SourceItemRow =
  | proposals.ProposalRow
  | comments.CommentRow
  | evidence.EvidenceRow
  | decisions.DecisionRow;

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

const SELECTS = [
  `SELECT ${proposals.PROPOSAL} FROM proposal p ${proposals.PROPOSAL_JOINS} WHERE p.id = ANY($1)`,
  `SELECT ${comments.comment('$2')} FROM comment c ${comments.JOINS} WHERE c.id = ANY($1)`,
  `SELECT ${evidence.EVIDENCE} ${evidence.FROM} WHERE e.id = ANY($1)`,
  `SELECT ${decisions.DECISION} FROM decision d ${decisions.DECISION_JOINS} WHERE d.id = ANY($1)`,
];
const CONSULTATION = `SELECT 'Consultation' AS "__typename", ${consultations.FIELDS}
  FROM consultation c WHERE c.id = ANY($1)`;

/**
 * Proposals, comments, evidence, decisions and the consultations they belong to, whichever of these
 * the ids are of, in one statement: a draft's page asks for all of them.
 */
export async function byIds(
  db: EntityManager,
  ids: readonly string[],
  viewerId: string | null,
): Promise<Map<string, SourceItemRow | consultations.ConsultationRow>> {
  const rows = await db.query<{ item: SourceItemRow | consultations.ConsultationRow }[]>(
    [...SELECTS, CONSULTATION]
      .map((select) => `SELECT to_jsonb(x) AS item FROM (${select}) x`)
      .join(' UNION ALL '),
    [ids, viewerId],
  );
  return byId(rows.map(({ item }) => revive(item)));
}
