import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATUSES = `'published','waiting','withdrawn','merged','not_taken_forward'`;
const TABLES = ['proposal', 'comment', 'evidence'];
const REPORTED = `'abuse','hatred','personal_data','off_topic','spam','duplicate','misleading_identity','unlawful','other_rule'`;

/** Reports, what moderators do and appeals; what is hidden or closed, and who is kept from writing. */
export class Moderation1763700000010 implements MigrationInterface {
  name = 'Moderation1763700000010';

  async up(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await this.allow(db, table, `${STATUSES},'hidden'`);
    await db.query('ALTER TABLE "proposal" DROP CONSTRAINT "proposal_merged"');
    await db.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_merged" CHECK (status = 'hidden' OR (status = 'merged') = (merged_into_id IS NOT NULL))`,
    );
    await db.query('ALTER TABLE "proposal" ADD "is_locked" boolean NOT NULL DEFAULT false');
    await db.query('ALTER TABLE "member" ADD "suspended_until" TIMESTAMP WITH TIME ZONE');
    await this.acts(db);
    await this.reports(db);
    await this.appeals(db);
    await this.guards(db);
  }

  private async allow(db: QueryRunner, table: string, statuses: string): Promise<void> {
    await db.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_status"`);
    await db.query(
      `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_status" CHECK (status IN (${statuses}))`,
    );
  }

  private async refer(db: QueryRunner, from: string, column: string, to: string, name: string) {
    const onDelete = name === 'report_reporter_exists' ? 'SET NULL' : 'NO ACTION';
    await db.query(
      `ALTER TABLE "${from}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE ${onDelete} ON UPDATE NO ACTION`,
    );
  }

  private async acts(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "moderation_act" (
      "id" uuid NOT NULL,
      "act" text NOT NULL,
      "reason" text NOT NULL,
      "about_kind" text NOT NULL,
      "about_id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "by_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      "office" text NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "note" text NOT NULL,
      "status_before" text,
      "from_id" uuid,
      "from_parent_id" uuid,
      "to_id" uuid,
      "suspended_id" uuid,
      "until" TIMESTAMP WITH TIME ZONE,
      "reverses_id" uuid,
      CONSTRAINT "moderation_act_until" CHECK ((until IS NOT NULL) = (act = 'suspend')),
      CONSTRAINT "moderation_act_person" CHECK ((suspended_id IS NOT NULL) = (act IN ('suspend','lift'))),
      CONSTRAINT "moderation_act_reversal" CHECK ((reverses_id IS NOT NULL) = (act IN ('restore','move_back','separate','unlock','lift'))),
      CONSTRAINT "moderation_act_about" CHECK (about_kind IN ('proposal','comment','evidence')),
      CONSTRAINT "moderation_act_reason" CHECK (reason IN (${REPORTED},'mistake','put_right','appeal_upheld')),
      CONSTRAINT "moderation_act_kind" CHECK (act IN ('hide','restore','move','move_back','merge','separate','lock','unlock','suspend','lift','keep')),
      CONSTRAINT "moderation_act_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "moderation_act_of" ON "moderation_act" ("about_id", "at", "id")`);
    await db.query(`CREATE INDEX "moderation_act_log" ON "moderation_act" ("at", "id")`);
    await db.query(
      `CREATE INDEX "moderation_act_suspended" ON "moderation_act" ("suspended_id", "at", "id") WHERE suspended_id IS NOT NULL`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "moderation_act_reversed_once" ON "moderation_act" ("reverses_id") WHERE reverses_id IS NOT NULL`,
    );
    const of = (column: string, to: string, name: string) =>
      this.refer(db, 'moderation_act', column, to, `moderation_act_${name}_exists`);
    await of('consultation_id', 'consultation', 'consultation');
    await of('by_id', 'member', 'moderator');
    await of('body_id', 'body', 'body');
    await of('suspended_id', 'member', 'person');
    await of('reverses_id', 'moderation_act', 'reversed');
  }

  private async reports(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "report" (
      "id" uuid NOT NULL,
      "about_kind" text NOT NULL,
      "about_id" uuid NOT NULL,
      "reporter_id" uuid,
      "reason" text NOT NULL,
      "words" text NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "closed_at" TIMESTAMP WITH TIME ZONE,
      "closed_by_id" uuid,
      CONSTRAINT "report_closed" CHECK ((closed_at IS NULL) = (closed_by_id IS NULL)),
      CONSTRAINT "report_about" CHECK (about_kind IN ('proposal','comment','evidence')),
      CONSTRAINT "report_reason" CHECK (reason IN (${REPORTED})),
      CONSTRAINT "report_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "report_once" ON "report" ("about_id", "reporter_id")`);
    await db.query(
      `CREATE INDEX "report_open" ON "report" ("about_id", "at", "id") WHERE closed_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX "report_sent" ON "report" ("reporter_id", "at", "id") WHERE reporter_id IS NOT NULL`,
    );
    await this.refer(db, 'report', 'reporter_id', 'member', 'report_reporter_exists');
    await this.refer(db, 'report', 'closed_by_id', 'moderation_act', 'report_act_exists');
  }

  private async appeals(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "appeal" (
      "id" uuid NOT NULL,
      "act_id" uuid NOT NULL,
      "member_id" uuid NOT NULL,
      "words" text NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "due_on" date NOT NULL,
      "answered_at" TIMESTAMP WITH TIME ZONE,
      "answered_by_id" uuid,
      "answer" text,
      "is_upheld" boolean,
      CONSTRAINT "appeal_answered" CHECK ((answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (is_upheld IS NULL)),
      CONSTRAINT "appeal_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "appeal_once" ON "appeal" ("act_id")`);
    await db.query(`CREATE INDEX "appeal_open" ON "appeal" ("at", "id") WHERE answered_at IS NULL`);
    await this.refer(db, 'appeal', 'act_id', 'moderation_act', 'appeal_act_exists');
    await this.refer(db, 'appeal', 'member_id', 'member', 'appeal_member_exists');
    await this.refer(db, 'appeal', 'answered_by_id', 'member', 'appeal_moderator_exists');
  }

  /** What moderators did stays as it was; only what they wrote to the author can be erased. */
  private async guards(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_rewriting_moderation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.note = '' THEN
          OLD.note := '';
          IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'what moderators did is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`CREATE TRIGGER moderation_act_fixed BEFORE UPDATE OR DELETE ON moderation_act
      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_moderation()`);
    await db.query(`CREATE TRIGGER moderation_act_kept BEFORE TRUNCATE ON moderation_act
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "appeal"');
    await db.query('DROP TABLE "report"');
    await db.query('DROP TABLE "moderation_act"');
    await db.query('DROP FUNCTION refuse_rewriting_moderation()');
    await db.query('ALTER TABLE "member" DROP COLUMN "suspended_until"');
    await db.query('ALTER TABLE "proposal" DROP COLUMN "is_locked"');
    await db.query(
      `UPDATE proposal SET status = CASE WHEN merged_into_id IS NULL THEN 'published' ELSE 'merged' END WHERE status = 'hidden'`,
    );
    await db.query('ALTER TABLE "proposal" DROP CONSTRAINT "proposal_merged"');
    await db.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_merged" CHECK ((status = 'merged') = (merged_into_id IS NOT NULL))`,
    );
    for (const table of TABLES) {
      await db.query(`UPDATE ${table} SET status = 'published' WHERE status = 'hidden'`);
      await this.allow(db, table, STATUSES);
    }
  }
}
