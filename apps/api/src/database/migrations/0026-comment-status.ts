import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public count asks the status of every comment: from an index that holds nothing else, it reads no words. */
export class CommentStatus1763700000026 implements MigrationInterface {
  name = 'CommentStatus1763700000026';

  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX "comment_consultation"');
    await db.query(
      `CREATE INDEX "comment_consultation_status" ON "comment" ("consultation_id", "status")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX "comment_consultation_status"');
    await db.query(`CREATE INDEX "comment_consultation" ON "comment" ("consultation_id")`);
  }
}
