import type { EntityManager } from 'typeorm';
import { enter } from './record.service.js';

/** There is one record, so it needs no id of its own. */
const RECORD = '00000000-0000-0000-0000-000000000000';

/**
 * Erases what opens the commitments of some entries, so that nobody can show or find out their texts any
 * more, and enters that it was done, and to which entries. The texts in their own tables are the
 * business of whoever erases; the chain still holds.
 */
export async function eraseSalts(
  tx: EntityManager,
  numbers: readonly number[],
  { actorId, at }: { actorId: string | null; at: Date },
): Promise<void> {
  if (numbers.length === 0) return;
  await tx.query('SELECT erase_record_salts($1::bigint[])', [numbers]);
  await enter(tx, {
    kind: 'erased',
    aboutKind: 'record',
    aboutId: RECORD,
    consultationId: null,
    actorId,
    at,
    data: { entries: numbers.toSorted((a, b) => a - b) },
  });
}
