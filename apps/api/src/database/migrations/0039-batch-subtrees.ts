import { hash } from 'node:crypto';
import { treeOverList } from '@clarion/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Earlier {
  consultationId: string;
  number: number;
  commitments: Buffer;
}

/** One at a time: a batch may hold hundreds of thousands of commitments. */
const NEXT = `SELECT consultation_id AS "consultationId", number, commitments FROM ballot_batch
  WHERE subtrees IS NULL ORDER BY consultation_id, number LIMIT 1`;

/** Beside the commitments of a batch stand the upper subtrees over them: a receipt reads and hashes a few. */
export class BatchSubtrees1763700000039 implements MigrationInterface {
  name = 'BatchSubtrees1763700000039';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE "ballot_batch" ADD "subtrees" bytea');
    await db.query('ALTER TABLE ballot_batch ALTER COLUMN subtrees SET STORAGE EXTERNAL');
    await db.query('ALTER TABLE ballot_batch DISABLE TRIGGER ballot_batch_append_only');
    for (;;) {
      const [batch] = (await db.query(NEXT)) as Earlier[];
      if (!batch) break;
      const { consultationId, number, commitments } = batch;
      const { subtrees } = treeOverList(commitments, (bytes) => hash('sha256', bytes, 'buffer'));
      await db.query(
        'UPDATE ballot_batch SET subtrees = $3 WHERE consultation_id = $1 AND number = $2',
        [consultationId, number, Buffer.from(subtrees)],
      );
    }
    await db.query('ALTER TABLE ballot_batch ENABLE TRIGGER ballot_batch_append_only');
    await db.query('ALTER TABLE "ballot_batch" ALTER "subtrees" SET NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE "ballot_batch" DROP "subtrees"');
  }
}
