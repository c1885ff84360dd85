import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainEarlierEntries } from './0006-record-chain.js';

const APPEND_ONLY = ['record_subtree', 'record_checkpoint'];

/** The record becomes a chain of hashed entries with a tree over them, salted commitments and checkpoints. */
export class Record1763700000006 implements MigrationInterface {
  name = 'Record1763700000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "record_entry" ADD "commitments" jsonb, ADD "previous" bytea,
      ADD "hash" bytea`);
    await db.query(`CREATE TABLE "record_salt" (
      "number" bigint NOT NULL,
      "field" text NOT NULL,
      "salt" bytea NOT NULL,
      "text" text,
      CONSTRAINT "record_salt_key" PRIMARY KEY ("number", "field")
    )`);
    await db.query(`CREATE TABLE "record_subtree" (
      "level" smallint NOT NULL,
      "index" bigint NOT NULL,
      "hash" bytea NOT NULL,
      CONSTRAINT "record_subtree_key" PRIMARY KEY ("level", "index")
    )`);
    await db.query(`CREATE TABLE "record_checkpoint" (
      "size" bigint NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "note" text NOT NULL,
      "key" text NOT NULL,
      CONSTRAINT "record_checkpoint_key" PRIMARY KEY ("size")
    )`);
    await db.query('ALTER TABLE record_entry DISABLE TRIGGER record_entry_append_only');
    await chainEarlierEntries(db);
    await db.query('ALTER TABLE record_entry ENABLE TRIGGER record_entry_append_only');
    await db.query(`ALTER TABLE "record_entry" ALTER "commitments" SET NOT NULL,
      ALTER "previous" SET NOT NULL, ALTER "hash" SET NOT NULL`);
    await this.guards(db);
  }

  private async guards(db: QueryRunner): Promise<void> {
    for (const table of APPEND_ONLY) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    }
    for (const table of [...APPEND_ONLY, 'record_salt']) {
      await db.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`
      CREATE FUNCTION refuse_change_of_salt() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND current_setting('clarion.erasing', true) = 'yes' THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
          USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER record_salt_append_only BEFORE UPDATE OR DELETE ON record_salt
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_salt()`);
    // Runs as its owner, so that the application's role needs no right to delete.
    await db.query(`
      CREATE FUNCTION erase_record_salts(numbers bigint[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM set_config('clarion.erasing', 'yes', true);
        DELETE FROM record_salt WHERE number = ANY(numbers);
        PERFORM set_config('clarion.erasing', 'no', true);
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION erase_record_salts(bigint[])');
    await db.query('DROP TABLE "record_salt", "record_subtree", "record_checkpoint"');
    await db.query('DROP FUNCTION refuse_change_of_salt()');
    await db.query('ALTER TABLE "record_entry" DROP "commitments", DROP "previous", DROP "hash"');
  }
}
