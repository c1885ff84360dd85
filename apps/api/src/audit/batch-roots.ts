import type { EntityManager } from 'typeorm';
import { treeOver } from '../voting/batch-tree.js';
import type { Disagreement } from './agreement.queries.js';

interface KeptBatch {
  id: string;
  number: number;
  commitments: Buffer;
  root: Buffer;
  subtrees: Buffer;
}

/** Batches at once: one may hold a hundred thousand commitments. */
const NEXT = `SELECT consultation_id AS id, number, commitments, root, subtrees FROM ballot_batch
  WHERE $1::uuid IS NULL OR (consultation_id, number) > ($1, $2)
  ORDER BY consultation_id, number LIMIT 1`;

async function nextAfter(
  db: EntityManager,
  last: Pick<KeptBatch, 'id' | 'number'> | null,
): Promise<KeptBatch | null> {
  const [batch] = await db.query<KeptBatch[]>(NEXT, [last?.id ?? null, last?.number ?? null]);
  return batch ?? null;
}

/**
 * Batches whose root, which the record names, is not that of the tree over their commitments; and those beside
 * which other subtrees stand, by which their receipts would be wrong.
 */
export async function wrongRoots(db: EntityManager): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (let batch = await nextAfter(db, null); batch; batch = await nextAfter(db, batch)) {
    const { id, number, commitments } = batch;
    const { root, subtrees } = await treeOver(commitments);
    if (!batch.root.equals(root)) {
      found.push({ id, problem: `batch ${number} is not the list that was fixed` });
    } else if (!batch.subtrees.equals(subtrees)) {
      found.push({ id, problem: `batch ${number} has subtrees of another list` });
    }
  }
  return found;
}
