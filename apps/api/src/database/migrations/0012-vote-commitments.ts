import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['ballot_batch', 'batched_commitment'];

/** Votes are committed to when they are cast, and their commitments enter the record in batches. */
export class VoteCommitments1763700000012 implements MigrationInterface {
  name = 'VoteCommitments1763700000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "vote" ADD "random" bytea, ADD "previous" bytea,
      ADD "commitment" bytea`);
    await db.query(`CREATE TABLE "pending_commitment" (
      "commitment" bytea NOT NULL,
      "consultation_id" uuid NOT NULL,
      "pseudonym" bytea NOT NULL,
      "since" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "pending_commitment_key" PRIMARY KEY ("commitment")
    )`);
    await db.query(
      `CREATE INDEX "pending_commitment_consultation" ON "pending_commitment" ("consultation_id")`,
    );
    await db.query(`CREATE TABLE "superseded_commitment" (
      "commitment" bytea NOT NULL,
      "consultation_id" uuid NOT NULL,
      "reason" text NOT NULL,
      CONSTRAINT "superseded_commitment_key" PRIMARY KEY ("commitment"),
      CONSTRAINT "superseded_commitment_reason"
        CHECK (reason IN ('changed','taken_back','imported_over'))
    )`);
    await db.query(
      `CREATE INDEX "superseded_commitment_consultation" ON "superseded_commitment" ("consultation_id")`,
    );
    await db.query(`CREATE TABLE "ballot_batch" (
      "consultation_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "commitments" bytea NOT NULL,
      "root" bytea NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "ballot_batch_key" PRIMARY KEY ("consultation_id", "number")
    )`);
    await db.query(`CREATE TABLE "batched_commitment" (
      "commitment" bytea NOT NULL,
      "consultation_id" uuid NOT NULL,
      "batch" integer NOT NULL,
      CONSTRAINT "batched_commitment_key" PRIMARY KEY ("commitment")
    )`);
    for (const table of APPEND_ONLY) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await db.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    // Random bytes: there is nothing to compress.
    await db.query('ALTER TABLE ballot_batch ALTER COLUMN commitments SET STORAGE EXTERNAL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "pending_commitment", "superseded_commitment", "ballot_batch",
      "batched_commitment"`);
    await db.query('ALTER TABLE "vote" DROP "random", DROP "previous", DROP "commitment"');
  }
}
