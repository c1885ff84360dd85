import type { EntityManager } from 'typeorm';
import { gather } from '../graphql/loader.js';

/** Where a round puts a proposal under a lens. */
export interface RoundRankRow {
  lens: string;
  proposalId: string;
  position: number;
  rank: number | null;
  tied: boolean;
  score: number;
  best: number | null;
  worst: number | null;
  low: number | null;
  high: number | null;
  load: number | null;
}

/** Keeps an order of a round. */
export async function keep(
  tx: EntityManager,
  roundId: string,
  rows: readonly RoundRankRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO round_rank (round_id, lens, proposal_id, position, rank, tied, score, best, worst,
       low, high, load)
     SELECT $1, given.lens, given."proposalId", given.position, given.rank, given.tied, given.score,
       given.best, given.worst, given.low, given.high, given.load
     FROM jsonb_to_recordset($2::jsonb) AS given(lens text, "proposalId" uuid, position int, rank int,
       tied boolean, score float8, best int, worst int, low int, high int, load float8)`,
    [roundId, JSON.stringify(rows)],
  );
}

/** Where a proposal stood in a round. */
export interface PastRankRow {
  round: number;
  publishedAt: string;
  /** None below the quorum line. */
  rank: number | null;
}

/** `PastRankRow` of a round `r` and its rank `rr`. */
export const PAST_RANK = `json_build_object('round', r.number, 'publishedAt', r.published_at, 'rank', rr.rank)`;

/** How a proposal moved from one round to the next. */
export interface RankMoveRow {
  roundId: string;
  proposalId: string;
  from: number | null;
  to: number | null;
}

/**
 * What has another rank in these rounds than in the one before each, under the lens that both were ranked
 * by, whenever they were made: best place first, and those that lost theirs last, by the place they had.
 */
export async function moves(
  db: EntityManager,
  roundIds: readonly string[],
): Promise<Map<string, RankMoveRow[]>> {
  const rows = await db.query<RankMoveRow[]>(
    `SELECT r.id AS "roundId", p.id AS "proposalId", earlier.rank AS "from", later.rank AS "to"
     FROM round r
       JOIN round before ON before.consultation_id = r.consultation_id AND before.number = r.number - 1
         AND before.lens = r.lens
       JOIN proposal p ON p.consultation_id = r.consultation_id
       LEFT JOIN round_count later ON later.round_id = r.id AND later.proposal_id = p.id
       LEFT JOIN round_count earlier ON earlier.round_id = before.id AND earlier.proposal_id = p.id
     WHERE r.id = ANY($1) AND later.rank IS DISTINCT FROM earlier.rank
     ORDER BY r.id, later.rank NULLS LAST, earlier.rank, p.number`,
    [roundIds],
  );
  return gather(rows, (row) => row.roundId);
}
