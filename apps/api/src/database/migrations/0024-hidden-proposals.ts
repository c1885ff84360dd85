import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is hidden is asked for on every ranking page, and is hardly ever there. */
export class HiddenProposals1763700000024 implements MigrationInterface {
  name = 'HiddenProposals1763700000024';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "proposal_hidden" ON "proposal" ("consultation_id", "number") WHERE status = 'hidden'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX "proposal_hidden"');
  }
}
