import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a commitment that waits no more is kept than the ten minutes it was cast in, until they are over. */
export class VotesForgotten1763700000021 implements MigrationInterface {
  name = 'VotesForgotten1763700000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE "pending_commitment" ALTER "since" DROP NOT NULL');
    await db.query('UPDATE "pending_commitment" SET "since" = NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('UPDATE "pending_commitment" SET "since" = now() WHERE "since" IS NULL');
    await db.query('ALTER TABLE "pending_commitment" ALTER "since" SET NOT NULL');
  }
}
