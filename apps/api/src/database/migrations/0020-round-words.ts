import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of the proposals of a round, beside its bundle, which is for ever: these can be taken away. */
export class RoundWords1763700000020 implements MigrationInterface {
  name = 'RoundWords1763700000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "round_words" (
      "round_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "salt" bytea,
      "statement" text,
      "author" text,
      "gone" text,
      CONSTRAINT "round_words_whole" CHECK (gone IS NULL = (num_nulls(salt, statement, author) = 0) AND gone IS NULL = (num_nonnulls(salt, statement, author) > 0)),
      CONSTRAINT "round_words_gone" CHECK (gone IN ('hidden','erased')),
      CONSTRAINT "round_words_key" PRIMARY KEY ("round_id", "proposal_id")
    )`);
    await db.query(
      `CREATE INDEX "round_words_proposal" ON "round_words" ("proposal_id") WHERE gone IS NULL`,
    );
    for (const other of ['round', 'proposal']) {
      await db.query(`ALTER TABLE "round_words" ADD CONSTRAINT "round_words_${other}_exists"
        FOREIGN KEY ("${other}_id") REFERENCES "${other}"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }
    await this.guards(db);
  }

  /** Words can go, with their salt and for a reason that stays; they cannot change. */
  private async guards(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.gone IS NULL AND NEW.gone IS NOT NULL
          AND NEW.round_id = OLD.round_id AND NEW.proposal_id = OLD.proposal_id THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the words of a round can be taken away, and never change'
          USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`CREATE TRIGGER round_words_fixed BEFORE UPDATE OR DELETE ON round_words
      FOR EACH ROW EXECUTE FUNCTION refuse_other_words()`);
    await db.query(`CREATE TRIGGER round_words_no_truncate BEFORE TRUNCATE ON round_words
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "round_words"');
    await db.query('DROP FUNCTION refuse_other_words()');
  }
}
