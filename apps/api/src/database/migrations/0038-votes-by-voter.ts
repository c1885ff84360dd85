import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The key of a vote has the voter before the proposal. One index does the work of two: what is asked for are
 * the votes of one person, on a page or all of them; votes on one proposal are asked for by nobody but the
 * counting, which reads them all.
 */
export class VotesByVoter1763700000038 implements MigrationInterface {
  name = 'VotesByVoter1763700000038';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "vote" DROP CONSTRAINT "vote_key"`);
    await db.query(
      `ALTER TABLE "vote" ADD CONSTRAINT "vote_key" PRIMARY KEY ("consultation_id", "pseudonym", "proposal_id")`,
    );
    await db.query(`DROP INDEX "vote_voter"`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX "vote_voter" ON "vote" ("consultation_id", "pseudonym")`);
    await db.query(`ALTER TABLE "vote" DROP CONSTRAINT "vote_key"`);
    await db.query(
      `ALTER TABLE "vote" ADD CONSTRAINT "vote_key" PRIMARY KEY ("consultation_id", "proposal_id", "pseudonym")`,
    );
  }
}
