import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes, passkeys and the party's login; sessions that can be listed, ended, and know how they began. */
export class SignIn1763700000008 implements MigrationInterface {
  name = 'SignIn1763700000008';

  async up(db: QueryRunner): Promise<void> {
    await this.sessions(db);
    await db.query(`CREATE TABLE "sign_in_attempt" (
      "id" uuid NOT NULL,
      "browser_hash" bytea NOT NULL,
      "inbox" bytea NOT NULL,
      "member_id" uuid,
      "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "member_ids" uuid array NOT NULL DEFAULT '{}',
      "code_hash" bytea,
      "tries" smallint NOT NULL DEFAULT '0',
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "sign_in_attempt_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "sign_in_attempt_inbox" ON "sign_in_attempt" ("inbox")`);
    await db.query(`CREATE TABLE "challenge" (
      "hash" bytea NOT NULL,
      "purpose" text NOT NULL,
      "browser_hash" bytea NOT NULL,
      "member_id" uuid,
      "details" jsonb NOT NULL DEFAULT '{}',
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "challenge_purpose" CHECK (purpose IN ('add_passkey','sign_in','confirm','party_login')),
      CONSTRAINT "challenge_key" PRIMARY KEY ("hash")
    )`);
    await db.query(`CREATE INDEX "challenge_expiry" ON "challenge" ("expires_at")`);
    await db.query(`CREATE TABLE "passkey" (
      "id" uuid NOT NULL,
      "member_id" uuid NOT NULL,
      "credential_id" text NOT NULL,
      "public_key" bytea NOT NULL,
      "counter" bigint NOT NULL,
      "transports" text array NOT NULL,
      "name" text NOT NULL,
      "is_synced" boolean NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "last_used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "passkey_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "passkey_credential" ON "passkey" ("credential_id")`);
    for (const table of ['sign_in_attempt', 'challenge', 'passkey', 'session']) {
      await db.query(`CREATE INDEX "${table}_member" ON "${table}" ("member_id")`);
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    }
  }

  /** Sessions from before do not know how they began: their people sign in again. */
  private async sessions(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "session"');
    await db.query(`CREATE TABLE "session" (
      "id" uuid NOT NULL,
      "token_hash" bytea NOT NULL,
      "previous_hash" bytea,
      "previous_until" TIMESTAMP WITH TIME ZONE,
      "member_id" uuid NOT NULL,
      "signed_in_by" text NOT NULL,
      "is_strong" boolean NOT NULL,
      "device" text NOT NULL,
      "rights" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "confirmed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "session_signed_in_by" CHECK (signed_in_by IN ('demo','code','passkey','oidc','link')),
      CONSTRAINT "session_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "session_token" ON "session" ("token_hash")`);
    await db.query(`CREATE INDEX "session_previous" ON "session" ("previous_hash")`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "passkey", "challenge", "sign_in_attempt", "session"');
    await db.query(`CREATE TABLE "session" (
      "token_hash" bytea NOT NULL,
      "member_id" uuid NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "session_key" PRIMARY KEY ("token_hash")
    )`);
    await db.query(`CREATE INDEX "session_member" ON "session" ("member_id")`);
    await db.query(
      `ALTER TABLE "session" ADD CONSTRAINT "session_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }
}
