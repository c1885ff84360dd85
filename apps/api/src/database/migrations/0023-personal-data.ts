import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was erased, what somebody chose to be called beside what the roll calls them, and the record by person. */
export class PersonalData1763700000023 implements MigrationInterface {
  name = 'PersonalData1763700000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE "member" ADD "roll_name" text, ADD "erased_at" TIMESTAMP WITH TIME ZONE',
    );
    await db.query(`CREATE INDEX "member_erased" ON "member" ("id") WHERE erased_at IS NOT NULL`);
    await db.query(`CREATE INDEX "record_entry_actor" ON "record_entry" ("actor_id", "number")`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX "record_entry_actor"');
    await db.query('ALTER TABLE "member" DROP "erased_at", DROP "roll_name"');
  }
}
