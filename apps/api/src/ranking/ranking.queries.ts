import type { EntityManager } from 'typeorm';
import { type MeasuredRow, measuredOnce } from './measured.queries.js';
import type { CountedRow } from './round.queries.js';

/** Stands in the ranking: everything but what its author took back and what is not published yet. */
export const RANKED = `p.status IN ('published', 'merged', 'not_taken_forward')`;

export const REGIONS = `(SELECT count(*)::int FROM body WHERE kind = 'region')`;

const LIVE_CELLS = `coalesce((SELECT json_agg(json_build_array(x.clp_id, clp.parent_id, x.agree,
      x.disagree, x.pass) ORDER BY x.clp_id)
    FROM tally_by_clp x JOIN body clp ON clp.id = x.clp_id
    WHERE x.consultation_id = p.consultation_id AND x.proposal_id = p.id
      AND x.agree + x.disagree + x.pass > 0), '[]')`;

/** The region of each CLP is that of the day; rounds made before it was kept take today's. */
export const ROUND_CELLS = `coalesce((SELECT json_agg(json_build_array(cell->>0,
      CASE WHEN jsonb_array_length(cell) > 4 THEN cell->>4 ELSE clp.parent_id::text END, cell->1,
      cell->2, cell->3) ORDER BY cell->>0)
    FROM jsonb_array_elements(rc.by_clp) AS cell JOIN body clp ON clp.id = (cell->>0)::uuid), '[]')`;

export const STOOD = `CASE WHEN rr.round_id IS NOT NULL THEN json_build_object('position', rr.position, 'rank', rr.rank,
  'best', rr.best, 'worst', rr.worst, 'low', rr.low, 'high', rr.high) END AS stood`;
export const PLACED = `CASE WHEN pr.round_id IS NOT NULL THEN json_build_object('position', pr.position,
  'tied', pr.tied, 'load', pr.load) END AS placed`;
export const RANK_JOINS = `LEFT JOIN round_rank rr ON rr.round_id = rc.round_id AND rr.lens = asked.lens
    AND rr.proposal_id = rc.proposal_id
  LEFT JOIN round_rank pr ON pr.round_id = rc.round_id AND pr.lens = 'priorities@1'
    AND pr.proposal_id = rc.proposal_id`;

/**
 * The counts of everything ranked in a consultation, with all those by CLP: for a job, which may take its time.
 * Pages have the order that is kept.
 */
export function counted(
  db: EntityManager,
  consultationId: string,
): Promise<(CountedRow & { measured: MeasuredRow | null })[]> {
  return db.query(
    `SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
       coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass, ${LIVE_CELLS} AS "byClp",
       ${REGIONS} AS "regionCount", ${measuredOnce('NULL')}
     FROM proposal p
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     WHERE p.consultation_id = $1 AND ${RANKED}
     ORDER BY p.number, p.id`,
    [consultationId],
  );
}
