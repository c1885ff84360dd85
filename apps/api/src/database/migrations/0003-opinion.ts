import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the consultations' heavy numbers, made from these columns after their consultation. */
const MADE_BY_JOBS: Record<string, string> = {
  opinion_result: `"consultation_id" uuid NOT NULL,
    "found_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "vote_count" integer NOT NULL,
    "voter_count" integer NOT NULL,
    "k" smallint NOT NULL,
    "silhouette" double precision NOT NULL,
    "seed" text NOT NULL,
    "proposal_ids" uuid array NOT NULL,
    "left_out" boolean array NOT NULL,
    "centre" double precision array NOT NULL,
    "first" double precision array NOT NULL,
    "second" double precision array NOT NULL,
    "all_agree" integer array NOT NULL,
    "all_disagree" integer array NOT NULL,
    "all_pass" integer array NOT NULL,
    "agree" integer array NOT NULL,
    "disagree" integer array NOT NULL,
    "pass" integer array NOT NULL,
    "sizes" integer array NOT NULL,
    "centres" double precision array NOT NULL,
    "shapes" jsonb NOT NULL,
    CONSTRAINT "opinion_result_key" PRIMARY KEY ("consultation_id")`,
  opinion_progress: `"consultation_id" uuid NOT NULL,
    "step" text NOT NULL,
    "done" integer NOT NULL,
    "total" integer NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "said_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "fault" text,
    CONSTRAINT "opinion_progress_key" PRIMARY KEY ("consultation_id")`,
  rank_range: `"consultation_id" uuid NOT NULL,
    "lens" text NOT NULL,
    "counted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "proposal_ids" uuid array NOT NULL,
    "best" integer array,
    "worst" integer array,
    "low" integer array NOT NULL,
    "high" integer array NOT NULL,
    CONSTRAINT "rank_range_key" PRIMARY KEY ("consultation_id", "lens")`,
  priority_result: `"consultation_id" uuid NOT NULL,
    "counted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "cast_count" integer NOT NULL,
    "ballot_count" integer NOT NULL,
    "proposal_ids" uuid array NOT NULL,
    "chosen" integer array NOT NULL,
    "load" double precision array NOT NULL,
    "tied" boolean array NOT NULL,
    CONSTRAINT "priority_result_key" PRIMARY KEY ("consultation_id")`,
};

/** Opinion groups, ranges and priorities as jobs found them last, and how the jobs went. */
export class Opinion1763700000003 implements MigrationInterface {
  name = 'Opinion1763700000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE "voter" ADD "opinion_group" smallint');
    for (const [table, columns] of Object.entries(MADE_BY_JOBS)) {
      await db.query(`CREATE TABLE "${table}" (${columns})`);
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_of" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    }
    await db.query(`CREATE TABLE "job_run" (
      "task" text NOT NULL,
      "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "ended_at" TIMESTAMP WITH TIME ZONE,
      "fault" text,
      CONSTRAINT "job_run_key" PRIMARY KEY ("task")
    )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE "job_run", "opinion_result", "opinion_progress", "rank_range", "priority_result"',
    );
    await db.query('ALTER TABLE "voter" DROP COLUMN "opinion_group"');
  }
}
