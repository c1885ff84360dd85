import type { OfficeName, Outcome } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import type { Bring } from '../graphql/bring.js';
import { byId, gather } from '../graphql/loader.js';
import type { MemberRow } from '../roll/member.queries.js';

export interface DecisionRow {
  __typename: 'Decision';
  id: string;
  consultationId: string;
  proposalId: string;
  bodyId: string;
  body: BodyRow;
  by: MemberRow;
  office: OfficeName;
  outcome: Outcome;
  reason: string;
  nextStopName: string;
  dueOn: string;
  doneAt: Date | null;
  doneNote: string | null;
  mergedIntoId: string | null;
  referredTo: BodyRow | null;
  decidedAt: Date;
  isSuperseded: boolean;
}

/** The select list and joins of a decision `d`, for every query that returns decisions. */
export const DECISION = `'Decision' AS "__typename", d.id, d.consultation_id AS "consultationId",
  d.proposal_id AS "proposalId", d.body_id AS "bodyId", ${bodyJson('d_body')} AS body,
  json_build_object('id', d_by.id, 'displayName', d_by.display_name, 'clpId', d_by.clp_id) AS by,
  d.office, d.outcome, d.reason, d.next_stop AS "nextStopName", d.due_on::text AS "dueOn",
  d.done_at AS "doneAt", d.done_note AS "doneNote", d.merged_into_id AS "mergedIntoId",
  ${bodyJson('d_to')} AS "referredTo", d.decided_at AS "decidedAt",
  d.superseded_by_id IS NOT NULL AS "isSuperseded"`;
export const DECISION_JOINS = `JOIN body d_body ON d_body.id = d.body_id
  JOIN member d_by ON d_by.id = d.by_id LEFT JOIN body d_to ON d_to.id = d.referred_to_id`;

/** The latest answer that stands to the proposal `p`, as JSON; null where there is none. */
export const LATEST_DECISION = `(SELECT to_json(latest) FROM (
  SELECT ${DECISION} FROM decision d ${DECISION_JOINS}
  WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
  ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS latest)`;

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, DecisionRow>> {
  return byId(
    await db.query<DecisionRow[]>(
      `SELECT ${DECISION} FROM decision d ${DECISION_JOINS} WHERE d.id = ANY($1)`,
      [ids],
    ),
  );
}

/** The answers to the proposal `p` that stand, one of each body, newest first, brought along by its row. */
export const STANDING_DECISIONS: Bring = {
  field: 'decisions',
  column: `coalesce((SELECT json_agg(to_json(given)) FROM (
    SELECT ${DECISION} FROM decision d ${DECISION_JOINS}
    WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
    ORDER BY d.decided_at DESC, d.id DESC) AS given), '[]') AS decisions`,
};

/** The answers of these proposals that stand, one of each body, newest first. */
export async function ofProposals(
  db: EntityManager,
  proposalIds: readonly string[],
): Promise<Map<string, DecisionRow[]>> {
  const rows = await db.query<DecisionRow[]>(
    `SELECT ${DECISION} FROM decision d ${DECISION_JOINS}
     WHERE d.proposal_id = ANY($1) AND d.superseded_by_id IS NULL
     ORDER BY d.decided_at DESC, d.id DESC`,
    [proposalIds],
  );
  return gather(rows, (row) => row.proposalId);
}

/** The decision under lock, for whoever is about to change it. */
export async function lock(tx: EntityManager, id: string): Promise<DecisionRow | null> {
  const [row] = await tx.query<DecisionRow[]>(
    `SELECT ${DECISION} FROM decision d ${DECISION_JOINS} WHERE d.id = $1 FOR NO KEY UPDATE OF d`,
    [id],
  );
  return row ?? null;
}

/** Marks the answer of a body that stands so far as replaced. */
export async function supersede(
  tx: EntityManager,
  replaced: { proposalId: string; bodyId: string },
  byDecisionId: string,
): Promise<void> {
  await tx.query(
    `UPDATE decision SET superseded_by_id = $3
     WHERE proposal_id = $1 AND body_id = $2 AND superseded_by_id IS NULL`,
    [replaced.proposalId, replaced.bodyId, byDecisionId],
  );
}

/**
 * Sets a proposal's status from the latest answer that stands, whichever body gave it: merged, not
 * taken forward, or published for every other. What its author took back stays taken back, and what was hidden stays hidden.
 */
export async function restate(tx: EntityManager, proposalId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE proposal p SET active_at = greatest(p.active_at, $2),
       status = CASE latest.outcome WHEN 'merge' THEN 'merged'
         WHEN 'not_take_forward' THEN 'not_taken_forward' ELSE 'published' END,
       status_reason = CASE WHEN latest.outcome = 'not_take_forward' THEN latest.reason END,
       merged_into_id = latest.merged_into_id
     FROM (SELECT outcome, reason, merged_into_id FROM decision
       WHERE proposal_id = $1 AND superseded_by_id IS NULL
       ORDER BY decided_at DESC, id DESC LIMIT 1) AS latest
     WHERE p.id = $1 AND p.status NOT IN ('withdrawn', 'waiting', 'hidden')`,
    [proposalId, at],
  );
}

/** The bodies that a proposal was referred to and that may therefore answer it too. */
export async function referredTo(tx: EntityManager, proposalId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT referred_to_id AS id FROM decision
     WHERE proposal_id = $1 AND superseded_by_id IS NULL AND referred_to_id IS NOT NULL`,
    [proposalId],
  );
  return rows.map((row) => row.id);
}
