import type { EntityManager } from 'typeorm';
import { gather } from '../graphql/loader.js';

/** What one CLP's voters said to a proposal: CLP, its region, agree, disagree, pass. */
export type ClpCell = [string, string | null, number, number, number];

/** The counts of a proposal by which it is ranked. */
export interface CountedRow {
  id: string;
  consultationId: string;
  number: number;
  agree: number;
  disagree: number;
  pass: number;
  byClp: ClpCell[];
  /** How many regions stand today: breadth counts those without votes too. */
  regionCount: number;
}

export interface RoundRow {
  id: string;
  consultationId: string;
  number: number;
  lens: string;
  publishedAt: Date | string;
  publishedById: string | null;
  voterCount: number;
  proposalCount: number;
  rankedCount: number;
}

/** A round as JSON with the names of `RoundRow`. */
export const roundJson = (alias: string): string => `json_build_object('id', ${alias}.id,
  'consultationId', ${alias}.consultation_id, 'number', ${alias}.number, 'lens', ${alias}.lens,
  'publishedAt', ${alias}.published_at, 'publishedById', ${alias}.published_by_id,
  'voterCount', ${alias}.voter_count,
  'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = ${alias}.id),
  'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = ${alias}.id))`;

/** Published rounds of these consultations, newest first. */
export async function ofConsultations(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, RoundRow[]>> {
  const rows = await db.query<{ round: RoundRow }[]>(
    `SELECT ${roundJson('r')} AS round FROM round r WHERE r.consultation_id = ANY($1)
     ORDER BY r.consultation_id, r.number DESC`,
    [ids],
  );
  return gather(
    rows.map(({ round }) => round),
    (round) => round.consultationId,
  );
}

export async function find(db: EntityManager, id: string): Promise<RoundRow | null> {
  const [row] = await db.query<{ round: RoundRow }[]>(
    `SELECT ${roundJson('r')} AS round FROM round r WHERE r.id = $1`,
    [id],
  );
  return row?.round ?? null;
}

/** The number of the next round. The caller holds the consultation alone. */
export async function nextNumber(tx: EntityManager, consultationId: string): Promise<number> {
  const [row] = await tx.query<[{ next: number }]>(
    'SELECT coalesce(max(number), 0) + 1 AS next FROM round WHERE consultation_id = $1',
    [consultationId],
  );
  return row.next;
}

/**
 * Counts a consultation from its votes, never from the tallies that are kept: what is published is
 * what was cast. One statement, so one moment.
 */
export function countVotes(
  tx: EntityManager,
  consultationId: string,
): Promise<(CountedRow & { voterCount: number })[]> {
  return tx.query(
    `WITH cells AS (
       SELECT v.proposal_id, voter.clp_id,
         count(*) FILTER (WHERE v.choice = 'agree')::int AS agree,
         count(*) FILTER (WHERE v.choice = 'disagree')::int AS disagree,
         count(*) FILTER (WHERE v.choice = 'pass')::int AS pass
       FROM vote v JOIN voter USING (consultation_id, pseudonym)
       WHERE v.consultation_id = $1 GROUP BY 1, 2),
     sums AS (
       SELECT cells.proposal_id, sum(agree)::int AS agree, sum(disagree)::int AS disagree,
         sum(pass)::int AS pass,
         json_agg(json_build_array(clp_id, clp.parent_id, agree, disagree, pass) ORDER BY clp_id)
           FILTER (WHERE clp_id IS NOT NULL) AS by_clp
       FROM cells LEFT JOIN body clp ON clp.id = cells.clp_id GROUP BY 1)
     SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(s.agree, 0) AS agree,
       coalesce(s.disagree, 0) AS disagree, coalesce(s.pass, 0) AS pass,
       coalesce(s.by_clp, '[]') AS "byClp",
       (SELECT count(DISTINCT pseudonym)::int FROM vote WHERE consultation_id = $1) AS "voterCount",
       (SELECT count(*)::int FROM body WHERE kind = 'region') AS "regionCount"
     FROM proposal p LEFT JOIN sums s ON s.proposal_id = p.id
     WHERE p.consultation_id = $1 AND p.status IN ('published', 'merged', 'not_taken_forward')
     ORDER BY p.number, p.id`,
    [consultationId],
  );
}

/** Keeps what a round counted. */
export async function keepCounts(
  tx: EntityManager,
  roundId: string,
  counts: readonly {
    proposalId: string;
    position: number;
    rank: number | null;
    agree: number;
    disagree: number;
    pass: number;
    byClp: [string, number, number, number][];
  }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO round_count (round_id, proposal_id, position, rank, agree, disagree, pass, by_clp)
     SELECT $1, given."proposalId", given.position, given.rank, given.agree, given.disagree,
       given.pass, given."byClp"
     FROM jsonb_to_recordset($2::jsonb) AS given("proposalId" uuid, position int, rank int,
       agree int, disagree int, pass int, "byClp" jsonb)`,
    [roundId, JSON.stringify(counts)],
  );
}
