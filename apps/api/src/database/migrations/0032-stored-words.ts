import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of each table the columns with words, and what is made of them; `$` is the row. */
const TABLES = [
  ['consultation', 'title, question, paper', `search_vector($title || ' ' || $question, $paper)`],
  ['proposal', 'statement, argument', 'search_vector($statement, $argument)'],
  ['comment', 'body', `search_vector('', $body)`],
  ['evidence', 'claim, detail', 'search_vector($claim, $detail)'],
] as const;

/** Of what there are many, the newest that hold a common word are found from the newest on. */
const NEWEST = ['proposal', 'comment'];

/**
 * What the search finds a contribution by is kept beside its text: making it takes a twentieth of a
 * millisecond each time, and a search for a common word weighs hundreds. Not a generated column, of which
 * TypeORM wants notes in a table of its own.
 */
export class StoredWords1763700000032 implements MigrationInterface {
  name = 'StoredWords1763700000032';

  async up(db: QueryRunner): Promise<void> {
    for (const table of NEWEST) {
      await db.query(`CREATE INDEX "${table}_by_time" ON "${table}" ("created_at", "id")`);
    }
    for (const [table, columns, vector] of TABLES) {
      await db.query(`ALTER TABLE "${table}" ADD COLUMN "words" tsvector`);
      await db.query(`UPDATE "${table}" SET words = ${vector.replaceAll('$', '')}`);
      await db.query(`DROP INDEX "${table}_search"`);
      // What is new goes into the index at once: a search need not read through a list of it first.
      await db.query(
        `CREATE INDEX "${table}_search" ON "${table}" USING gin ("words") WITH (fastupdate = off)`,
      );
      await db.query(`
        CREATE FUNCTION ${table}_words() RETURNS trigger LANGUAGE plpgsql AS $fn$
        BEGIN
          NEW.words := public.${vector.replaceAll('$', 'NEW.')};
          RETURN NEW;
        END $fn$`);
      await db.query(`
        CREATE TRIGGER ${table}_words BEFORE INSERT OR UPDATE OF ${columns} ON "${table}"
          FOR EACH ROW EXECUTE FUNCTION ${table}_words()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of NEWEST) await db.query(`DROP INDEX "${table}_by_time"`);
    for (const [table, , vector] of TABLES) {
      await db.query(`DROP FUNCTION ${table}_words() CASCADE`);
      await db.query(`ALTER TABLE "${table}" DROP COLUMN "words"`);
      await db.query(
        `CREATE INDEX "${table}_search" ON "${table}" USING gin (${vector.replaceAll('$', '')})`,
      );
    }
  }
}
