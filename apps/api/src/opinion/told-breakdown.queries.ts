import type { Told } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';

/**
 * What breakdowns of a consultation told last; null before any did. Whoever asks is the only one to tell
 * something until the transaction ends: of two that knew not of each other the difference would tell.
 */
export async function take(tx: EntityManager, consultationId: string): Promise<Told | null> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 74662))', [consultationId]);
  const [row] = await tx.query<Told[]>(
    'SELECT groups, areas FROM told_breakdown WHERE consultation_id = $1',
    [consultationId],
  );
  return row ?? null;
}

/** Keeps what is told now. The caller took it. */
export async function keep(
  tx: EntityManager,
  consultationId: string,
  { groups, areas }: Told,
): Promise<void> {
  await tx.query(
    `INSERT INTO told_breakdown (consultation_id, groups, areas) VALUES ($1, $2, $3)
     ON CONFLICT (consultation_id) DO UPDATE SET groups = EXCLUDED.groups, areas = EXCLUDED.areas`,
    [consultationId, groups && JSON.stringify(groups), JSON.stringify(areas)],
  );
}
