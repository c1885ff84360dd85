import { entryBytes, inclusionProof, makeReceipt } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import * as checkpoints from './checkpoint.queries.js';
import { ENTRY, type EntryRow, entryOf } from './public-act.js';
import { subtreesTogether } from './tree.queries.js';

/** That an entry is in the record, and the key that signed it. */
interface Proven {
  proof: string;
  key: string;
}

/**
 * The proofs that entries are in the record, by their numbers, in three statements for all: none where there
 * is no such entry, or none signed over it yet.
 */
export async function proofsOf(
  db: EntityManager,
  numbers: readonly number[],
): Promise<Map<number, Proven>> {
  const checkpoint = await checkpoints.latest(db);
  if (!checkpoint) return new Map();
  const { size, note, key } = checkpoint;
  const rows = await db.query<EntryRow[]>(
    `SELECT ${ENTRY} FROM record_entry r WHERE r.number = ANY($1::bigint[]) AND r.number <= $2::bigint`,
    [numbers, size],
  );
  const read = subtreesTogether(db);
  const proofs = rows.map(async (row): Promise<[number, Proven]> => {
    const index = row.number - 1;
    const proof = makeReceipt({
      index,
      proof: await inclusionProof(index, size, read),
      checkpoint: note,
      entry: entryBytes(entryOf(row)),
    });
    return [row.number, { proof, key }];
  });
  return new Map(await Promise.all(proofs));
}

/** The same of one. */
export const proofOf = async (db: EntityManager, number: number): Promise<Proven | null> =>
  (await proofsOf(db, [number])).get(number) ?? null;
