import type { MigrationInterface, QueryRunner } from 'typeorm';

const OFFICES = `'chair','convenor','policy_officer','secretary','representative','moderator','scrutineer','facilitator'`;

/** Where members are reached and how that changed, links to sign in by, and administrators. */
export class Roll1763700000007 implements MigrationInterface {
  name = 'Roll1763700000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "contact" (
      "member_id" uuid NOT NULL,
      "email" text,
      "email_key" text,
      "roll_key" text,
      "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "held_until" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "contact_email_with_key" CHECK ((email IS NULL) = (email_key IS NULL)),
      CONSTRAINT "contact_key" PRIMARY KEY ("member_id")
    )`);
    await db.query(`CREATE INDEX "contact_email" ON "contact" ("email_key")`);
    await db.query(
      `ALTER TABLE "contact" ADD CONSTRAINT "contact_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await this.changes(db);
    await db.query(`CREATE TABLE "sign_in_link" (
      "token_hash" bytea NOT NULL,
      "member_id" uuid NOT NULL,
      "made_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "sign_in_link_key" PRIMARY KEY ("token_hash")
    )`);
    await db.query(`CREATE INDEX "sign_in_link_member" ON "sign_in_link" ("member_id")`);
    await db.query(
      `ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(`ALTER TABLE "office" DROP CONSTRAINT "office_name"`);
    await db.query(
      `ALTER TABLE "office" ADD CONSTRAINT "office_name" CHECK (office IN (${OFFICES},'administrator'))`,
    );
    // An office that ends with the day before its first never ran: it was ended on the day it was given.
    await db.query(`ALTER TABLE "office" DROP CONSTRAINT "office_dates"`);
    await db.query(
      `ALTER TABLE "office" ADD CONSTRAINT "office_dates" CHECK (until IS NULL OR until >= "from" - 1)`,
    );
  }

  private async changes(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "contact_change" (
      "id" uuid NOT NULL,
      "member_id" uuid NOT NULL,
      "way" text NOT NULL,
      "actor_id" uuid,
      "batch_id" uuid,
      "status" text NOT NULL,
      "old_email" text,
      "new_email" text,
      "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "made_at" TIMESTAMP WITH TIME ZONE,
      "held_until" TIMESTAMP WITH TIME ZONE,
      "decided_at" TIMESTAMP WITH TIME ZONE,
      "decided_by_id" uuid,
      "code_hash" bytea,
      "code_until" TIMESTAMP WITH TIME ZONE,
      "tries" smallint NOT NULL DEFAULT '0',
      "objection_hash" bytea,
      CONSTRAINT "contact_change_two_people" CHECK (decided_by_id <> actor_id),
      CONSTRAINT "contact_change_made" CHECK ((made_at IS NULL) = (status IN ('unconfirmed','pending','refused'))),
      CONSTRAINT "contact_change_status" CHECK (status IN ('unconfirmed','pending','refused','made','objected')),
      CONSTRAINT "contact_change_way" CHECK (way IN ('member','roll','staff')),
      CONSTRAINT "contact_change_key" PRIMARY KEY ("id")
    )`);
    await db.query(
      `CREATE INDEX "contact_change_member" ON "contact_change" ("member_id", "asked_at")`,
    );
    await db.query(
      `CREATE INDEX "contact_change_pending" ON "contact_change" ("batch_id") WHERE status = 'pending'`,
    );
    await db.query(
      `CREATE INDEX "contact_change_actor" ON "contact_change" ("actor_id", "asked_at")`,
    );
    await db.query(`CREATE INDEX "contact_change_made_at" ON "contact_change" ("made_at")`);
    await db.query(
      `CREATE UNIQUE INDEX "contact_change_objection" ON "contact_change" ("objection_hash") WHERE objection_hash IS NOT NULL`,
    );
    await db.query(
      `ALTER TABLE "contact_change" ADD CONSTRAINT "contact_change_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    // Who changed whose contact, by which way and when, stays; the addresses can be erased.
    await db.query(`
      CREATE FUNCTION refuse_rewriting_contact_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF (NEW.id, NEW.member_id, NEW.way, NEW.asked_at) = (OLD.id, OLD.member_id, OLD.way, OLD.asked_at)
            AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id
            AND (OLD.made_at IS NULL OR NEW.made_at = OLD.made_at)
            AND (NEW.old_email IS NULL OR NEW.old_email = OLD.old_email OR OLD.made_at IS NULL)
            AND (NEW.new_email IS NULL OR NEW.new_email = OLD.new_email) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'what is in contact_change is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`CREATE TRIGGER contact_change_fixed BEFORE UPDATE OR DELETE ON contact_change
      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_contact_change()`);
    await db.query(`CREATE TRIGGER contact_change_kept BEFORE TRUNCATE ON contact_change
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM "office" WHERE office = 'administrator' OR until < "from"`);
    await db.query(`ALTER TABLE "office" DROP CONSTRAINT "office_dates"`);
    await db.query(
      `ALTER TABLE "office" ADD CONSTRAINT "office_dates" CHECK (until IS NULL OR until >= "from")`,
    );
    await db.query(`ALTER TABLE "office" DROP CONSTRAINT "office_name"`);
    await db.query(
      `ALTER TABLE "office" ADD CONSTRAINT "office_name" CHECK (office IN (${OFFICES}))`,
    );
    await db.query('DROP TABLE "sign_in_link"');
    await db.query('DROP TABLE "contact_change"');
    await db.query('DROP FUNCTION refuse_rewriting_contact_change()');
    await db.query('DROP TABLE "contact"');
  }
}
