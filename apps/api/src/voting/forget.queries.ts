import type { EntityManager } from 'typeorm';

/** A consultation that has ended, when, and whether the record says that its key was destroyed. */
export interface EndedConsultation {
  id: string;
  endedAt: Date;
  isForgotten: boolean;
}

/**
 * Every consultation that has ended. Not those brought in from elsewhere: their voters are known by numbers
 * that are public, and by the key they are found again when more is brought in.
 */
export function ended(db: EntityManager): Promise<EndedConsultation[]> {
  return db.query(
    `SELECT c.id, coalesce(max(r.at) FILTER (WHERE r.kind = 'phase_set'), c.created_at) AS "endedAt",
       coalesce(bool_or(r.kind = 'key_destroyed'), false) AS "isForgotten"
     FROM consultation c LEFT JOIN record_entry r ON r.about_id = c.id
       AND r.about_kind = 'consultation' AND r.kind IN ('phase_set', 'key_destroyed')
     WHERE c.phase IN ('reported', 'withdrawn') AND c.source IS NULL GROUP BY c.id ORDER BY c.id`,
  );
}

/** Forgets what opens the votes of a consultation, and whose the commitments are that still wait. */
export async function forget(tx: EntityManager, consultationId: string): Promise<void> {
  await tx.query(
    `UPDATE vote SET random = NULL, previous = NULL
     WHERE consultation_id = $1 AND (random IS NOT NULL OR previous IS NOT NULL)`,
    [consultationId],
  );
  await tx.query('UPDATE pending_commitment SET pseudonym = $2 WHERE consultation_id = $1', [
    consultationId,
    Buffer.alloc(0),
  ]);
}
