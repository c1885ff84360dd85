import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'hide','restore','move','move_back','merge','separate','lock','unlock','suspend','lift','keep'`;
const REASONS = `'abuse','hatred','personal_data','off_topic','spam','duplicate','misleading_identity','unlawful','other_rule','mistake','put_right','appeal_upheld'`;

/** Words that may be unlawful are under seal: until when, what holds them longer, and who read them. */
export class Seals1763700000025 implements MigrationInterface {
  name = 'Seals1763700000025';

  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${KINDS},'read'`, `${REASONS},'for_appeal','for_duty'`);
    await db.query(`CREATE TABLE "seal" (
      "act_id" uuid NOT NULL,
      "about_kind" text NOT NULL,
      "about_id" uuid NOT NULL,
      "until" TIMESTAMP WITH TIME ZONE NOT NULL,
      "destroyed_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "seal_about" CHECK (about_kind IN ('proposal','comment','evidence')),
      CONSTRAINT "seal_key" PRIMARY KEY ("act_id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "seal_of" ON "seal" ("about_id")`);
    await db.query(
      `CREATE INDEX "seal_waiting" ON "seal" ("until", "act_id") WHERE destroyed_at IS NULL`,
    );
    await db.query(`CREATE TABLE "seal_hold" (
      "id" uuid NOT NULL,
      "about_id" uuid NOT NULL,
      "reason" text NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "released_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "seal_hold_key" PRIMARY KEY ("id")
    )`);
    await db.query(
      `CREATE UNIQUE INDEX "seal_hold_once" ON "seal_hold" ("about_id") WHERE released_at IS NULL`,
    );
    await db.query(`ALTER TABLE "seal" ADD CONSTRAINT "seal_act_exists" FOREIGN KEY ("act_id")
      REFERENCES "moderation_act"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await db.query(`INSERT INTO seal (act_id, about_kind, about_id, until)
      SELECT id, about_kind, about_id, at + interval '180 days' FROM moderation_act a
      WHERE act = 'hide' AND reason = 'unlawful'
        AND NOT EXISTS (SELECT FROM moderation_act r WHERE r.reverses_id = a.id)`);
  }

  private async allow(db: QueryRunner, kinds: string, reasons: string): Promise<void> {
    const limits = { kind: `act IN (${kinds})`, reason: `reason IN (${reasons})` };
    for (const [name, is] of Object.entries(limits)) {
      await db.query(`ALTER TABLE "moderation_act" DROP CONSTRAINT "moderation_act_${name}"`);
      await db.query(
        `ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_${name}" CHECK (${is})`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "seal_hold", "seal"');
    await db.query('ALTER TABLE moderation_act DISABLE TRIGGER moderation_act_fixed');
    await db.query(`DELETE FROM moderation_act WHERE act = 'read'`);
    await db.query('ALTER TABLE moderation_act ENABLE TRIGGER moderation_act_fixed');
    await this.allow(db, KINDS, REASONS);
  }
}
