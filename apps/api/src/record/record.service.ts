import type { EntityManager } from 'typeorm';

/** A public act, as its feature tells it. */
export interface PublicAct {
  kind: string;
  aboutKind: 'consultation' | 'proposal' | 'comment' | 'evidence' | 'draft';
  aboutId: string;
  consultationId: string | null;
  actorId: string | null;
  bodyId?: string | null;
  at: Date;
  data?: Record<string, unknown>;
}

/** One writer at a time, so that the numbers have no gaps: held to the end of the transaction, so append last. */
const LOCK = 'SELECT pg_advisory_xact_lock(74657)';

const APPEND = `
  INSERT INTO record_entry
    (number, at, kind, about_kind, about_id, consultation_id, actor_id, body_id, data)
  SELECT (SELECT coalesce(max(number), 0) FROM record_entry) + act.position,
    act.at, act.kind, act."aboutKind", act."aboutId", act."consultationId", act."actorId",
    act."bodyId", coalesce(act.data, '{}')
  FROM jsonb_to_recordset($1::jsonb) AS act(
    position bigint, at timestamptz, kind text, "aboutKind" text, "aboutId" uuid,
    "consultationId" uuid, "actorId" uuid, "bodyId" uuid, data jsonb)`;

/** Enters acts into the record, in the transaction of the acts themselves. */
export async function enter(tx: EntityManager, ...acts: PublicAct[]): Promise<void> {
  if (acts.length === 0) return;
  await tx.query(LOCK);
  const numbered = acts.map((act, index) => ({ ...act, position: index + 1 }));
  await tx.query(APPEND, [JSON.stringify(numbered)]);
}
