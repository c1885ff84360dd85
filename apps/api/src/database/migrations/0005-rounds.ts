import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['round_rank', 'round_bundle', 'round_matrix'];

/** What a round publishes: its order under every lens, its bundle, and the votes themselves for scrutineers. */
export class Rounds1763700000005 implements MigrationInterface {
  name = 'Rounds1763700000005';

  async up(db: QueryRunner): Promise<void> {
    // Empty for rounds made before bundles.
    await db.query(`ALTER TABLE "round" ADD "roll_size" integer, ADD "ballot_count" integer,
      ADD "region_count" integer, ADD "group_sizes" integer array, ADD "manifest" text,
      ADD "manifest_sha256" text, ADD "signed_with" text`);
    await db.query(`ALTER TABLE "round_count" ADD "by_group" jsonb, ADD "chosen" integer`);
    await db.query(`CREATE TABLE "round_rank" (
      "round_id" uuid NOT NULL,
      "lens" text NOT NULL,
      "proposal_id" uuid NOT NULL,
      "position" integer NOT NULL,
      "rank" integer,
      "tied" boolean NOT NULL,
      "score" double precision NOT NULL,
      "best" integer,
      "worst" integer,
      "low" integer,
      "high" integer,
      "load" double precision,
      CONSTRAINT "round_rank_key" PRIMARY KEY ("round_id", "lens", "proposal_id")
    )`);
    await db.query(`CREATE INDEX "round_rank_proposal" ON "round_rank" ("proposal_id")`);
    await db.query(`CREATE TABLE "round_bundle" (
      "round_id" uuid NOT NULL,
      "zip" bytea NOT NULL,
      CONSTRAINT "round_bundle_key" PRIMARY KEY ("round_id")
    )`);
    await db.query(`CREATE TABLE "round_matrix" (
      "round_id" uuid NOT NULL,
      "zip" bytea NOT NULL,
      "voters" bytea NOT NULL,
      "groups" bytea NOT NULL,
      "proposal_ids" uuid array NOT NULL,
      "first" double precision array NOT NULL,
      "second" double precision array NOT NULL,
      CONSTRAINT "round_matrix_key" PRIMARY KEY ("round_id")
    )`);
    await this.references(db);
    await this.guards(db);
  }

  private async references(db: QueryRunner): Promise<void> {
    for (const table of APPEND_ONLY) {
      await db.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${table}_of" FOREIGN KEY ("round_id")
        REFERENCES "round"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }
    await db.query(`ALTER TABLE "round_rank" ADD CONSTRAINT "round_rank_proposal_exists"
      FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  private async guards(db: QueryRunner): Promise<void> {
    for (const table of APPEND_ONLY) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await db.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    // Zipped already: no second pass over them.
    await db.query('ALTER TABLE round_bundle ALTER COLUMN zip SET STORAGE EXTERNAL');
    await db.query('ALTER TABLE round_matrix ALTER COLUMN zip SET STORAGE EXTERNAL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "round_rank", "round_bundle", "round_matrix"');
    await db.query('ALTER TABLE "round_count" DROP "by_group", DROP "chosen"');
    await db.query(`ALTER TABLE "round" DROP "roll_size", DROP "ballot_count", DROP "region_count",
      DROP "group_sizes", DROP "manifest", DROP "manifest_sha256", DROP "signed_with"`);
  }
}
