import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the doors remember: who has asked how much, and what browsers were kept from. */
export class Limits1763700000009 implements MigrationInterface {
  name = 'Limits1763700000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "policy_report" (
      "day" date NOT NULL,
      "directive" text NOT NULL,
      "count" integer NOT NULL,
      CONSTRAINT "policy_report_key" PRIMARY KEY ("day", "directive")
    )`);
    await db.query(`CREATE UNLOGGED TABLE "rate_limit" (
      "key" bytea NOT NULL,
      "full_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "rate_limit_key" PRIMARY KEY ("key")
    )`);
    // Takes one of a bucket that fills by one in step milliseconds and holds all of span milliseconds.
    // Answers 0, or in how many milliseconds there is one again.
    await db.query(`CREATE FUNCTION rate_limit_take(taken bytea, step float8, span float8) RETURNS float8
      LANGUAGE plpgsql AS $$
      DECLARE
        wait float8;
      BEGIN
        INSERT INTO rate_limit AS r (key, full_at)
        VALUES (taken, clock_timestamp() + step * interval '1 millisecond')
        ON CONFLICT (key) DO UPDATE
          SET full_at = greatest(r.full_at, clock_timestamp()) + step * interval '1 millisecond'
          WHERE r.full_at + step * interval '1 millisecond' <= clock_timestamp() + span * interval '1 millisecond';
        IF FOUND THEN
          RETURN 0;
        END IF;
        SELECT extract(epoch FROM r.full_at - clock_timestamp()) * 1000 + step - span INTO wait
        FROM rate_limit r WHERE r.key = taken;
        RETURN greatest(coalesce(wait, 0), 1);
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION rate_limit_take(bytea, float8, float8)');
    await db.query('DROP TABLE "rate_limit"');
    await db.query('DROP TABLE "policy_report"');
  }
}
