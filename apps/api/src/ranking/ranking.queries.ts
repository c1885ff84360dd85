import type { Choice } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { PROPOSAL, PROPOSAL_JOINS, type ProposalRow } from '../contributions/proposal.queries.js';
import { type CountedRow, type RoundRow, roundJson } from './round.queries.js';

/** A proposal with all its counts: whoever shows it must ask first what is hidden from the viewer. */
export interface RankableRow extends CountedRow, ProposalRow {
  choice: Choice | null;
  votedVersion: number | null;
  /** Everybody who voted in the consultation, or in the round. */
  voterCount: number;
}

/** Stands in the ranking: everything but what its author took back and what is not published yet. */
const RANKED = `p.status IN ('published', 'merged', 'not_taken_forward')`;

const REGIONS = `(SELECT count(*)::int FROM body WHERE kind = 'region')`;

const LIVE_CELLS = `coalesce((SELECT json_agg(json_build_array(x.clp_id, clp.parent_id, x.agree,
      x.disagree, x.pass) ORDER BY x.clp_id)
    FROM tally_by_clp x JOIN body clp ON clp.id = x.clp_id
    WHERE x.consultation_id = p.consultation_id AND x.proposal_id = p.id
      AND x.agree + x.disagree + x.pass > 0), '[]')`;

const ROUND_CELLS = `coalesce((SELECT json_agg(json_build_array(cell->>0, clp.parent_id, cell->1,
      cell->2, cell->3) ORDER BY cell->>0)
    FROM jsonb_array_elements(rc.by_clp) AS cell JOIN body clp ON clp.id = (cell->>0)::uuid), '[]')`;

const OWN_VOTE = `v.choice, v.version AS "votedVersion"`;
const OWN_VOTE_JOIN = `LEFT JOIN vote v ON v.consultation_id = p.consultation_id
  AND v.proposal_id = p.id AND v.pseudonym = $2`;

/**
 * Everything that is ranked in a consultation as it stands now, with what its rows show: one
 * statement for the page, since the order is only known to the rules. `$2` is the pseudonym;
 * `extra` are more columns of a proposal `p`.
 */
export function live(
  db: EntityManager,
  consultationId: string,
  pseudonym: Buffer | null,
  extra = '',
): Promise<RankableRow[]> {
  return db.query(
    `SELECT ${PROPOSAL}, coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
       coalesce(t.pass, 0) AS pass, ${LIVE_CELLS} AS "byClp", ${OWN_VOTE}, ${REGIONS} AS "regionCount",
       coalesce((SELECT voters FROM turnout WHERE consultation_id = $1), 0) AS "voterCount"${extra}
     FROM proposal p
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
       ${OWN_VOTE_JOIN} ${PROPOSAL_JOINS}
     WHERE p.consultation_id = $1 AND ${RANKED}
     ORDER BY p.number, p.id`,
    [consultationId, pseudonym],
  );
}

/** What a round counted for a proposal; without an id when the round counted none. */
export type RoundCountedRow = RankableRow & { round: RoundRow };

/**
 * The same as a round of a consultation counted it, whatever became of the proposals since; the latest
 * round for no number. `$2` is the pseudonym, `extra` are more columns of a proposal `p`. No rows at
 * all: there is no such round. One row without an id: it counted nothing.
 */
export function inRound(
  db: EntityManager,
  consultationId: string,
  number: number | null,
  pseudonym: Buffer | null,
  extra = '',
): Promise<RoundCountedRow[]> {
  return db.query(
    `SELECT ${PROPOSAL}, rc.agree, rc.disagree, rc.pass, ${ROUND_CELLS} AS "byClp", ${OWN_VOTE},
       ${REGIONS} AS "regionCount", r.voter_count AS "voterCount", ${roundJson('r')} AS round${extra}
     FROM round r LEFT JOIN round_count rc ON rc.round_id = r.id
       LEFT JOIN proposal p ON p.id = rc.proposal_id ${OWN_VOTE_JOIN} ${PROPOSAL_JOINS}
     WHERE r.consultation_id = $1 AND r.number = coalesce($3::int,
       (SELECT max(number) FROM round WHERE consultation_id = $1))
     ORDER BY p.number, p.id`,
    [consultationId, pseudonym, number],
  );
}

/** The counts of everything ranked in these consultations and no more than ranks it, for lists; `extra` as above. */
export function counted<Extra>(
  db: EntityManager,
  consultationIds: readonly string[],
  extra: string,
): Promise<(CountedRow & Extra)[]> {
  return db.query(
    `SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
       coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass, ${LIVE_CELLS} AS "byClp",
       ${REGIONS} AS "regionCount"${extra}
     FROM proposal p
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     WHERE p.consultation_id = ANY($1) AND ${RANKED}
     ORDER BY p.number, p.id`,
    [consultationIds],
  );
}
