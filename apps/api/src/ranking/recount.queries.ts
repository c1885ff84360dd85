import type { LensId, Phase, Priorities, RankRange } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** What was counted last in a consultation, and what there is to count now. */
export interface RecountFacts {
  id: string;
  title: string;
  phase: Phase;
  /** When that phase was set; none where the record does not say. */
  phaseSince: Date | null;
  votesNow: number;
  voters: number;
  ballotsNow: number;
  /** None before the first result. */
  votesThen: number | null;
  foundAt: Date | null;
  ballotsThen: number;
  /** When the last recount failed; none while one runs, or after one that ended well. */
  failedAt: Date | null;
}

/** All consultations in which anybody voted, or one, by id. */
export function facts(db: EntityManager, id: string | null = null): Promise<RecountFacts[]> {
  return db.query(
    `SELECT c.id, c.title, c.phase, (SELECT max(e.at) FROM record_entry e
         WHERE e.about_id = c.id AND e.kind = 'phase_set') AS "phaseSince",
       coalesce((SELECT sum(t.agree + t.disagree + t.pass)::int FROM tally t
         WHERE t.consultation_id = c.id), 0) AS "votesNow",
       turnout.voters, turnout.ballots AS "ballotsNow", o.vote_count AS "votesThen",
       o.found_at AS "foundAt", coalesce(q.cast_count, 0) AS "ballotsThen",
       CASE WHEN progress.fault IS NOT NULL THEN progress.said_at END AS "failedAt"
     FROM turnout JOIN consultation c ON c.id = turnout.consultation_id
       LEFT JOIN opinion_result o ON o.consultation_id = c.id
       LEFT JOIN priority_result q ON q.consultation_id = c.id
       LEFT JOIN opinion_progress progress ON progress.consultation_id = c.id
     WHERE $1::uuid IS NULL OR c.id = $1
     ORDER BY c.id`,
    [id],
  );
}

const listOf = (column: Uint32Array | null) => column && Array.from(column);

/** Keeps the range under a lens in place of the one before. */
export async function keepRange(
  tx: EntityManager,
  place: { consultationId: string; lens: LensId; countedAt: Date; proposalIds: readonly string[] },
  { best, worst, low, high }: RankRange,
): Promise<void> {
  await tx.query(
    `INSERT INTO rank_range (consultation_id, lens, counted_at, proposal_ids, best, worst, low, high)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (consultation_id, lens) DO UPDATE SET counted_at = EXCLUDED.counted_at,
       proposal_ids = EXCLUDED.proposal_ids, best = EXCLUDED.best, worst = EXCLUDED.worst,
       low = EXCLUDED.low, high = EXCLUDED.high`,
    [
      place.consultationId,
      place.lens,
      place.countedAt,
      place.proposalIds,
      ...[best, worst, low, high].map(listOf),
    ],
  );
}

/** Forgets the ranges under lenses that cannot be shown any more. */
export async function forgetRanges(
  tx: EntityManager,
  consultationId: string,
  but: readonly LensId[],
): Promise<void> {
  await tx.query('DELETE FROM rank_range WHERE consultation_id = $1 AND lens <> ALL($2)', [
    consultationId,
    but,
  ]);
}

/** How many have cast a priority ballot, whatever became of what they chose, and of how many the last result tells. */
export async function ballotCounts(
  tx: EntityManager,
  consultationId: string,
): Promise<Pick<RecountFacts, 'ballotsNow' | 'ballotsThen'>> {
  const [row] = await tx.query<Pick<RecountFacts, 'ballotsNow' | 'ballotsThen'>[]>(
    `SELECT turnout.ballots AS "ballotsNow", coalesce(q.cast_count, 0) AS "ballotsThen"
     FROM turnout LEFT JOIN priority_result q USING (consultation_id) WHERE consultation_id = $1`,
    [consultationId],
  );
  return row ?? { ballotsNow: 0, ballotsThen: 0 };
}

/** Keeps how the ballots placed the proposals, best first. */
export async function keepPriorities(
  tx: EntityManager,
  place: {
    consultationId: string;
    countedAt: Date;
    proposalIds: readonly string[];
    castCount: number;
  },
  { ballots: ballotCount, order, chosen, load, tied }: Priorities,
): Promise<void> {
  const inOrder = <T>(value: (index: number) => T) => Array.from(order, value);
  await tx.query(
    `INSERT INTO priority_result (consultation_id, counted_at, cast_count, ballot_count, proposal_ids, chosen, load, tied)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (consultation_id) DO UPDATE SET counted_at = EXCLUDED.counted_at,
       cast_count = EXCLUDED.cast_count, ballot_count = EXCLUDED.ballot_count, proposal_ids = EXCLUDED.proposal_ids,
       chosen = EXCLUDED.chosen, load = EXCLUDED.load, tied = EXCLUDED.tied`,
    [
      place.consultationId,
      place.countedAt,
      place.castCount,
      ballotCount,
      inOrder((index) => place.proposalIds[index]),
      inOrder((index) => chosen[index]),
      inOrder((index) => load[index]),
      inOrder((index) => tied[index] === 1),
    ],
  );
}
