import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What voters chose as mattering most, and how many have chosen. */
export class PriorityBallots1763700000004 implements MigrationInterface {
  name = 'PriorityBallots1763700000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "priority_choice" (
      "consultation_id" uuid NOT NULL,
      "pseudonym" bytea NOT NULL,
      "proposal_id" uuid NOT NULL,
      "position" smallint NOT NULL,
      CONSTRAINT "priority_choice_position" CHECK (position >= 1),
      CONSTRAINT "priority_choice_place" UNIQUE ("consultation_id", "pseudonym", "position"),
      CONSTRAINT "priority_choice_key" PRIMARY KEY ("consultation_id", "pseudonym", "proposal_id")
    )`);
    await db.query(
      `ALTER TABLE "priority_choice" ADD CONSTRAINT "priority_choice_voter_exists" FOREIGN KEY ("consultation_id", "pseudonym") REFERENCES "voter"("consultation_id","pseudonym") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "priority_choice" ADD CONSTRAINT "priority_choice_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(`ALTER TABLE "turnout" ADD "ballots" integer NOT NULL DEFAULT '0'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE "turnout" DROP COLUMN "ballots"');
    await db.query('DROP TABLE "priority_choice"');
  }
}
