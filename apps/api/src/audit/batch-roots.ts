import { rootOf, toHex, treeAt } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { listOf, treeOver } from '../voting/batch.service.js';
import type { Disagreement } from './agreement.queries.js';

interface KeptBatch {
  id: string;
  number: number;
  commitments: Buffer;
  root: Buffer;
}

/** Batches at once: one may hold a hundred thousand commitments. */
const NEXT = `SELECT consultation_id AS id, number, commitments, root FROM ballot_batch
  WHERE $1::uuid IS NULL OR (consultation_id, number) > ($1, $2)
  ORDER BY consultation_id, number LIMIT 1`;

async function nextAfter(
  db: EntityManager,
  last: Pick<KeptBatch, 'id' | 'number'> | null,
): Promise<KeptBatch | null> {
  const [batch] = await db.query<KeptBatch[]>(NEXT, [last?.id ?? null, last?.number ?? null]);
  return batch ?? null;
}

/** Batches whose root, which the record names, is not that of the tree over their commitments. */
export async function wrongRoots(db: EntityManager): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (let batch = await nextAfter(db, null); batch; batch = await nextAfter(db, batch)) {
    const list = listOf(batch.commitments);
    const root = await rootOf(await treeAt(list.length, await treeOver(list)));
    if (toHex(root) === toHex(batch.root)) continue;
    found.push({ id: batch.id, problem: `batch ${batch.number} is not the list that was fixed` });
  }
  return found;
}
