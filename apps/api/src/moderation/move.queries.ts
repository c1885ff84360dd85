import type { EntityManager } from 'typeorm';
import type { ThingRow } from './thing.queries.js';

/** Where a thread goes: under a comment of the proposal, or to the top of its thread. */
export interface ThreadPlace {
  proposalId: string;
  parentId: string | null;
}

/** Counts a comment and its replies on, or off, everything above it and its proposal. */
async function count(tx: EntityManager, id: string, sign: 1 | -1): Promise<void> {
  await tx.query(
    `UPDATE comment above SET descendant_count = above.descendant_count + $2 * (moved.descendant_count + 1),
       reply_count = above.reply_count + $2 * (above.id IS NOT DISTINCT FROM moved.parent_id)::int
     FROM comment moved WHERE moved.id = $1 AND above.id = ANY(moved.ancestors)`,
    [id, sign],
  );
  await tx.query(
    `UPDATE proposal p SET comment_count = p.comment_count + $2 * (moved.descendant_count + 1)
     FROM comment moved WHERE moved.id = $1 AND p.id = moved.proposal_id`,
    [id, sign],
  );
}

/**
 * Moves a comment with all replies. The caller holds both proposals, so no reply is written meanwhile. Under
 * a comment that has itself gone elsewhere it cannot go: then it stands at the top.
 */
export async function moveThread(
  tx: EntityManager,
  { id, proposalId }: Pick<ThingRow, 'id' | 'proposalId'>,
  to: ThreadPlace,
): Promise<void> {
  await count(tx, id, -1);
  await tx.query(
    `WITH parent AS (
       SELECT id, ancestors || id AS way FROM comment WHERE id = $4::uuid AND proposal_id = $3
     ), moved AS (SELECT cardinality(ancestors) AS depth FROM comment WHERE id = $1)
     UPDATE comment c SET proposal_id = $3,
       parent_id = CASE WHEN c.id = $1 THEN (SELECT id FROM parent) ELSE c.parent_id END,
       ancestors = coalesce((SELECT way FROM parent), '{}') || c.ancestors[moved.depth + 1:],
       depth = coalesce((SELECT cardinality(way) FROM parent), 0) + c.depth - moved.depth
     FROM moved WHERE c.proposal_id = $2 AND (c.id = $1 OR $1 = ANY(c.ancestors))`,
    [id, proposalId, to.proposalId, to.parentId],
  );
  await count(tx, id, 1);
}

/** Evidence goes to another proposal, or back to the whole paper. */
export async function moveEvidence(
  tx: EntityManager,
  id: string,
  proposalId: string | null,
): Promise<void> {
  await tx.query('UPDATE evidence SET proposal_id = $2 WHERE id = $1', [id, proposalId]);
}
