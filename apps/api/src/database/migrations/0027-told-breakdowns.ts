import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What breakdowns told last, so that the next one tells nothing of the few between them. */
export class ToldBreakdowns1763700000027 implements MigrationInterface {
  name = 'ToldBreakdowns1763700000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "told_breakdown" (
      "consultation_id" uuid NOT NULL,
      "groups" jsonb,
      "areas" jsonb NOT NULL,
      CONSTRAINT "told_breakdown_key" PRIMARY KEY ("consultation_id")
    )`);
    await db.query(`ALTER TABLE "told_breakdown" ADD CONSTRAINT "told_breakdown_of"
      FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await db.query(`ALTER TABLE "round_count" ADD "by_region" jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "round_count" DROP COLUMN "by_region"`);
    await db.query('DROP TABLE "told_breakdown"');
  }
}
