import type { LensId } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import { PROPOSAL, PROPOSAL_JOINS, type ProposalRow } from '../contributions/proposal.queries.js';
import type { KeptBeside } from '../ranking/beside.js';
import {
  PLACED,
  RANK_JOINS,
  RANKED,
  REGIONS,
  ROUND_CELLS,
  STOOD,
} from '../ranking/ranking.queries.js';
import {
  type CountedRow,
  type RegionCell,
  type RoundRow,
  roundJson,
} from '../ranking/round.queries.js';
import type { DecisionRow } from './decision.queries.js';
import { LATEST_DECISION, STANDING_DECISIONS } from './decision.queries.js';

/** What a queue shows of a proposal beside its counts. */
interface QueueColumns {
  decision: DecisionRow | null;
  decisions: DecisionRow[];
  usedIn: string[];
  /** What the latest round told of its regions; null where none did. */
  regionsTold: RegionCell[] | null;
  /** In the first row of a consultation: the body that is compared with the whole, if there is one. */
  compared: BodyRow | null;
}

/** What the latest round told of the regions of a proposal `p`. */
const REGIONS_TOLD = `(SELECT told.by_region FROM round_count told JOIN round ON round.id = told.round_id
    WHERE told.proposal_id = p.id ORDER BY round.number DESC LIMIT 1)`;

/**
 * The columns of `QueueColumns` for a proposal `p`: the latest answer that stands, all that stand, the paragraphs
 * that use it in the newest published version of each draft, what the latest round told of its regions, and the
 * body `$2`.
 */
const QUEUE_COLUMNS = `${LATEST_DECISION} AS decision, ${STANDING_DECISIONS.column},
  coalesce((SELECT json_agg(used.label ORDER BY used.title, used.position, used.id)
    FROM (SELECT DISTINCT v.title, g.position, g.id, v.title || ', paragraph ' || g.number AS label
      FROM paragraph_source s
        JOIN draft_version v ON v.draft_id = s.draft_id AND v.number = s.version
        JOIN paragraph g ON g.draft_id = s.draft_id AND g.version = s.version AND g.id = s.paragraph_id
      WHERE s.proposal_id = p.id AND v.number = (SELECT max(n.number) FROM draft_version n
        WHERE n.draft_id = v.draft_id AND n.status <> 'working')) AS used), '[]') AS "usedIn",
  ${REGIONS_TOLD} AS "regionsTold",
  CASE WHEN row_number() OVER (PARTITION BY p.consultation_id ORDER BY p.number, p.id) = 1
    THEN (SELECT ${bodyJson('b')} FROM body b WHERE b.id = $2::uuid) END AS compared`;

/** A region's counts, and those of its CLPs. */
export type RegionOfClps = [...RegionCell, clps: [agree: number, disagree: number, pass: number][]];

/** A proposal with its counts, and those of its regions. */
export interface ClosedRow extends ProposalRow, QueueColumns {
  agree: number;
  disagree: number;
  pass: number;
  /** None where a round told them. */
  byRegion: RegionOfClps[];
}

/** Regions with a vote; who has no region is in the whole alone. */
const BY_REGION = `SELECT json_agg(json_build_array(r.id, r.agree, r.disagree, r.pass, r.clps) ORDER BY r.id)
    FROM (SELECT clp.parent_id AS id, sum(x.agree)::int AS agree, sum(x.disagree)::int AS disagree,
        sum(x.pass)::int AS pass, json_agg(json_build_array(x.agree, x.disagree, x.pass)) AS clps
      FROM tally_by_clp x JOIN body clp ON clp.id = x.clp_id
      WHERE x.consultation_id = p.consultation_id AND x.proposal_id = p.id
        AND x.agree + x.disagree + x.pass > 0 AND clp.parent_id IS NOT NULL
      GROUP BY clp.parent_id) AS r`;

/** What the queues of consultations show whose votes have closed, with the body that is compared with the whole. */
export function closed(
  db: EntityManager,
  consultationIds: readonly string[],
  comparedId: string | null,
): Promise<ClosedRow[]> {
  return db.query(
    `SELECT ${PROPOSAL}, coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
       coalesce(t.pass, 0) AS pass,
       coalesce(CASE WHEN ${REGIONS_TOLD} IS NULL THEN (${BY_REGION}) END, '[]') AS "byRegion",
       ${QUEUE_COLUMNS}
     FROM proposal p
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
       ${PROPOSAL_JOINS}
     WHERE p.consultation_id = ANY($1) AND ${RANKED}
     ORDER BY p.consultation_id, p.number, p.id`,
    [consultationIds, comparedId],
  );
}

/** A proposal as a round counted it; without an id when the round counted none. */
export interface RoundCountedRow extends ProposalRow, CountedRow, KeptBeside, QueueColumns {
  /** Everybody who voted in the round. */
  voterCount: number;
  round: RoundRow;
}

/**
 * The same while votes are taken: everything that is ranked as the latest round of each consultation counted it
 * under a lens, whatever became of the proposals since. No rows at all where there is no round.
 */
export function inLatestRounds(
  db: EntityManager,
  consultationIds: readonly string[],
  comparedId: string | null,
  lens: LensId,
): Promise<RoundCountedRow[]> {
  return db.query(
    `SELECT ${PROPOSAL}, rc.agree, rc.disagree, rc.pass, ${ROUND_CELLS} AS "byClp",
       coalesce(r.region_count, ${REGIONS}) AS "regionCount", r.voter_count AS "voterCount",
       rc.by_group AS "byGroup", rc.chosen, ${STOOD}, ${PLACED}, ${roundJson('r')} AS round,
       ${QUEUE_COLUMNS}
     FROM unnest($1::uuid[]) AS consultation(id) CROSS JOIN (SELECT $3::text AS lens) AS asked
       CROSS JOIN LATERAL (SELECT * FROM round WHERE consultation_id = consultation.id
         ORDER BY number DESC LIMIT 1) AS r
       LEFT JOIN round_count rc ON rc.round_id = r.id ${RANK_JOINS}
       LEFT JOIN proposal p ON p.id = rc.proposal_id ${PROPOSAL_JOINS}
     ORDER BY p.consultation_id, p.number, p.id`,
    [consultationIds, comparedId, lens],
  );
}
