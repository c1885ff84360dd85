import type { Outcome, Phase, Rules } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Bring } from '../graphql/bring.js';

/** The outcome of the latest answer that stands to the proposal `p`; null where there is none. */
export const LATEST_OUTCOME = `(SELECT d.outcome FROM decision d
  WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
  ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)`;

const ROUND_TOP = `coalesce((SELECT json_agg(json_build_array(p.id, ${LATEST_OUTCOME}) ORDER BY p.position)
  FROM (SELECT proposal.id, rc.position FROM round_count rc JOIN proposal ON proposal.id = rc.proposal_id
    WHERE rc.rank IS NOT NULL AND proposal.status NOT IN ('withdrawn', 'hidden') AND rc.round_id = (SELECT r.id FROM round r
      WHERE r.consultation_id = c.id ORDER BY r.number DESC LIMIT 1)
    ORDER BY rc.position LIMIT (c.rules->>'topN')::int) AS p), '[]')`;

/** What the answers of a consultation are counted by. */
export interface AnswerBasisRow {
  id: string;
  phase: Phase;
  rules: Rules;
  answersBy: string;
  /** The top of the latest round, above its quorum line, best first, without what was taken back since. */
  roundTop: AnswerBasis;
}

/** Proposal and outcome: of the top of the latest round while votes are taken, of all that was answered once they have closed. */
export type AnswerBasis = [string, Outcome | null][];

/** What a page counts the answers of its consultation by, brought along by its row. */
export const ANSWER_BASIS: Bring = {
  field: 'answers',
  column: `CASE WHEN c.phase IN ('reviewing', 'reported')
    THEN (SELECT coalesce(json_agg(json_build_array(latest.proposal_id, latest.outcome)), '[]') FROM (
      SELECT DISTINCT ON (d.proposal_id) d.proposal_id, d.outcome FROM decision d
      WHERE d.consultation_id = c.id AND d.superseded_by_id IS NULL
      ORDER BY d.proposal_id, d.decided_at DESC, d.id DESC) AS latest)
    ELSE ${ROUND_TOP} END AS "answerBasis"`,
};

/** How the latest rounds of these consultations were answered. */
export function bases(db: EntityManager, ids: readonly string[]): Promise<AnswerBasisRow[]> {
  return db.query(
    `SELECT c.id, c.phase, c.rules, c.answers_by::text AS "answersBy",
       ${ROUND_TOP} AS "roundTop"
     FROM consultation c WHERE c.id = ANY($1)`,
    [ids],
  );
}

/** Consultations with something to answer: in review first, then open ones with a round, by the day answers are due. */
export async function waiting(db: EntityManager, commissionId: string | null): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT c.id FROM consultation c
     WHERE (c.phase = 'reviewing' OR c.phase IN ('open', 'prioritising')
         AND EXISTS (SELECT FROM round r WHERE r.consultation_id = c.id))
       AND ($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission cc
         WHERE cc.consultation_id = c.id AND cc.body_id = $1))
     ORDER BY c.phase <> 'reviewing', c.answers_by, c.id`,
    [commissionId],
  );
  return rows.map((row) => row.id);
}
