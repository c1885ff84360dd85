import { entryBytes, inclusionProof, makeReceipt } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import * as checkpoints from './checkpoint.queries.js';
import { ENTRY, type EntryRow, entryOf } from './public-act.js';
import { subtreesIn } from './tree.queries.js';

/** The proof that an entry is in the record: none where there is no such entry, or none signed over it yet. */
export async function proofOf(
  db: EntityManager,
  number: number,
): Promise<{ proof: string; key: string } | null> {
  const checkpoint = await checkpoints.latest(db);
  if (!checkpoint || number > checkpoint.size) return null;
  const [row] = await db.query<EntryRow[]>(
    `SELECT ${ENTRY} FROM record_entry r WHERE r.number = $1`,
    [number],
  );
  if (!row) return null;
  const index = number - 1;
  const proof = makeReceipt({
    index,
    proof: await inclusionProof(index, checkpoint.size, subtreesIn(db)),
    checkpoint: checkpoint.note,
    entry: entryBytes(entryOf(row)),
  });
  return { proof, key: checkpoint.key };
}
