import type { Outcome, Phase, Rules } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import {
  FIELDS as CONSULTATION,
  type ConsultationRow,
} from '../consultations/consultation.queries.js';
import type { Bring } from '../graphql/bring.js';
import { byId } from '../graphql/loader.js';

/** The outcome of the latest answer that stands to the proposal `p`; null where there is none. */
const LATEST_OUTCOME = `(SELECT d.outcome FROM decision d
  WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL
  ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)`;

const ROUND_TOP = `coalesce((SELECT json_agg(json_build_array(p.id, ${LATEST_OUTCOME}) ORDER BY p.position)
  FROM (SELECT proposal.id, rc.position FROM round_count rc JOIN proposal ON proposal.id = rc.proposal_id
    WHERE rc.rank IS NOT NULL AND proposal.status NOT IN ('withdrawn', 'hidden') AND rc.round_id = (SELECT r.id FROM round r
      WHERE r.consultation_id = c.id ORDER BY r.number DESC LIMIT 1)
    ORDER BY rc.position LIMIT (c.rules->>'topN')::int) AS p), '[]')`;

/** A consultation with what its answers are counted by. */
export interface AnswerBasisRow {
  id: string;
  phase: Phase;
  rules: Rules;
  answersBy: string;
  answerBasis: AnswerBasis;
}

/** Proposal and outcome: of the top of the latest round while votes are taken, of all that was answered once they have closed. */
export type AnswerBasis = [string, Outcome | null][];

/** What a page counts the answers of its consultations by, brought along by their rows. */
export const ANSWER_BASIS: Bring = {
  field: 'answers',
  column: `CASE WHEN c.phase IN ('reviewing', 'reported')
    THEN (SELECT coalesce(json_agg(json_build_array(latest.proposal_id, latest.outcome)), '[]') FROM (
      SELECT DISTINCT ON (d.proposal_id) d.proposal_id, d.outcome FROM decision d
      WHERE d.consultation_id = c.id AND d.superseded_by_id IS NULL
      ORDER BY d.proposal_id, d.decided_at DESC, d.id DESC) AS latest)
    ELSE ${ROUND_TOP} END AS "answerBasis"`,
};

/** The same where the rows did not bring it. */
export async function bases(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, AnswerBasisRow>> {
  return byId(
    await db.query<AnswerBasisRow[]>(
      `SELECT c.id, c.phase, c.rules, c.answers_by::text AS "answersBy", ${ANSWER_BASIS.column}
       FROM consultation c WHERE c.id = ANY($1)`,
      [ids],
    ),
  );
}

/** Consultations with something to answer: in review first, then open ones with a round, by the day answers are due. */
export function waiting(
  db: EntityManager,
  commissionId: string | null,
): Promise<(ConsultationRow & { answerBasis: AnswerBasis })[]> {
  return db.query(
    `SELECT ${CONSULTATION}, ${ANSWER_BASIS.column} FROM consultation c
     WHERE (c.phase = 'reviewing' OR c.phase IN ('open', 'prioritising')
         AND EXISTS (SELECT FROM round r WHERE r.consultation_id = c.id))
       AND ($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission cc
         WHERE cc.consultation_id = c.id AND cc.body_id = $1))
     ORDER BY c.phase <> 'reviewing', c.answers_by, c.id`,
    [commissionId],
  );
}
