import type { EntityManager } from 'typeorm';

/** Proposals of a consultation that have an answer which stands. */
export async function decidedIds(db: EntityManager, consultationId: string): Promise<Set<string>> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT DISTINCT proposal_id AS id FROM decision
     WHERE consultation_id = $1 AND superseded_by_id IS NULL`,
    [consultationId],
  );
  return new Set(rows.map((row) => row.id));
}

/** The proposals above the quorum line of the latest round, best first; none before the first round. */
export function rankedInRound(
  db: EntityManager,
  consultationId: string,
): Promise<{ id: string; rank: number }[]> {
  return db.query(
    `SELECT p.id, rc.rank FROM round_count rc JOIN proposal p ON p.id = rc.proposal_id
     WHERE rc.rank IS NOT NULL AND p.status <> 'withdrawn' AND rc.round_id =
       (SELECT id FROM round WHERE consultation_id = $1 ORDER BY number DESC LIMIT 1)
     ORDER BY rc.position`,
    [consultationId],
  );
}
